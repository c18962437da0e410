import { formatNumber } from '../../../../electron/shared/numbers/numbers'
import { doubtAbout } from '../../../../electron/shared/fields/doubts-of'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { isOwnField, type OwnPatch } from '../../../../electron/shared/fields/own-fields'
import { fieldOf, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { decimalsOf } from '../../../../electron/shared/price-rule'
import { priceWithChoices } from '../../../../electron/shared/variations/price-with-choices'
import { doubtText } from '../../../../electron/shared/words/doubt'
import { isOf, isTouched, valuesOf } from '../../../stores/product-edits'
import type { OpenProduct } from '../../../stores/product-store'
import { losesStock, ownNow, type Variation } from '../../../stores/variation-edits'
import { variationRows } from '../../../stores/variation-rows'
import type { VariationColumn } from '../../../format/variation-column'

// What looks wrong in a box of a variation and keeps nothing from being saved.

type Open = Pick<OpenProduct, 'detail' | 'edits'>
type Words = Pick<StoreWords, 'profile'>
type Sharers = ReadonlyMap<string, readonly Variation[]>

const ownOf = ({ edits }: Open, { id, own }: Variation) => {
  const typed = edits.variations[id]
  return (field: Parameters<typeof ownNow>[2]) => ownNow(typed, own, field)
}

let last: { rows: readonly Variation[]; typed: unknown; of: Map<string, Sharers> } | null = null

/** Which variations have which SKU. Found once for what is typed, however many boxes ask. */
function sharersOf(open: Open, path: string, key: (variation: Variation) => string): Sharers {
  const rows = variationRows(open)
  const typed = open.edits.variations
  if (last?.rows !== rows || last.typed !== typed) last = { rows, typed, of: new Map() }
  const known = last.of.get(path)
  if (known) return known
  // One that goes with the save leaves its SKU to others.
  const sharers = new Map<string, Variation[]>()
  for (const row of rows) {
    if (typed[row.id]?.isRemoved) continue
    const own = key(row)
    if (own === '') continue
    const shared = sharers.get(own)
    if (shared) shared.push(row)
    else sharers.set(own, [row])
  }
  last.of.set(path, sharers)
  return sharers
}

/** Another variation of the product that has the same in this box: SKUs and codes belong to one. */
export function twinOf(open: Open, variation: Variation, column: VariationColumn): Variation | null {
  const { unique } = column
  if (!unique || open.edits.variations[variation.id]?.isRemoved) return null
  const key = (each: Variation) => unique.key(ownOf(open, each))
  const own = key(variation)
  if (own === '') return null
  const sharers = sharersOf(open, column.path, key).get(own) ?? []
  return sharers.find(({ id }) => id !== variation.id) ?? null
}

/** A sentence for the box. */
export function doubtOf(open: Open, variation: Variation, column: VariationColumn, words: Words): string | null {
  const twin = twinOf(open, variation, column)
  return twin
    ? twinSentence(twin, column)
    : (stockGoing(open, variation, column) ??
        mistypedIn(open, variation, column) ??
        notMeantIn(open, variation, column, words))
}

export const twinSentence = ({ label }: Variation, { unique }: VariationColumn, isRefused = false): string =>
  `${label} has this ${unique?.name} too${isRefused ? '; the store will refuse it' : ''}.`

/** The stock of its own that goes with the SKU whose box is empty. */
export function stockGoing({ edits }: Open, { id, own }: Variation, { path }: VariationColumn): string | null {
  const typed = edits.variations[id]
  if (path !== 'sku' || typed?.isRemoved || !losesStock(typed)) return null
  const stock =
    own.unlimited === true ? 'unlimited stock' : own.quantity !== undefined && `stock of ${formatNumber(own.quantity)}`
  if (!stock) return null
  return `Without an SKU of its own, this variation sells from its product’s stock: its own ${stock} goes with the save.`
}

export const mistypedIn = (open: Open, variation: Variation, { doubt }: VariationColumn): string | null =>
  doubt?.(ownOf(open, variation)) ?? null

/**
 * What is perhaps not meant of what is typed, here or in what this depends on, as at the fields of the product. What a variation has nothing of
 * its own of is said there, and of what is not understood as typed nothing is.
 */
export function notMeantIn(open: Open, variation: Variation, { path }: VariationColumn, words: Words): string | null {
  const doubt = isOwnField(path) ? fieldOf(path).doubt : undefined
  const typed = open.edits.variations[variation.id]
  if (!isOwnField(path) || !doubt || typed?.isRemoved) return null
  const concerned = [path, ...doubt.beside].filter(isOwnField)
  const own = ownOf(open, variation)
  const isInherited = (field: ProductField) => own(field) === null
  if (concerned.every(isInherited)) return null
  const isUnread = (unparsed: Record<string, string>, fields: readonly ProductField[]) =>
    Object.keys(unparsed).some((box) => fields.some((field) => isOf(box, field)))
  const inherited = concerned.filter(isInherited)
  if (isUnread(typed?.unparsed ?? {}, concerned) || isUnread(open.edits.unparsed, inherited)) return null
  const isTyped = typed?.made !== undefined || concerned.some((field) => field in (typed?.patch ?? {}))
  if (!isTyped && !inherited.some((field) => isTouched(open.edits, field))) return null
  const product = valuesOf(open.edits)
  const price = () => priceWithChoices(product, variation.options, decimalsOf(words.profile))
  const values: OwnPatch = Object.fromEntries(
    concerned.map((field) => [field, own(field) ?? (field === 'price' ? price() : product[field])]),
  )
  const found = doubtAbout(path, values)
  return found && doubtText(found)
}
