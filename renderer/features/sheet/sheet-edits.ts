import type { StoreWords } from '../../../electron/shared/fields/kind'
import type { ProductField } from '../../../electron/shared/fields/product-fields'
import { withUnparsed, withValue } from '../../stores/product-edits'
import { changeCells } from '../../stores/sheet-steps'
import type { SheetEdits } from '../../stores/sheet-store'
import { valuesOfRow, type SheetColumn } from './sheet-column'

/** Text for one cell of a product. */
export type Typed = { productId: number; column: SheetColumn; text: string }

/** What a person typed, pasted or filled in, as one step of undo. Answers how many cells take nothing. */
export function typeCells(name: string, typed: readonly Typed[], words: StoreWords): number {
  const takers = typed.filter(({ column }) => column.typing)
  const byProduct = new Map<number, Typed[]>()
  for (const each of takers) byProduct.set(each.productId, [...(byProduct.get(each.productId) ?? []), each])
  const changes = new Map(
    [...byProduct].map(([id, cells]) => [
      id,
      (edits: SheetEdits) => cells.reduce((all, cell) => withText(all, cell, words), edits),
    ]),
  )
  changeCells(name, changes)
  return typed.length - takers.length
}

function withText(edits: SheetEdits, { column, text }: Typed, words: StoreWords): SheetEdits {
  if (!column.typing) return edits
  const read = column.typing.read(text, valuesOfRow(edits), words)
  if ('text' in read) return withUnparsed(edits, column.path, read.text)
  const withoutText = withUnparsed(edits, column.path, null)
  // The names come from the columns, whose values are of their fields.
  const values = Object.entries(read.values) as [ProductField, unknown][]
  return values.reduce(
    (all, [field, value]) => withValue(all, field, value === undefined ? all.base[field] : value),
    withoutText,
  )
}
