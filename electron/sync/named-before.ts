import type { Catalogue } from '../catalogue/catalogue'
import { attributesGone } from '../changes/lost-along'
import { isDelete } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { productFieldNames, fieldOf } from '../shared/fields/product-fields'
import { mayName } from '../shared/fields/references'

/**
 * Whether edits of products from before this removal are still to go that name what it removes. The store would refuse them after it, and
 * what it takes along is only whole once they are there.
 */
export function isNamedBefore({ changes, shelves }: Catalogue, removal: ChangeRecord): boolean {
  const { thing } = removal
  if (thing === 'product') return false
  const attributes = [...attributesGone(removal)].map(Number)
  const id = isDelete(removal) ? (shelves.get(removal.productId)?.ecwidId ?? null) : null
  if (id === null && attributes.length === 0) return false
  return changes.isNamedBefore(removal.id, { fields: fieldsNaming[thing], id, attributes })
}

const fieldsThatName = (thing: 'category' | 'productType') =>
  productFieldNames.filter((name) => mayName(fieldOf(name).kind, thing))
const fieldsNaming = { category: fieldsThatName('category'), productType: fieldsThatName('productType') }

/** Whether products are still to come into the category from before this order of theirs, which the store knows nothing of until then. */
export function isFiledBefore({ changes, shelves }: Catalogue, { id, thing, field, productId }: ChangeRecord): boolean {
  if (thing !== 'category' || field !== 'productIds') return false
  const category = shelves.get(productId)?.ecwidId ?? null
  return category !== null && changes.isNamedBefore(id, { fields: ['categoryIds'], id: category, attributes: [] })
}
