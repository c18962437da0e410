import type { StoreWords } from '../../../electron/shared/fields/kind'
import { fieldOf, type ProductField, type ProductPatch } from '../../../electron/shared/fields/product-fields'
import { problemsOf } from '../../../electron/shared/fields/validate-product'
import type { VariationColumn } from '../../format/variation-column'
import { withUnparsed, withValue, type Edits } from '../../stores/product-edits'

/** Values by their fields, or text that is none yet. A value that is undefined is the one that was there. */
export type ReadText = { values: Readonly<Partial<Record<ProductField, unknown>>> } | { text: string }

/** One value of a product as a cell shows it and as it is typed, copied and pasted. */
export type SheetColumn = {
  /** As the form knows its box: `price`, `dimensions.length`. */
  path: string
  field: ProductField
  title: string
  width: number
  align: 'left' | 'right'
  /** What it reads. */
  fields: readonly ProductField[]
  /** Where it is one value of several in its field: which. */
  key?: string
  /** Where not every variation has it, and the store says which do: as their grid in the form has it. */
  own?: VariationColumn
  shown(values: ProductPatch, words: StoreWords): string
  /** The number that it is, where it is one: for what a selection comes to. */
  amount?(values: ProductPatch): number[]
  written?(amount: number, words: StoreWords): string
  /** Null: nothing is typed into it here. */
  typing: {
    text(values: ProductPatch, words: StoreWords): string
    read(text: string, values: ProductPatch, words: StoreWords): ReadText
    /** What is wrong with text that is no value. */
    unread(text: string, words: StoreWords): string
    choices(words: StoreWords): readonly string[]
    isLong: boolean
  } | null
}

/** Why a cell cannot be saved as it stands, as a sentence; null where it can. */
export function problemAt(column: SheetColumn, edits: Edits<ProductPatch>, words: StoreWords): string | null {
  const text = edits.unparsed[column.path]
  if (text !== undefined) return column.typing?.unread(text, words) ?? null
  if (!(column.field in edits.patch)) return null
  const values = valuesOfRow(edits)
  const found = problemsOf(column.field, fieldOf(column.field), values[column.field], values)
  return found[column.path] ?? null
}

export const valuesOfRow = ({ base, patch }: Pick<Edits<ProductPatch>, 'base' | 'patch'>): ProductPatch => ({
  ...base,
  ...patch,
})

/** Whether something is typed into it. */
export function isTyped({ path, field, fields, key }: SheetColumn, { base, patch, unparsed }: Edits<ProductPatch>) {
  if (path in unparsed) return true
  if (key === undefined) return fields.some((each) => each in patch)
  return field in patch && partOf(patch[field], key) !== partOf(base[field], key)
}

export const partOf = (value: unknown, key: string): unknown => (Object(value) as Record<string, unknown>)[key]

/** As the cell shows it: what is typed and no value yet, or the value. */
export const shownIn = (column: SheetColumn, edits: Edits<ProductPatch>, words: StoreWords): string =>
  edits.unparsed[column.path] ?? column.shown(valuesOfRow(edits), words)

/** As it is typed and copied. */
export function textIn(column: SheetColumn, edits: Edits<ProductPatch>, words: StoreWords): string {
  const values = valuesOfRow(edits)
  return edits.unparsed[column.path] ?? column.typing?.text(values, words) ?? column.shown(values, words)
}

/** With text in it, as a value where it is one. */
export function withText(
  edits: Edits<ProductPatch>,
  column: SheetColumn,
  text: string,
  words: StoreWords,
): Edits<ProductPatch> {
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
