import type { StoreWords } from '../../../electron/shared/fields/kind'
import { rowAt, type CataloguePages } from '../../stores/catalogue-pages'
import type { SheetEdits } from '../../stores/sheet-store'
import { columnsOf, type Block } from './paste'
import { valuesOfRow, type SheetColumn } from './sheet-column'

type Sums = { count: number; sum: number; lowest: number; highest: number }
type Shown = { columns: readonly SheetColumn[]; pages: CataloguePages; editsOf: (id: number) => SheetEdits | undefined }

/** More cells than this are not gone over for a line at the bottom. */
const mostCells = 50_000

/** What the numbers of a block come to; null where it has fewer than two. */
export function sumsOf(block: Block, { columns, pages, editsOf }: Shown): Sums | null {
  if ((block.bottom - block.top + 1) * (block.right - block.left + 1) > mostCells) return null
  const numbers: number[] = []
  for (let index = block.top; index <= block.bottom; index += 1) {
    const product = rowAt(pages, index)
    const edits = product && editsOf(product.id)
    if (!edits) continue
    const values = valuesOfRow(edits)
    for (const at of columnsOf(block)) numbers.push(...(columns[at]?.amount?.(values) ?? []))
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
    `Average ${write(sum / count)}`,
    `Lowest ${write(lowest)}`,
    `Highest ${write(highest)}`,
  ]
}
