import '@glideapps/glide-data-grid/dist/index.css'
import {
  DataEditorCore,
  type DataEditorRef,
  type GridKeyEventArgs,
  type GridSelection,
  type Item,
} from '@glideapps/glide-data-grid'
import { useMergedRef } from '@mantine/hooks'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type Ref,
} from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow } from '../../stores/catalogue-view-store'
import { useStoreWords } from '../../stores/store-words'
import { showProduct, useViewStore } from '../../stores/view-store'
import { emptyBlock, fillBlock, fillFrom, turnSwitches, type Shown } from './block-acts'
import { blockIn, blockOf, holds, selectionOf } from './blocks'
import { sheetRenderer } from './cell-content'
import { CellEditor, type Leaving } from './CellEditor'
import { keybindings, nothing, pictures, renderers, rowHeight } from './grid-settings'
import type { Block } from './paste'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { keyAct } from './sheet-keys'
import classes from './sheet.module.css'
import { SheetMenu, type MenuAct, type MenuPlace } from './SheetMenu'
import { rowNow } from './sheet-row'
import { isInBox, turnedAt } from './switch-cells'
import { useCellBox } from './use-cell-box'
import { useCellContent } from './use-cell-content'
import { useClipboard } from './use-clipboard'
import { useFrozenColumns } from './use-frozen-columns'
import { useMenuActs } from './use-menu-acts'
import { useRowLead } from './use-row-lead'
import { useCellAt } from './use-row-layout'
import { useRowsInSight } from './use-rows-in-sight'
import { useSheetTheme } from './use-sheet-theme'
import { useShowCell } from './use-show-cell'

export type SheetHandle = { focus: () => void }

type Props = {
  ref: Ref<SheetHandle>
  /** The keys are its own again when the dialog goes. */
  isBelowDialog: boolean
  /** Opens a field of a product that a cell is too small for. */
  onDialog: (productId: number, column: SheetColumn) => void
  layout: RowLayout
  columns: readonly SheetColumn[]
  widths: Readonly<Record<string, number>>
  /** So many columns from the left stay in sight. */
  frozen: number
  canUpdate: boolean
  onBlock: (block: Block | null) => void
  onWidth: (path: string, width: number) => void
  onMove: (from: number, to: number) => void
  onFreeze: (count: number) => void
}

const steps: Record<Leaving, Item> = { down: [0, 1], up: [0, -1], right: [1, 0], left: [-1, 0], stay: [0, 0] }

