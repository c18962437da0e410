import '@glideapps/glide-data-grid/dist/index.css'
import {
  CompactSelection,
  DataEditorCore,
  GridCellKind,
  ImageWindowLoaderImpl,
  loadingCellRenderer,
  type DataEditorRef,
  type GridCell,
  type GridKeyEventArgs,
  type GridSelection,
  type InnerGridCell,
  type InternalCellRenderer,
  type Item,
} from '@glideapps/glide-data-grid'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { showRows, useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow } from '../../stores/catalogue-view-store'
import { editsIn, readSheetRows, sheetEdits, useSheetStore } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { showProduct, useViewStore } from '../../stores/view-store'
import { emptyBlock, fillBlock, fillFrom, type Shown } from './block-acts'
import { blockIn, blockOf, selectionOf } from './blocks'
import { cellOf, sheetRenderer } from './cell-content'
import { CellEditor, type Leaving, type OpenCell } from './CellEditor'
import type { Block } from './paste'
import { textIn, type SheetColumn } from './sheet-column'
import { keyAct } from './sheet-keys'
import classes from './sheet.module.css'
import { useClipboard } from './use-clipboard'
import { useSheetTheme } from './use-sheet-theme'

type Props = {
  columns: readonly SheetColumn[]
  widths: Readonly<Record<string, number>>
  canUpdate: boolean
  onBlock: (block: Block | null) => void
  onWidth: (path: string, width: number) => void
  onMove: (from: number, to: number) => void
}

const rowHeight = 34
const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() }
const loading: GridCell = { kind: GridCellKind.Loading, allowOverlay: false, skeletonWidth: 60 }
// Each is only given cells of its own kind.
const renderers = [loadingCellRenderer] as unknown as readonly InternalCellRenderer<InnerGridCell>[]
// It has no pictures, and the grid asks for what would read them.
const pictures = new ImageWindowLoaderImpl()
// Boxes, clipboard and fills are ours.
const keybindings = {
  search: false,
  activateCell: false,
  downFill: false,
  rightFill: false,
  copy: false,
  cut: false,
  paste: false,
} as const
const steps: Record<Leaving, Item> = { down: [0, 1], up: [0, -1], right: [1, 0], left: [-1, 0], stay: [0, 0] }

