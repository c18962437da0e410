import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { productsText } from '../../../electron/shared/words/counts'
import type { ProductRow } from '../../../electron/shared/product-query'
import type { Category } from '../../../electron/shared/store'
import { SmallPicture } from '../../components/controls/products/ProductName'
import { tellDone } from '../../components/offer-undo'
import { putInCategory } from '../../stores/category-actions'
import classes from './add-products.module.css'
import { useFoundProducts, type FoundProducts } from './use-found-products'

type Named = Pick<ProductRow, 'id' | 'name'>
type Props = { connectionId: string; category: Category; there: ReadonlySet<number>; onClose: () => void }

/** Finds products by words and ticks several, over several searches; all of them come into the category at once. */
export function AddProducts({ connectionId, category, there, onClose }: Props) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<number, Named>>(new Map())
  const found = useFoundProducts(connectionId, text)
  const list = useRef<HTMLUListElement>(null)
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [])]

  function turn(row: ProductRow): void {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  function step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const all = boxes()
    const at = all.findIndex((box) => box === document.activeElement)
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
  }
  function add(): void {
    void putInCategory([...chosen.values()], category).then(tellDone)
    onClose()
  }

  return (
    <Stack gap="md" onKeyDown={step}>
      <TextInput
        data-autofocus
        type="search"
        aria-label="Search products"
        placeholder="Search by name, SKU or other words"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ul ref={list} className={classes.list} aria-label="Products">
        {found?.rows.map((row) => (
          <li key={row.id}>
            <Line row={row} isThere={there.has(row.id)} isChosen={chosen.has(row.id)} onTurn={() => turn(row)} />
          </li>
        ))}
      </ul>
      <output className={classes.below}>{found && saidOf(found)}</output>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={chosen.size === 0} onClick={add}>
          {chosen.size === 0 ? 'Add products' : `Add ${productsText(chosen.size)}`}
        </Button>
      </Group>
    </Stack>
  )
}

function saidOf({ total, rows }: FoundProducts): string {
  if (total === 0) return 'No product has these words.'
  if (total > rows.length)
    return `The first ${formatNumber(rows.length)} of ${formatNumber(total)}. Other words find the rest.`
  return productsText(total)
}

type LineProps = { row: ProductRow; isThere: boolean; isChosen: boolean; onTurn: () => void }

function Line({ row, isThere, isChosen, onTurn }: LineProps) {
  return (
    <Checkbox
      size="xs"
      checked={isThere || isChosen}
      disabled={isThere}
      onChange={onTurn}
      classNames={{ body: classes.line ?? '', labelWrapper: classes.label ?? '', label: classes.about ?? '' }}
      label={
        <>
          <SmallPicture source={row.thumbnail} />
          <span className={classes.name}>{row.name || 'No name'}</span>
          <span className={classes.quiet}>{isThere ? 'in it already' : row.sku}</span>
        </>
      }
    />
  )
}
