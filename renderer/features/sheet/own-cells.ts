import { ownFieldsIn } from '../../../electron/shared/fields/own-fields'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { ownProblems } from '../../../electron/shared/fields/own-problems'
import { fieldOf, type ProductField, type ProductPatch } from '../../../electron/shared/fields/product-fields'
import type { SheetVariation } from '../../../electron/shared/sheet'
import type { VariationColumn } from '../../format/variation-column'
import { variationColumns } from '../../format/variation-columns'
import type { SheetEdits } from '../../stores/sheet-store'
import { ownNow, withCell } from '../../stores/variation-edits'
import { partOf, shownIn, valuesOfRow, type SheetColumn } from './sheet-column'

// What a variation has in the columns of its product, by what its grid in the form says about them.

const ownColumns = new Map(variationColumns.map((column) => [column.path, column]))
export const ownColumnOf = ({ path, own }: SheetColumn): VariationColumn | undefined => own ?? ownColumns.get(path)

const ownOf =
  ({ variations }: SheetEdits, { id, own }: SheetVariation) =>
  (field: ProductField): unknown =>
    ownNow(variations[id], own, field)

const unreadIn = ({ variations }: SheetEdits, { id }: SheetVariation, { path }: SheetColumn): string | undefined =>
  variations[id]?.unparsed[path]

/** The values of its product, with those of its own over them. */
export function ownValuesOf(edits: SheetEdits, variation: SheetVariation): ProductPatch {
  const values = valuesOfRow(edits)
  const typed = edits.variations[variation.id]
  const fields = [...Object.keys(variation.own), ...ownFieldsIn(typed?.patch ?? {})] as ProductField[]
  const own = ownOf(edits, variation)
  const laid = fields.map((field) => [field, laidOver(field, own(field), values[field])] as const)
  return { ...values, ...Object.fromEntries(laid) }
}

/** Attributes are its own or its product's one by one. */
function laidOver(field: ProductField, own: unknown, ofProduct: unknown): unknown {
  if (own === null || fieldOf(field).kind.name !== 'attributes') return own ?? ofProduct
  return { ...Object(ofProduct), ...Object(own) }
}

/** Whether it shows what its product has. */
export function isInherited(edits: SheetEdits, variation: SheetVariation, column: SheetColumn): boolean {
  if (!ownColumnOf(column)) return false
  const own = ownOf(edits, variation)
  if (unreadIn(edits, variation, column) !== undefined) return false
  const { key } = column
  if (column.own && key !== undefined) return partOf(own(column.field), key) === undefined
  return column.fields.every((field) => own(field) === null)
}

export function ownShown(edits: SheetEdits, variation: SheetVariation, column: SheetColumn, words: StoreWords): string {
  if (column.path === 'name') return variation.label
  if (!ownColumnOf(column)) return ''
  return unreadIn(edits, variation, column) ?? column.shown(ownValuesOf(edits, variation), words)
}

/** Where its product has no row of its own: which product it is of too, and what that has for all of its variations. */
export function shownAlone(
  edits: SheetEdits,
  variation: SheetVariation,
  column: SheetColumn,
  words: StoreWords,
): string {
  if (ownColumnOf(column)) return ownShown(edits, variation, column, words)
  const ofProduct = shownIn(column, edits, words)
  return column.path === 'name' ? `${ofProduct}, ${variation.label}` : ofProduct
}

/** Nothing where it has nothing of its own: so it is copied, and stays. */
export function ownText(edits: SheetEdits, variation: SheetVariation, column: SheetColumn, words: StoreWords): string {
  if (column.path === 'name') return variation.label
  return unreadIn(edits, variation, column) ?? ownColumnOf(column)?.text(ownOf(edits, variation), words) ?? ''
}

export function ownProblem(
  edits: SheetEdits,
  variation: SheetVariation,
  column: SheetColumn,
  words: StoreWords,
): string | null {
  const typed = edits.variations[variation.id]
  if (!typed) return null
  const text = unreadIn(edits, variation, column)
  if (text !== undefined) return ownColumnOf(column)?.unread(text, words) ?? null
  const { unlimited, ...found } = ownProblems(typed.patch, variation.own, valuesOfRow(edits))
  return found[column.path] ?? (column.path === 'quantity' ? unlimited : undefined) ?? null
}

export function isOwnTyped({ variations }: SheetEdits, { id }: SheetVariation, { path, fields }: SheetColumn): boolean {
  const typed = variations[id]
  return typed !== undefined && (path in typed.unparsed || fields.some((field) => field in typed.patch))
}

export function withOwnText(
  edits: SheetEdits,
  variation: SheetVariation,
  column: SheetColumn,
  text: string,
  words: StoreWords,
): SheetEdits {
  const values = valuesOfRow(edits)
  const typed = ownColumnOf(column)?.read(text, ownOf(edits, variation), (field) => values[field], words)
  if (!typed) return edits
  return { ...edits, variations: withCell(edits.variations, { variation, path: column.path }, typed) }
}