/** The products of the list as cells to type into, copy and paste; rows are read as they come into view. */
export function SheetGrid({ ref, isBelowDialog, layout, columns, widths, canUpdate, ...props }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<DataEditorRef>(null)
  const looks = useSheetTheme()
  const words = useStoreWords()
  const pages = useCatalogueStore((state) => state.pages)
  const cellAt = useCellAt(layout)
  const { leadOf, lookOf, ...lead } = useRowLead(layout)
  const openProduct = useViewStore((view) => view.product)
  const [selection, setSelection] = useState(nothing)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const isLeaving = useRef(false)
  const block = blockOf(selection)
  const noteSight = useRowsInSight(layout)

  const wasBelow = useRef(false)
  useEffect(() => {
    if (wasBelow.current && !isBelowDialog) grid.current?.focus()
    wasBelow.current = isBelowDialog
  }, [isBelowDialog])

  // What is typed into a product's form stands there alone until it is closed.
  const isFixed = useCallback((id: number) => !canUpdate || id === openProduct, [canUpdate, openProduct])
  const { openCell, open, close } = useCellBox({ grid, columns, layout, cellAt, isFixed, onDialog: props.onDialog })
  const shown: Shown = { columns, layout, words, isFixed }
  const content = useCellContent({ layout, columns, looks, cellAt, leadOf, isFixed })
  const rowLook = useCallback((row: number) => lookOf(row, looks.picked), [lookOf, looks])
  const headers = useMemo(
    () => columns.map(({ path, title, width }) => ({ id: path, title, width: widths[path] ?? width })),
    [columns, widths],
  )
  const room = useFrozenColumns(headers, props.frozen)

  const select = (next: GridSelection) => {
    setSelection(next)
    props.onBlock(blockOf(next))
    const row = next.current?.cell[1]
    if (row === undefined) return
    const { index } = placeAt(layout, row)
    setActiveRow(index, rowAt(pages, index)?.id ?? null)
  }
  const selectBlock = (into: Block) => select(selectionOf(into))
  const show = (row: number, across: number) => {
    const [top, left] = [clamp(row, layout.rows), clamp(across, columns.length)]
    selectBlock({ top, left, bottom: top, right: left })
    grid.current?.scrollTo(left, top)
    grid.current?.focus()
  }
  useClipboard(frame, shown, block, selectBlock)
  useShowCell(columns, show)
  useImperativeHandle(ref, () => ({
    focus: () => show(selection.current?.cell[1] ?? 0, selection.current?.cell[0] ?? 0),
  }))

  const fold = (row: number, wanted?: boolean) => {
    const top = lead.fold(row, wanted)
    // What stood on a variation that goes stands on its product.
    if (top !== null) show(top, selection.current?.cell[0] ?? 0)
  }
  const leave = (to: Leaving) => {
    close()
    const cell = selection.current?.cell
    if (to === 'stay' || !cell) return grid.current?.focus()
    const [across, down] = steps[to]
    show(cell[1] + down, cell[0] + across)
  }
  /** False: the cell is no switch. */
  const turn = (cell: Item, among: Block): boolean => {
    const text = turnedAt(cell, { columns, layout, cellAt })
    if (text !== undefined) void turnSwitches(shown, among, text)
    return text !== undefined
  }
  const openMenu = ([at, row]: Item, within: { x: number; y: number }) => {
    const place = grid.current?.getBounds(at, row)
    if (!place) return
    const column = columns[at]?.title ?? ''
    setMenu({ x: place.x + within.x, y: place.y + within.y, column, isFrozen: at > 0 && at < room.frozen })
  }
  const act = useMenuActs({ shown, block, focus: () => grid.current?.focus() })
  const press = (event: GridKeyEventArgs) => {
    const cell = selection.current?.cell
    // Tab goes from cell to cell; after Escape it leaves the sheet, as it leaves a text.
    if (event.key === 'Tab' && isLeaving.current) return leaveFrom(event, frame.current)
    if (event.key !== 'Shift') isLeaving.current = event.key === 'Escape'
    const wanted = cell && block && keyAct(event)
    if (!wanted) return
    event.cancel()
    event.preventDefault()
    if (wanted === 'calm') selectBlock({ top: cell[1], left: cell[0], bottom: cell[1], right: cell[0] })
    else if (wanted === 'fill-down' || wanted === 'fill-right')
      void fillBlock(shown, block, wanted === 'fill-down' ? 'down' : 'right')
    else if (wanted === 'fold' || wanted === 'unfold') fold(cell[1], wanted === 'unfold')
    else if (wanted === 'tick') lead.tick(cell[1], false)
    else if (wanted === 'menu') {
      // What closes menus hears keys that nobody has taken.
      event.stopPropagation()
      openMenu(cell, { x: 20, y: rowHeight })
    } else if (wanted === 'show') {
      if (!turn(cell, block)) showActive(rowNow(layout, cell[1])?.productId)
    } else open(cell, wanted === 'open' ? null : event.key)
  }
  const choose = (wanted: MenuAct) => {
    const cell = selection.current?.cell
    setMenu(null)
    grid.current?.focus()
    if (!cell) return
    if (wanted === 'show') showActive(rowNow(layout, cell[1])?.productId)
    else if (wanted === 'freeze') props.onFreeze(cell[0] + 1)
    else if (wanted === 'unfreeze') props.onFreeze(1)
    else act(wanted)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the grid in it takes the focus wherever it is pressed
    <div
      ref={useMergedRef(frame, room.ref)}
      className={classes.grid}
      onMouseUp={() => openCell ?? menu ?? grid.current?.focus()}
      onContextMenuCapture={stopKeyMenu}
    >
      <DataEditorCore
        ref={grid}
        width="100%"
        height="100%"
        columns={headers}
        rows={layout.rows}
        rowHeight={rowHeight}
        headerHeight={rowHeight}
        freezeColumns={room.frozen}
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
        onVisibleRegionChanged={noteSight}
        onColumnResize={({ id = '' }, width) => props.onWidth(id, width)}
        onColumnMoved={props.onMove}
        onKeyDown={press}
        onCellClicked={(cell, event) => {
          const part = cell[0] === 0 ? lead.partAt(cell[1], event.localEventX) : null
          if (part === 'tick') lead.tick(cell[1], event.shiftKey)
          else if (part === 'fold') fold(cell[1])
          else if (cell[0] > 0 && isInBox(event.localEventX) && turn(cell, blockOfCell(cell))) return
          else if (event.isDoubleClick) open(cell, null)
        }}
        onCellContextMenu={(cell, event) => {
          event.preventDefault()
          if (!block || !holds(block, cell)) selectBlock(blockOfCell(cell))
          openMenu(cell, { x: event.localEventX, y: event.localEventY })
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
      <SheetMenu
        at={menu}
        canUpdate={canUpdate}
        onClose={() => {
          setMenu(null)
          grid.current?.focus()
        }}
        onAct={choose}
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
const blockOfCell = ([left, top]: Item): Block => ({ top, left, bottom: top, right: left })

/** By a key it comes from nowhere, and the key has opened the menu already. */
function stopKeyMenu(event: MouseEvent): void {
  if (event.button === 2 || event.ctrlKey) return
  event.preventDefault()
  event.stopPropagation()
}

/** The browser goes on to what comes after the sheet, or before it. */
function leaveFrom(event: GridKeyEventArgs, frame: HTMLElement | null): void {
  event.cancel()
  if (event.shiftKey) frame?.querySelector('canvas')?.focus()
}

function showActive(productId: number | undefined): void {
  if (productId !== undefined) showProduct(productId)
}
