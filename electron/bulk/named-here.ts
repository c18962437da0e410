import type { Catalogue } from '../catalogue/catalogue'
import { seeShelf, shelfNamed } from '../changes/shelves'
import { entriesOf } from '../shared/fields/list-kind'
import { fieldOf, isProductField } from '../shared/fields/product-fields'
import { withReferences, type Reference } from '../shared/fields/references'

/** Whether what a value names is here. Of what this copy never heard of nothing is known, and other products are nothing to be filed in. */
export function isHere(catalogue: Catalogue, { thing, id, attribute }: Reference): boolean {
  if (thing === 'product' || id === 0) return true
  const { shelves, categories, productTypes } = catalogue
  if (id > 0 && shelves.findByEcwidId(thing, id) === undefined) return true
  const shown = thing === 'category' ? categories : productTypes
  if (!shown.has(id) && !(id < 0 && shown.has(shelves.get(id)?.ecwidId ?? id))) return false
  if (attribute === undefined) return true
  const type = seeShelf(catalogue, shelfNamed(catalogue, thing, id))
  return entriesOf(type?.current['attributes']).some(({ name }) => name === attribute)
}

/** Values of a product that comes back whole; what it was filed in and does not come back is named by nothing. */
export function namedHere<Values extends Readonly<Record<string, unknown>>>(
  catalogue: Catalogue,
  values: Values,
): Values {
  const nameNow = (named: Reference) => (isHere(catalogue, named) ? named.id : null)
  const named = Object.entries(values).map(([field, value]) => {
    return [field, isProductField(field) ? withReferences(fieldOf(field).kind, value, nameNow) : value]
  })
  return Object.fromEntries(named) as Values
}
