import { ownProblems } from '../../electron/shared/fields/own-problems'
import { ownFieldsIn } from '../../electron/shared/fields/own-fields'
import { fieldOf, fieldsIn, type ProductField } from '../../electron/shared/fields/product-fields'
import { fieldOfPath } from '../../electron/shared/fields/typed'
import { problemsOf } from '../../electron/shared/fields/validate-product'
import type { SheetRow, SheetVariation } from '../../electron/shared/sheet'
import type { SheetEdits } from './sheet-store'

type Rows = ReadonlyMap<number, SheetRow>

/** Of each, as what is typed into it stands: it is another one once that changes, or its row does. */
const known = new WeakMap<SheetEdits, boolean>()

/** In how many products something is typed that can be written. */
export function writableProducts(edits: ReadonlyMap<number, SheetEdits>, rows: Rows): number {
  return [...edits].filter(([id, typed]) => {
    const is = known.get(typed) ?? isWritable(typed, rows.get(id)?.variations ?? [])
    known.set(typed, is)
    return is
  }).length
}

function isWritable({ base, patch, unparsed, variations }: SheetEdits, there: readonly SheetVariation[]): boolean {
  const values = { ...base, ...patch }
  const isWell = (field: ProductField) =>
    !(field in unparsed) && Object.keys(problemsOf(field, fieldOf(field), values[field], values)).length === 0
  if (fieldsIn(patch).some(isWell)) return true
  return Object.entries(variations).some(([id, typed]) => {
    const own = there.find((one) => String(one.id) === id)?.own
    // Of those that are not here the review says what is wrong.
    const wrong = own ? Object.keys(ownProblems(typed.patch, own, values)).map(fieldOfPath) : []
    return (
      !typed.isRemoved && ownFieldsIn(typed.patch).some((field) => !(field in typed.unparsed) && !wrong.includes(field))
    )
  })
}
