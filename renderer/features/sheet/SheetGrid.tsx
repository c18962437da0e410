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
import { readSheetRows, useSheetStore } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { showProduct, useViewStore } from '../../stores/view-store'
import { emptyBlock, fillBlock, fillFrom, type Shown } from './block-acts'
import { blockIn, blockOf, selectionOf } from './blocks'
import { contentOf, sheetRenderer } from './cell-content'
import { CellEditor, type Leaving, type OpenCell } from './CellEditor'
import type { Block } from './paste'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { hasDialog } from './FieldDialog'
import { keyAct } from './sheet-keys'
import classes from './sheet.module.css'
import { rowNow } from './sheet-row'
import { useClipboard } from './use-clipboard'
import { useRowLead } from './use-row-lead'
import { useCellAt } from './use-row-layout'
import { useSheetTheme } from './use-sheet-theme'

type Props = {
  /** The keys are its own again when the dialog goes. */
  isBelowDialog: boolean
  /** Opens a field of a product that a cell is too small for. */
  onDialog: (productId: number, column: SheetColumn) => void
  layout: RowLayout
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
export function SheetGrid({
  isBelowDialog,
  layout,
  columns,
  widths,
  canUpdate,
  onDialog,
  onBlock,
  onWidth,
  onMove,
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<DataEditorRef>(null)
  const looks = useSheetTheme()
  const words = useStoreWords()
  const pages = useCatalogueStore((state) => state.pages)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  const cellAt = useCellAt(layout)
  const { leadOf, lookOf, ...lead } = useRowLead(layout)
  const fields = useSheetStore((sheet) => sheet.fields)
  const openProduct = useViewStore((view) => view.product)
  const [selection, setSelection] = useState(nothing)
  const [openCell, setOpenCell] = useState<OpenCell | null>(null)
  const [view, setView] = useState({ first: 0, last: 40 })
  const isLeaving = useRef(false)
  const block = blockOf(selection)

  const wasBelow = useRef(false)
  useEffect(() => {
    if (wasBelow.current && !isBelowDialog) grid.current?.focus()
    wasBelow.current = isBelowDialog
  }, [isBelowDialog])
  const first = placeAt(layout, view.first).index
  const last = placeAt(layout, view.last).index
  useEffect(() => showRows(first, last), [first, last, layout])
  useEffect(() => {
    const ids = Array.from({ length: last - first + 1 }, (_, step) => rowAt(pages, first + step)?.id)
    void readSheetRows(ids.filter((id) => id !== undefined))
  }, [pages, first, last, fields, unfolding])

  // What is typed into a product's form stands there alone until it is closed.
  const isFixed = useCallback((id: number) => !canUpdate || id === openProduct, [canUpdate, openProduct])
  const shown: Shown = { columns, layout, words, isFixed }
  const content = useCallback(
    ([at, row]: Item): GridCell => {
      const place = placeAt(layout, row)
      const [column, product] = [columns[at], rowAt(pages, place.index)]
      const cell = column && cellAt(row, column)
      if (!product || !cell) return loading
      const before = at === 0 ? leadOf(product, place) : null
      const name = `${product.id} ${place.variation ?? ''} ${column.path}`
      const isTypable = cell.takesText || (hasDialog(column) && place.variation === null)
      return contentOf(
        { name, cell, align: column.align, isReadOnly: isFixed(product.id) || !isTypable, lead: before },
        looks,
      )
    },
    [layout, columns, pages, cellAt, leadOf, isFixed, looks],
  )
  const rowLook = useCallback((row: number) => lookOf(row, looks.picked), [lookOf, looks])
  const headers = useMemo(
    () => columns.map(({ path, title, width }) => ({ id: path, title, width: widths[path] ?? width })),
    [columns, widths],
  )

  const select = (next: GridSelection) => {
    setSelection(next)
    onBlock(blockOf(next))
    const row = next.current?.cell[1]
    if (row === undefined) return
    const { index } = placeAt(layout, row)
    setActiveRow(index, rowAt(pages, index)?.id ?? null)
  }
  const selectBlock = (into: Block) => select(selectionOf(into))
  useClipboard(frame, shown, block, selectBlock)

  const open = ([at, index]: Item, letter: string | null) => {
    const [column, row, place] = [columns[at], rowNow(layout, index), grid.current?.getBounds(at, index)]
    const cell = column && cellAt(index, column)
    if (!column || !row || !cell || !place || isFixed(row.productId)) return
    if (letter === null && hasDialog(column) && !row.variation) return onDialog(row.productId, column)
    if (!cell.takesText) return
    setOpenCell({ row, column, cell, letter, text: cell.text(), place })
  }
  const fold = (row: number, wanted?: boolean) => {
    const top = lead.fold(row, wanted)
    const left = selection.current?.cell[0] ?? 0
    // What stood on a variation that goes stands on its product.
    if (top !== null) selectBlock({ top, left, bottom: top, right: left })
  }
  const leave = (to: Leaving) => {
    setOpenCell(null)
    const cell = selection.current?.cell
    if (to === 'stay' || !cell) return grid.current?.focus()
    const [across, down] = steps[to]
    const [left, top] = [clamp(cell[0] + across, columns.length), clamp(cell[1] + down, layout.rows)]
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
    else if (act === 'fold' || act === 'unfold') fold(cell[1], act === 'unfold')
    else if (act === 'tick') lead.tick(cell[1], false)
    else if (act === 'show') showActive(rowNow(layout, cell[1])?.productId)
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
        rows={layout.rows}
        rowHeight={rowHeight}
        headerHeight={rowHeight}
        freezeColumns={1}
        getCellContent={content}
        getCellsForSelection
        renderers={renderers}
        getRowThemeOverride={rowLook}
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
        onCellClicked={(cell, event) => {
          const part = cell[0] === 0 ? lead.partAt(cell[1], event.localEventX) : null
          if (part === 'tick') lead.tick(cell[1], event.shiftKey)
          else if (part === 'fold') fold(cell[1])
          else if (event.isDoubleClick) open(cell, null)
        }}
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
      {openCell && (
        <CellEditor
          key={`${openCell.row.productId} ${openCell.row.variation?.id ?? ''} ${openCell.column.path}`}
          cell={openCell}
          onLeave={leave}
        />
      )}
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
