/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an HTML select takes no lines that are dragged */
import { Button } from '@mantine/core'
import { IconGripVertical, IconPlus } from '@tabler/icons-react'
import { useEffect, useState, type DragEvent, type KeyboardEvent } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ProductRow } from '../../../electron/shared/product-query'
import type { Category } from '../../../electron/shared/store'
import { Section } from '../../components/Section'
import { Modal } from '../../overlays/Modal'
import { carriesProducts, dragProducts, endDraggedProducts, productsIn } from '../../stores/dragged-products'
import { AddProducts } from './AddProducts'
import { placeProduct, type Place } from './category-acts'
import { openFromCategory, placeInCategory } from './category-walk'
import { placeOf } from './place-of-drop'
import { ShelfNotes } from './ShelfField'
import classes from './shelves.module.css'
import { useCategoryProducts } from './use-category-products'

type Props = { connectionId: string; category: Category; readOnly: boolean }

/** The products of a category in their order, by drag and by Alt with the arrows. */
export function CategoryProducts({ connectionId, category, readOnly }: Props) {
  const found = useCategoryProducts(connectionId, category.id)
  const [isAdding, setAdding] = useState(false)
  if (!found) return null
  const { rows, total } = found
  return (
    <Section
      title="Products"
      note={
        total === 0
          ? 'No product is in this category itself.'
          : readOnly
            ? undefined
            : 'In the order in which shoppers see them. Drag one to its place, or move it with Alt and the arrow keys. Dropped on another category of the tree, it is in that one too.'
      }
    >
      {total > 0 && (
        <Ordered
          key={category.id}
          rows={rows}
          total={total}
          stoodAt={placeInCategory(connectionId, category)}
          open={(index) => openFromCategory(connectionId, category, found, index)}
          move={readOnly ? null : (row, to) => void placeProduct(category, row, to)}
        />
      )}
      {total > rows.length && (
        <p className={classes.below}>
          The first {formatNumber(rows.length)} of {formatNumber(total)} stand here.
        </p>
      )}
      {!readOnly && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add products…
          </Button>
        </div>
      )}
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={`Add products to ${category.name}`} size={560}>
        <AddProducts
          {...{ connectionId, category }}
          there={new Set(rows.map(({ id }) => id))}
          onClose={() => setAdding(false)}
        />
      </Modal>
      <ShelfNotes field="productIds" />
    </Section>
  )
}

type Move = (row: ProductRow, to: Place) => void

type OrderedProps = {
  rows: readonly ProductRow[]
  total: number
  /** The product that was opened from here last. */
  stoodAt: number | null
  open: (index: number) => void
  move: Move | null
}

function Ordered({ rows, total, stoodAt, open, move }: OrderedProps) {
  const [active, setActive] = useState(stoodAt)
  const [target, setTarget] = useState<number | null>(null)
  const at = rows.findIndex(({ id }) => id === active)
  const end = () => {
    setTarget(null)
    endDraggedProducts()
  }
  const [moved, setMoved] = useState<{ id: number; from: number } | null>(null)
  const [backAt] = useState(stoodAt)
  useEffect(() => {
    if (backAt !== null) document.getElementById(lineId(backAt))?.scrollIntoView({ block: 'nearest' })
  }, [backAt])

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = rows[at]
    if (event.altKey && by !== 0 && row && move) moveFrom(at, { by })
    else if (by !== 0) activate(Math.min(rows.length - 1, Math.max(0, at + by)))
    else if (event.key === 'Home') activate(0)
    else if (event.key === 'End') activate(rows.length - 1)
    else if (event.key === 'Enter' && row) open(at)
    else return
    event.preventDefault()
  }

  function activate(index: number): void {
    const row = rows[index]
    if (!row) return
    setActive(row.id)
    document.getElementById(lineId(row.id))?.scrollIntoView({ block: 'nearest' })
  }

  /** Downwards it comes to stand behind, upwards before. */
  function drop(id: number, over: ProductRow): void {
    const [from = -1, to = -1] = [id, over.id].map((each) => rows.findIndex((row) => row.id === each))
    if (from !== to) moveFrom(from, placeOf(rows, total, from, to))
  }

  function moveFrom(from: number, to: Place): void {
    const row = rows[from]
    if (!row || !move) return
    move(row, to)
    setMoved({ id: row.id, from })
  }

  const rowOf = ({ target: over }: DragEvent) => {
    const id = over instanceof Element ? over.closest<HTMLElement>('[data-product]')?.dataset['product'] : undefined
    return rows.find((row) => String(row.id) === id)
  }

  return (
    <>
      <output className="visually-hidden">{placeSaid(rows, total, moved)}</output>
      <div
        role="listbox"
        tabIndex={0}
        aria-label="Products in their order"
        aria-activedescendant={at < 0 ? undefined : lineId(active ?? 0)}
        className={classes.products}
        onKeyDown={press}
        onFocus={() => at < 0 && rows[0] && setActive(rows[0].id)}
        onDragOver={(event) => {
          const over = rowOf(event)
          if (!move || !over || !carriesProducts(event)) return
          event.preventDefault()
          event.dataTransfer.dropEffect = 'move'
          setTarget(over.id)
        }}
        onDrop={(event) => {
          const over = rowOf(event)
          if (move && over && carriesProducts(event)) {
            event.preventDefault()
            const [first] = productsIn(event)
            if (first) drop(first.id, over)
          }
          end()
        }}
        onDragEnd={end}
      >
        {rows.map((row, index) => (
          <div
            key={row.id}
            role="option"
            id={lineId(row.id)}
            tabIndex={-1}
            aria-selected={row.id === active}
            aria-posinset={index + 1}
            aria-setsize={total}
            className={classes.productLine}
            data-product={row.id}
            data-active={row.id === active || undefined}
            data-target={row.id === target || undefined}
            draggable={move !== null}
            onClick={() => setActive(row.id)}
            onDoubleClick={() => open(index)}
            onKeyDown={() => {}}
            onDragStart={(event) => dragProducts(event, [row])}
          >
            {move && <IconGripVertical size={14} aria-hidden className={classes.grip} />}
            <span className={classes.name} data-name data-hidden={!row.enabled || undefined}>
              {row.name}
            </span>
            <span className={classes.count}>{row.sku}</span>
          </div>
        ))}
      </div>
    </>
  )
}

/** Where what was moved last has come to stand, once it does. */
function placeSaid(rows: readonly ProductRow[], total: number, moved: { id: number; from: number } | null): string {
  const at = rows.findIndex(({ id }) => id === moved?.id)
  return at < 0 || at === moved?.from ? '' : `${rows[at]?.name ?? ''} is at place ${at + 1} of ${formatNumber(total)}`
}

const lineId = (id: number) => `product-in-category-${id}`
