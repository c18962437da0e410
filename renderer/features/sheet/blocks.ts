import { CompactSelection, type GridSelection, type Item, type Rectangle } from '@glideapps/glide-data-grid'
import type { Block } from './paste'

export const blockIn = ({ x, y, width, height }: Rectangle): Block => ({
  top: y,
  left: x,
  bottom: y + height - 1,
  right: x + width - 1,
})

export const blockOf = ({ current }: GridSelection): Block | null => (current ? blockIn(current.range) : null)

export const blockOfCell = ([left, top]: Item): Block => ({ top, left, bottom: top, right: left })

export const holds = ({ top, left, bottom, right }: Block, [at, row]: Item): boolean =>
  row >= top && row <= bottom && at >= left && at <= right

export const selectionOf = ({ top, left, bottom, right }: Block): GridSelection => ({
  columns: CompactSelection.empty(),
  rows: CompactSelection.empty(),
  current: {
    cell: [left, top],
    range: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
    rangeStack: [],
  },
})
