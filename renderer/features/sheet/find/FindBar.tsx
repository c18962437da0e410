import { ActionIcon, CloseButton, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react'
import { isComposing } from '../../../components/keys'
import { isDialogOpen } from '../../../overlays/overlay-stack'
import { useCatalogueStore } from '../../../stores/catalogue-store'
import { useSheetStore } from '../../../stores/sheet-store'
import { useStoreWords } from '../../../stores/store-words'
import { placeAt, rowOfPlace, type RowLayout } from '../row-layout'
import { showCell } from '../sheet-place'
import type { SheetColumn } from '../sheet-column'
import type { Block } from '../paste'
import classes from '../sheet.module.css'
import { countText, find, stepFind, useFind } from './find-store'

type Props = {
  layout: RowLayout
  columns: readonly SheetColumn[]
  /** What is selected. */
  block: Block | null
  onClose: () => void
}

/** Looks for a text in what the cells of the sheet show, and leads from one to the next. */
export function FindBar({ layout, columns, block, onClose }: Props) {
  const state = useFind()
  const { text, openings, hits, at, isOld } = state
  const hit = at === null ? undefined : hits[at]
  const words = useStoreWords()
  const input = useRef<HTMLInputElement>(null)
  const answered = useCatalogueStore((catalogue) => catalogue.answered)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)

  // Each letter more is looked for from the cell that is found.
  const cell = block ? { ...placeAt(layout, block.top), across: block.left } : { index: 0, variation: null, across: 0 }
  const look = (wanted: string, from = cell) => find(wanted, { columns, words }, from)
  const lookAgain = useEffectEvent(() => void look(text))
  const step = (by: 1 | -1) => {
    if (!isOld) stepFind(by)
    else if (by === 1) void look(text, { ...cell, across: cell.across + 1 })
    else void look(text).then(() => stepFind(by))
  }
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [openings])
  // Other rows and columns show other cells.
  useEffect(() => lookAgain(), [answered, unfolding, columns, words])

  const show = useEffectEvent(() => {
    const path = hit && columns[hit.across]?.path
    if (hit && path !== undefined) showCell({ row: rowOfPlace(layout, hit), path, keepsFocus: true })
  })
  useEffect(() => show(), [hit])

  // Also from a cell, as in other programs.
  const go = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'F3' || isComposing(event) || isDialogOpen()) return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  })
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => go(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])

  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    else step(event.shiftKey ? -1 : 1)
  }

  return (
    <fieldset aria-label="Find in the sheet" className={classes.find}>
      <TextInput
        ref={input}
        size="xs"
        type="search"
        aria-label="Find in the cells shown"
        placeholder="Find in the cells shown"
        value={text}
        onChange={({ currentTarget }) => void look(currentTarget.value)}
        onKeyDown={press}
        leftSection={<IconSearch size={14} aria-hidden />}
      />
      <ActionIcon size="sm" aria-label="The cell before (Shift+Enter or Shift+F3)" onClick={() => step(-1)}>
        <IconChevronUp size={14} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label="The next cell (Enter or F3)" onClick={() => step(1)}>
        <IconChevronDown size={14} />
      </ActionIcon>
      <span className={classes.findCount}>{countText(state)}</span>
      <CloseButton size="sm" aria-label="Close (Esc)" onClick={onClose} />
    </fieldset>
  )
}
