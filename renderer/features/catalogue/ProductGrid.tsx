/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one, as far as they are in view, are no table */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type CSSProperties,
  type Ref,
} from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { showRows, useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { isPicked, pickedCount, useProductSelection } from '../../stores/product-selection'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { useViewStore } from '../../stores/view-store'
import { cssWidth } from './grid-columns'
import classes from './ProductGrid.module.css'
import { ProductGridHeader } from './ProductGridHeader'
import { ProductGridRow, rowId, type CellLook, type RowLook } from './ProductGridRow'
import { noteAnswer, noteTopRow } from './list-pace'
import { useActiveRow } from './use-active-row'
import { useDragPick } from './use-drag-pick'
import { useGridKeys } from './use-grid-keys'
import { useRowDrop } from './use-row-drop'
import { useRowPointer } from './use-row-pointer'
import type { ManyActions } from './use-many-actions'
import type { RowActions } from './use-row-actions'

const rowHeight = 52
const headerHeight = 34

export type GridHandle = { focus: () => void }

type Props = {
  ref: Ref<GridHandle>
  look: RowLook
  actions: RowActions
  /** Null: rows take no drops. */
  many: ManyActions
  onDrop: ((productId: number, dropped: DroppedPictures) => void) | null
  /** Why dropped pictures are not taken. */
  refuses: string | null
}

/** The list of products: only the rows in view exist, and only their pages are asked for. */
export function ProductGrid({ ref, look, actions, many, onDrop, refuses }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const header = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const total = useCatalogueStore((state) => state.total ?? 0)
  const pages = useCatalogueStore((state) => state.pages)
  const answered = useCatalogueStore((state) => state.answered)
  const active = useCatalogueViewStore((view) => view.activeIndex)
  const open = useViewStore((view) => view.product)
  const picked = useProductSelection((state) => state.picked)
  const isPicking = pickedCount(picked, total) > 0

  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  })
  const { startIndex: first = 0, endIndex: last = 0 } = rows.range ?? {}

  useEffect(() => showRows(first, last), [first, last, total])
  useEffect(() => noteTopRow(first), [first])

  // What is out of sight follows when what is in view has been painted: a third of the rows.
  const inView = useMemo(() => ({ pages, look }), [pages, look])
  const outOfSight = useDeferredValue(inView)

  const shownAnswer = useRef(answered)
  useEffect(() => {
    if (shownAnswer.current === answered) return
    shownAnswer.current = answered
    // Another question: its answer is read from the top. Asked to scroll, also to where it is, the window lays out everything.
    if (rows.scrollOffset) scroller.current?.scrollTo({ top: 0 })
    setActiveRow(0, null)
    noteAnswer()
  }, [answered, rows])

  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), [])
  useImperativeHandle(ref, () => ({ focus }), [focus])

  const moveTo = useActiveRow((index) => rows.scrollToIndex(index))
  const drop = useRowDrop(onDrop)
  const picks = useDragPick(scroller, (y) => {
    const { top = 0 } = list.current?.getBoundingClientRect() ?? {}
    return Math.max(0, Math.min(total - 1, Math.floor((y - top) / rowHeight)))
  })
  const pointer = useRowPointer(actions, picks.isDrawing)
  const onKeyDown = useGridKeys({
    actions,
    many,
    moveTo,
    rowsInView: last - first,
    toHeader: () => header.current?.querySelector('button')?.focus(),
  })

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Products"
      aria-multiselectable
      data-picking={isPicking || undefined}
      aria-rowcount={total + 1}
      aria-colcount={look.cells.columns.length}
      aria-activedescendant={total > 0 ? rowId(active) : undefined}
      className={classes.grid}
      data-compact={look.cells.isCompact || undefined}
      style={columnWidths(look.cells)}
      onKeyDown={onKeyDown}
      {...pointer}
      {...picks.handlers}
      {...drop.handlers}
    >
      <ProductGridHeader ref={header} columns={look.cells.columns} onLeave={focus} />
      <div ref={list} role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {withActive(rows.getVirtualItems(), active, total).map(({ index }) => {
          const drawn = index >= first && index <= last ? inView : outOfSight
          const row = rowAt(drawn.pages, index)
          return (
            <ProductGridRow
              key={index}
              look={drawn.look}
              index={index}
              row={row}
              top={index * rowHeight}
              isActive={index === active}
              isOpen={row !== undefined && row.id === open}
              isPicked={row !== undefined && isPicked(picked, row.id)}
              isPicking={isPicking}
              dropHint={index === drop.index ? (refuses ?? `Add pictures to ${row?.name ?? 'it'}`) : null}
            />
          )
        })}
      </div>
    </div>
  )
}

function columnWidths({ columns }: CellLook): CSSProperties {
  const widths = { '--columns': columns.map(cssWidth).join(' ') }
  return widths as CSSProperties
}

/** The active row is always there, also out of view: the grid points at it by its id. */
function withActive(items: { index: number }[], active: number, total: number): { index: number }[] {
  if (active >= total || items.some(({ index }) => index === active)) return items
  return [...items, { index: active }]
}
