import '@glideapps/glide-data-grid/dist/index.css'
import { DataEditorCore, type DataEditorRef, type Item } from '@glideapps/glide-data-grid'
import { useMergedRef } from '@mantine/hooks'
import { useCallback, useImperativeHandle, useRef, type MouseEvent, type Ref } from 'react'
import { isFormToCome } from '../../stores/product-store'
import { useStoreWords } from '../../stores/store-words'
import { closeProduct, showProduct, useViewStore } from '../../stores/view-store'
import { emptyBlock, fillBlock, fillFrom, turnSwitches } from './block-acts'
import { blockIn, blockOf, blockOfCell } from './blocks'
import { sheetRenderer } from './cell-content'
import { CellEditor, type Leaving } from './CellEditor'
import { HeadMenu, type HeadPanel } from './HeadMenu'
import { keybindings, pictures, renderers, rowHeight } from './grid-settings'
import type { Block } from './paste'
import type { RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import classes from './sheet.module.css'
import { SheetMenu } from './SheetMenu'
import { rowNow } from './sheet-row'
import { turnedAt } from './switch-cells'
import { useCellBox } from './use-cell-box'
import { useCellContent } from './use-cell-content'
import { useCellMenu } from './use-cell-menu'
import { useClipboard } from './use-clipboard'
import { useFrozenColumns } from './use-frozen-columns'
import { useGridClicks } from './use-grid-clicks'
import { useGridPress } from './use-grid-press'
import { useHeadMenu } from './use-head-menu'
import { useHeads } from './use-heads'
import { useKeysBack } from './use-keys-back'
import { useMenuActs } from './use-menu-acts'
import { useRowLead } from './use-row-lead'
import { useCellAt } from './use-row-layout'
import { useRowsInSight } from './use-rows-in-sight'
import { useSelectedCells } from './use-selected-cells'
import { useSheetTheme } from './use-sheet-theme'
import { useShowCell } from './use-show-cell'
import type { Shown } from './written-cells'

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
  headPanel: HeadPanel
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
  const cellAt = useCellAt(layout)
  const { leadOf, lookOf, ...lead } = useRowLead(layout)
  const selected = useSelectedCells({ grid, layout, columns, onBlock: props.onBlock })
  const { block, cell: active, selectBlock, show } = selected
  const noteSight = useRowsInSight(layout)

  useKeysBack(isBelowDialog, () => grid.current?.focus())

  const isFixed = useCallback((id: number) => !canUpdate || isFormToCome(id), [canUpdate])
  const { openCell, open, close } = useCellBox({ grid, columns, layout, cellAt, isFixed, onDialog: props.onDialog })
  const shown: Shown = { columns, layout, words, isFixed }
  const content = useCellContent({ layout, columns, looks, cellAt, leadOf, isFixed })
  const rowLook = useCallback((row: number) => lookOf(row, looks.picked), [lookOf, looks])
  const headers = useHeads(columns, widths, looks)
  const head = useHeadMenu({ grid, columns })
  const room = useFrozenColumns(headers, props.frozen)

  useClipboard(frame, shown, block, selectBlock)
  useShowCell(columns, show)
  useImperativeHandle(ref, () => ({
    focus: () => show(active?.[1] ?? 0, active?.[0] ?? 0),
  }))

  const fold = (row: number, wanted?: boolean) => {
    const top = lead.fold(row, wanted)
    // What stood on a variation that goes stands on its product.
    if (top !== null) show(top, active?.[0] ?? 0)
  }
  const leave = (to: Leaving) => {
    close()
    if (to === 'stay' || !active) return grid.current?.focus()
    const [across, down] = steps[to]
    show(active[1] + down, active[0] + across)
  }
  /** False: the cell is no switch. */
  const turn = (cell: Item, among: Block): boolean => {
    const text = turnedAt(cell, { columns, layout, cellAt })
    if (text !== undefined) void turnSwitches(shown, among, text)
    return text !== undefined
  }
  const openBeside = ([, row]: Item) => {
    const productId = rowNow(layout, row)?.productId
    if (productId !== undefined) showProduct(productId)
  }
  /** The key that opens it closes it. */
  const turnBeside = (cell: Item) => {
    if (rowNow(layout, cell[1])?.productId === useViewStore.getState().product) closeProduct()
    else openBeside(cell)
  }
  const menu = useCellMenu({
    ...{ grid, columns, frozen: room.frozen, cell: active },
    onShow: openBeside,
    onFreeze: props.onFreeze,
    onAct: useMenuActs({ shown, block, focus: () => grid.current?.focus() }),
  })
  const press = useGridPress({
    ...{ frame, cell: active, block },
    acts: {
      calm: (cell) => selectBlock(blockOfCell(cell)),
      fill: (among, way) => void fillBlock(shown, among, way),
      fold,
      tick: (row) => lead.tick(row, false),
      head: ([across]) => head.open(across),
      menu: (cell) => menu.open(cell, { x: 20, y: rowHeight }),
      show: (cell, among) => turn(cell, among) || turnBeside(cell),
      open,
    },
  })
  const clicks = useGridClicks({ lead, block, fold, turn, open, selectBlock, openMenu: menu.open })

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the grid in it takes the focus wherever it is pressed
    <div
      ref={useMergedRef(frame, room.ref)}
      className={classes.grid}
      onPointerUp={() => openCell ?? menu.place ?? head.at ?? grid.current?.focus()}
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
        gridSelection={selected.selection}
        onGridSelectionChange={selected.select}
        rangeSelect="rect"
        columnSelect="none"
        rowSelect="none"
        fillHandle
        onVisibleRegionChanged={noteSight}
        onHeaderMenuClick={head.open}
        onColumnResize={({ id = '' }, width) => props.onWidth(id, width)}
        onColumnMoved={props.onMove}
        onKeyDown={press}
        {...clicks}
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
      <HeadMenu at={head.at} panel={props.headPanel} onClose={head.close} />
      <SheetMenu at={menu.place} canUpdate={canUpdate} onClose={menu.close} onAct={menu.choose} />
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

/** By a key it comes from nowhere, and the key has opened the menu already. */
function stopKeyMenu(event: MouseEvent): void {
  if (event.button === 2 || event.ctrlKey) return
  event.preventDefault()
  event.stopPropagation()
}
