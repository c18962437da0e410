import type { Act } from '../change-address'
import type { NamedText, StoreWords } from './kind'
import { fieldOf, isProductField } from './product-fields'
import { shelfFieldOf } from './shelf-fields'

type Name = string | null

/** Of a product, else of a category: what both have is called and shown alike. */
const known = (field: Name) => (isProductField(field) ? fieldOf(field) : shelfFieldOf('category', field))

/** What is made. */
export const newThing: Readonly<Record<Act['thing'], string>> = {
  product: 'New product',
  category: 'New category',
  productType: 'New product type',
}

/** What a field is called on every screen; one that this version does not know, by Ecwid's name. */
export const labelOf = (field: Name): string => known(field)?.label ?? field ?? ''

/** A field's value the way its owner reads it; '' for no value. A value of unknown shape is shown as it came. */
export function shownField(field: Name, value: unknown, words: StoreWords): string {
  const kind = known(field)?.kind
  const parsed = kind?.schema.safeParse(value)
  if (kind && parsed?.success) return kind.shown(parsed.data, words)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** In a few words, for "the store has … now". */
export function shownShortly(field: Name, value: unknown, words: StoreWords): string {
  const text = shownField(field, value, words).replace(/\s+/g, ' ').trim()
  return text.length > 80 ? `${text.slice(0, 79)}…` : text || 'nothing'
}

/** The values of a field that holds several with names of their own, each by itself; null for one value. */
export function shownApart(field: Name, value: unknown, words: StoreWords): NamedText[] | null {
  const all = known(field)?.kind.apart?.(value, words) ?? null
  // An attribute has a name of its own, all else one within its field.
  return known(field)?.kind.name !== 'attributes' && all
    ? all.map((one) => ({ ...one, label: `${labelOf(field)}: ${one.label}` }))
    : all
}

/** Whether its entries have an order that means something. */
export const isArranged = (field: Name): boolean => known(field)?.kind.list?.isOrdered ?? false

/** Whether a diff shows only where two such texts differ. */
export function isLongText(field: Name): boolean {
  return ['longText', 'html'].includes(known(field)?.kind.name ?? '')
}
