import type { Act } from '../change-address'
import type { NamedText, StoreWords } from './kind'
import { describedField, type FieldPlace } from './thing-fields'

/** Of a product by its name, or wherever it is. `entry`: what its owner calls the entry of a list that it is in. */
type Of = string | null | (FieldPlace & { entry?: string | null })

const placeOf = (of: Of): FieldPlace =>
  typeof of === 'object' && of !== null ? of : { thing: 'product', list: null, field: of }
const known = (of: Of) => describedField(placeOf(of))

/** What is made. */
export const newThing: Readonly<Record<Act['thing'], string>> = {
  product: 'New product',
  category: 'New category',
  productType: 'New product type',
}

/** What a field is called on every screen; one that this version does not know, by Ecwid's name. */
export function labelOf(of: Of): string {
  const { list, field } = placeOf(of)
  const label = known(of)?.label ?? field ?? ''
  if (list === 'files' && typeof of === 'object' && of !== null) {
    return of.entry === undefined ? `${label} of files` : `${label} of ${of.entry || 'a file'}`
  }
  if (list !== 'variations' || typeof of !== 'object' || of === null) return label
  // One of them, or whichever.
  return of.entry === undefined ? `${label} of variations` : `${label} of ${of.entry || 'a variation'}`
}

/** A field's value the way its owner reads it; '' for no value. A value of unknown shape is shown as it came. */
export function shownField(of: Of, value: unknown, words: StoreWords): string {
  const kind = known(of)?.kind
  const parsed = kind?.schema.safeParse(value)
  if (kind && parsed?.success) return kind.shown(parsed.data, words)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** In a few words, for "the store has … now". */
export function shownShortly(of: Of, value: unknown, words: StoreWords): string {
  const text = shownField(of, value, words).replace(/\s+/g, ' ').trim()
  return text.length > 80 ? `${text.slice(0, 79)}…` : text || 'nothing'
}

/** The values of a field that holds several with names of their own, each by itself; null for one value. */
export function shownApart(of: Of, value: unknown, words: StoreWords): NamedText[] | null {
  const all = known(of)?.kind.apart?.(value, words) ?? null
  // An attribute, where it is shown, and a text in another language have names of their own, all else one within its field.
  const isNamed = ['attributes', 'attributeTexts', 'attributeShows', 'translations'].includes(
    known(of)?.kind.name ?? '',
  )
  return !isNamed && all ? all.map((one) => ({ ...one, label: `${labelOf(of)}: ${one.label}` })) : all
}

/** Whether its entries have an order that means something. */
export const isArranged = (of: Of): boolean => known(of)?.kind.list?.isOrdered ?? false

/** Whether a diff shows only where two such texts differ. */
export function isLongText(of: Of): boolean {
  return ['longText', 'html'].includes(known(of)?.kind.name ?? '')
}
