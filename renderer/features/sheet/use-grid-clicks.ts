import type { CellClickedEventArgs, Item } from '@glideapps/glide-data-grid'
import { blockOfCell, holds } from './blocks'
import type { Block } from './paste'
import { isInBox } from './switch-cells'
import { useDoubleClick } from './use-double-click'
import type { useRowLead } from './use-row-lead'

type Parts = {
  lead: Pick<ReturnType<typeof useRowLead>, 'partAt' | 'tick'>
  block: Block | null
  fold: (row: number) => void
  /** False: the cell is no switch. */
  turn: (cell: Item, among: Block) => boolean
  open: (cell: Item, letter: null) => void
  selectBlock: (block: Block) => void
  /** `within`: where in the cell. */
  openMenu: (cell: Item, within: { x: number; y: number }) => void
}

/** What clicks do in the sheet, beside selecting. */
export function useGridClicks({ lead, block, fold, turn, open, selectBlock, openMenu }: Parts) {
  const isSecondClick = useDoubleClick()
  return {
    onCellClicked: (cell: Item, event: CellClickedEventArgs): void => {
      const isSecond = isSecondClick(cell)
      const part = cell[0] === 0 ? lead.partAt(cell[1], event.localEventX) : null
      if (part === 'tick') lead.tick(cell[1], event.shiftKey)
      else if (part === 'fold') fold(cell[1])
      else if (cell[0] > 0 && isInBox(event.localEventX) && turn(cell, blockOfCell(cell))) return
      else if (isSecond) open(cell, null)
    },
    onCellContextMenu: (cell: Item, event: CellClickedEventArgs): void => {
      event.preventDefault()
      if (!block || !holds(block, cell)) selectBlock(blockOfCell(cell))
      openMenu(cell, { x: event.localEventX, y: event.localEventY })
    },
  }
}
