import type { StoreWords } from '../../../electron/shared/fields/kind'
import { columnsOf, rowsOf, type Block } from './paste'
import { decimalsOf } from '../../../electron/shared/price-rule'
import type { RowCell } from './row-cells'
import type { SheetColumn } from './sheet-column'

type Sums = { count: number; sum: number; lowest: number; highest: number }
type Shown = { columns: readonly SheetColumn[]; cellAt: CellAt }
/** Undefined while its row is on its way. */
export type CellAt = (row: number, column: SheetColumn) => RowCell | undefined

/** More cells than this are not gone over for a line at the bottom. */
const mostCells = 50_000

/** What the numbers of a block come to; null where it has fewer than two. */
export function sumsOf(block: Block, { columns, cellAt }: Shown): Sums | null {
  if ((block.bottom - block.top + 1) * (block.right - block.left + 1) > mostCells) return null
  const numbers: number[] = []
  for (const row of rowsOf(block)) {
    for (const at of columnsOf(block)) {
      const column = columns[at]
      const cell = column?.amount && cellAt(row, column)
      // What cannot be saved stands there as text, or is none that counts.
      if (cell && cell.problem() === null) numbers.push(...cell.amounts())
    }
  }
  if (numbers.length < 2) return null
  const sum = numbers.reduce((all, each) => all + each, 0)
  return { count: numbers.length, sum, lowest: Math.min(...numbers), highest: Math.max(...numbers) }
}

/** `Sum 30.00, average 15.00 …`, written as the column writes its values. */
export function sumText({ count, sum, lowest, highest }: Sums, column: SheetColumn, words: StoreWords): string[] {
  const write = (value: number) => column.written?.(value, words) ?? value.toLocaleString('en')
  return [
    `Count ${count.toLocaleString('en')}`,
    `Sum ${write(sum)}`,
    `Average ${write(Number((sum / count).toFixed(decimalsOf(words.profile))))}`,
    `Lowest ${write(lowest)}`,
    `Highest ${write(highest)}`,
  ]
}
