import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import { isComposing } from '../../components/keys'
import parts from '../../components/screen-parts.module.css'
import { setSearchText, useCatalogueStore } from '../../stores/catalogue-store'
import { useCommand } from '../../stores/command-store'
import { closeProduct, showScreen } from '../../stores/view-store'

/** Searches with every letter. Esc clears, and leads back to the list, as arrow down and Enter do. */
export function SearchBox({ onEnterList }: { onEnterList: () => void }) {
  const text = useCatalogueStore((state) => state.filters.text ?? '')
  const input = useRef<HTMLInputElement>(null)

  useCommand('find', () => {
    showScreen('catalogue')
    // In a narrow window the open product covers the list.
    if (input.current?.offsetParent === null) closeProduct()
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.select()
    })
  })

  const clear = () => {
    setSearchText('')
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation()
      clear()
    } else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      onEnterList()
    }
  }

  return (
    <TextInput
      ref={input}
      className={parts.search}
      type="search"
      aria-label="Search products"
      placeholder="Search by name, SKU, description…"
      value={text}
      onChange={(event) => setSearchText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
    />
  )
}
