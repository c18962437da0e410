import type { StoreWords } from '../../../electron/shared/fields/kind'
import { countStyle } from '../../../electron/shared/numbers/money'
import { formatDecimal } from '../../../electron/shared/numbers/numbers'
import { decimalsOf } from '../../../electron/shared/price-rule'
import { columnsOf, rowsOf, type Block } from './paste'
import type { RowCell } from './row-cells'
import type { SheetColumn } from './sheet-column'

/** Undefined while its row is on its way. */
export type CellAt = (row: number, column: SheetColumn) => RowCell | undefined
type Columns = readonly SheetColumn[]

/** `count` numbers, and `filled` cells where no column holds any. `decimals`: of the finest of them. */
export type Sums = { filled: number; count: number; sum: number; lowest: number; highest: number; decimals: number }
export const noSums: Sums = { filled: 0, count: 0, sum: 0, lowest: Infinity, highest: -Infinity, decimals: 0 }

/** More cells than this are not gone over at once. */
const mostCells = 50_000

/** What the cells of a block come to; null where some of them are not here, or too many for one go. */
export function sumsOf(block: Block, { columns, cellAt }: { columns: Columns; cellAt: CellAt }): Sums | null {
  const summed = summedColumns(block, columns)
  if (rowsOf(block).length * summed.length > mostCells) return null
  let sums = noSums
  for (const row of rowsOf(block)) {
    const cells = summed.map((column) => cellAt(row, column))
    if (!cells.every((cell) => cell !== undefined)) return null
    sums = cells.reduce(withCell, sums)
  }
  return sums
}

/** Of a block, the columns of numbers, or all of them where there are none. */
export function summedColumns(block: Block, columns: Columns): SheetColumn[] {
  const chosen = columnsOf(block).flatMap((at) => columns[at] ?? [])
  const ofNumbers = chosen.filter((column) => column.amount !== undefined)
  return ofNumbers.length > 0 ? ofNumbers : chosen
}

export function withCell(sums: Sums, cell: RowCell): Sums {
  // What cannot be saved stands there as text, or is none that counts.
  const amounts = cell.problem() === null ? cell.amounts() : []
  const filled = sums.count === 0 && amounts.length === 0 && cell.shown() !== '' ? sums.filled + 1 : sums.filled
  return amounts.reduce(withNumber, { ...sums, filled })
}

const withNumber = (sums: Sums, value: number): Sums => ({
  ...sums,
  count: sums.count + 1,
  sum: sums.sum + value,
  lowest: Math.min(sums.lowest, value),
  highest: Math.max(sums.highest, value),
  decimals: Math.max(sums.decimals, String(value).split('.')[1]?.length ?? 0),
})

/** `Sum 30.00, average 15.00 …`, written as its columns write their values; nothing of a single cell. */
export function sumText(sums: Sums, columns: Columns, words: StoreWords): string[] {
  const { filled, count, sum, lowest, highest, decimals } = sums
  if (count < 2) return filled < 2 ? [] : [`Count ${filled.toLocaleString('en')}`]
  const write = writtenAlike(columns, words)
  // As many tenths and hundredths as were added: a number of the computer has more behind them.
  const exact = (value: number, to: number) => write(Number(value.toFixed(to)))
  return [
    `Count ${count.toLocaleString('en')}`,
    `Sum ${exact(sum, decimals)}`,
    `Average ${exact(sum / count, decimalsOf(words.profile))}`,
    `Lowest ${write(lowest)}`,
    `Highest ${write(highest)}`,
  ]
}

/** As all of these columns write their values, or plainly: pieces and money come to neither. */
function writtenAlike(columns: Columns, words: StoreWords): (value: number) => string {
  const plain = (value: number) => formatDecimal(value, { fewest: 0, most: 3 }, countStyle(words.profile))
  const as = (column: SheetColumn, value: number) => column.written?.(value, words) ?? plain(value)
  const [first] = columns
  const isAlike = new Set(columns.map((column) => as(column, 1.5))).size === 1
  return first && isAlike ? (value) => as(first, value) : plain
}
