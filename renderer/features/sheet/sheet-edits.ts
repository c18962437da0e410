import type { StoreWords } from '../../../electron/shared/fields/kind'
import { changeCells } from '../../stores/sheet-steps'
import { sheetEdits, type SheetEdits } from '../../stores/sheet-store'
import { cellIn } from './row-cells'
import type { SheetColumn } from './sheet-column'
import type { SheetRowOf } from './sheet-row'

/** Text for one cell. */
export type Typed = { row: SheetRowOf; column: SheetColumn; text: string }

/** What a person typed, pasted or filled in, as one step of undo. Answers how many cells take nothing. */
export function typeCells(name: string, typed: readonly Typed[], words: StoreWords): number {
  const takers = typed.filter(({ row, column }) => {
    const edits = sheetEdits(row.productId)
    return edits && cellIn({ row, column, edits, words }).takesText
  })
  const byProduct = new Map<number, Typed[]>()
  for (const each of takers) {
    const cells = byProduct.get(each.row.productId)
    if (cells) cells.push(each)
    else byProduct.set(each.row.productId, [each])
  }
  const changes = new Map(
    [...byProduct].map(([id, cells]) => [
      id,
      (edits: SheetEdits) =>
        cells.reduce((all, { row, column, text }) => cellIn({ row, column, edits: all, words }).withText(text), edits),
    ]),
  )
  changeCells(name, changes)
  return typed.length - takers.length
}