/** The products of the list as cells to type into, copy and paste; rows are read as they come into view. */
export function SheetGrid({ columns, widths, canUpdate, onBlock, onWidth, onMove }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<DataEditorRef>(null)
  const looks = useSheetTheme()
  const words = useStoreWords()
  const total = useCatalogueStore((state) => state.total ?? 0)
  const pages = useCatalogueStore((state) => state.pages)
  const rows = useSheetStore((sheet) => sheet.rows)
  const edits = useSheetStore((sheet) => sheet.edits)
  const fields = useSheetStore((sheet) => sheet.fields)
  const openProduct = useViewStore((view) => view.product)
  const [selection, setSelection] = useState(nothing)
  const [openCell, setOpenCell] = useState<OpenCell | null>(null)
  const [view, setView] = useState({ first: 0, last: 40 })
  const isLeaving = useRef(false)
  const block = blockOf(selection)

  useEffect(() => showRows(view.first, view.last), [view, total])
  useEffect(() => {
    const ids = Array.from({ length: view.last - view.first + 1 }, (_, step) => rowAt(pages, view.first + step)?.id)
    void readSheetRows(ids.filter((id) => id !== undefined))
  }, [pages, view, fields])

  // What is typed into a product's form stands there alone until it is closed.
  const isFixed = useCallback((id: number) => !canUpdate || id === openProduct, [canUpdate, openProduct])
  const shown: Shown = { columns, total, words, isFixed }
  const content = useCallback(
    ([at, index]: Item): GridCell => {
      const [column, product] = [columns[at], rowAt(pages, index)]
      const typed = product && rows.has(product.id) ? editsIn({ rows, edits }, product.id) : undefined
      if (!column || !product || !typed) return loading
      return cellOf({ productId: product.id, column, edits: typed, words, isFixed: isFixed(product.id) }, looks)
    },
    [columns, pages, rows, edits, words, isFixed, looks],
  )
  const headers = useMemo(
    () => columns.map(({ path, title, width }) => ({ id: path, title, width: widths[path] ?? width })),
    [columns, widths],
  )

  const select = (next: GridSelection) => {
    setSelection(next)
    onBlock(blockOf(next))
    const row = next.current?.cell[1]
    if (row !== undefined) setActiveRow(row, rowAt(pages, row)?.id ?? null)
  }
  const selectBlock = (into: Block) => select(selectionOf(into))
  useClipboard(frame, shown, block, selectBlock)

  const open = ([at, index]: Item, letter: string | null) => {
    const [column, product, place] = [columns[at], rowAt(pages, index), grid.current?.getBounds(at, index)]
    const typed = product && sheetEdits(product.id)
    if (!column?.typing || !typed || !place || isFixed(product.id)) return
    setOpenCell({ productId: product.id, column, letter, text: textIn(column, typed, words), place })
  }
  const leave = (to: Leaving) => {
    setOpenCell(null)
    const cell = selection.current?.cell
    if (to === 'stay' || !cell) return grid.current?.focus()
    const [across, down] = steps[to]
    const [left, top] = [clamp(cell[0] + across, columns.length), clamp(cell[1] + down, total)]
    selectBlock({ top, left, bottom: top, right: left })
    grid.current?.scrollTo(left, top)
    grid.current?.focus()
  }
  const press = (event: GridKeyEventArgs) => {
    const cell = selection.current?.cell
    // Tab goes from cell to cell; after Escape it leaves the sheet, as it leaves a text.
    if (event.key === 'Tab' && isLeaving.current) return leaveFrom(event, frame.current)
    if (event.key !== 'Shift') isLeaving.current = event.key === 'Escape'
    const act = cell && block && keyAct(event)
    if (!act) return
    event.cancel()
    event.preventDefault()
    if (act === 'calm') selectBlock({ top: cell[1], left: cell[0], bottom: cell[1], right: cell[0] })
    else if (act === 'fill-down' || act === 'fill-right')
      void fillBlock(shown, block, act === 'fill-down' ? 'down' : 'right')
    else if (act === 'show') showActive(rowAt(pages, cell[1])?.id)
    else open(cell, act === 'open' ? null : event.key)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the grid in it takes the focus wherever it is pressed
    <div ref={frame} className={classes.grid} onMouseUp={() => openCell ?? grid.current?.focus()}>
      <DataEditorCore
        ref={grid}
        width="100%"
        height="100%"
        columns={headers}
        rows={total}
        rowHeight={rowHeight}
        headerHeight={rowHeight}
        freezeColumns={1}
        getCellContent={content}
        getCellsForSelection
        renderers={renderers}
        customRenderers={[sheetRenderer]}
        imageWindowLoader={pictures}
        theme={looks.all}
        keybindings={keybindings}
        gridSelection={selection}
        onGridSelectionChange={select}
        rangeSelect="rect"
        columnSelect="none"
        rowSelect="none"
        fillHandle
        onVisibleRegionChanged={({ y, height }) => setView({ first: y, last: y + height })}
        onColumnResize={({ id = '' }, width) => onWidth(id, width)}
        onColumnMoved={onMove}
        onKeyDown={press}
        onCellClicked={(cell, event) => event.isDoubleClick && open(cell, null)}
        onPaste={false}
        onDelete={(chosen) => {
          const emptied = blockOf(chosen)
          if (emptied) void emptyBlock(shown, emptied)
          return false
        }}
        onFillPattern={(event) => {
          event.preventDefault()
          void fillFrom(shown, blockIn(event.patternSource), blockIn(event.fillDestination))
        }}
      />
      {openCell && <CellEditor key={`${openCell.productId} ${openCell.column.path}`} cell={openCell} onLeave={leave} />}
    </div>
  )
}

const clamp = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1))

/** The browser goes on to what comes after the sheet, or before it. */
function leaveFrom(event: GridKeyEventArgs, frame: HTMLElement | null): void {
  event.cancel()
  if (event.shiftKey) frame?.querySelector('canvas')?.focus()
}

function showActive(productId: number | undefined): void {
  if (productId !== undefined) showProduct(productId)
}
