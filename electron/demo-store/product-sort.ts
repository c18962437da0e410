import { nameSortKey } from '../shared/fold-text'
import { compareCodePoints } from '../shared/search-words'
import type { StoredProduct } from './stored-catalogue'

export const sortNames = [
  'RELEVANCE',
  'DEFINED_BY_STORE_OWNER',
  'ADDED_TIME_DESC',
  'ADDED_TIME_ASC',
  'NAME_ASC',
  'NAME_DESC',
  'PRICE_ASC',
  'PRICE_DESC',
  'UPDATED_TIME_ASC',
  'UPDATED_TIME_DESC',
] as const

export type SortName = (typeof sortNames)[number]
/** The orders an index can keep; the other two depend on the query. */
export type ProductSort = Exclude<SortName, 'RELEVANCE' | 'DEFINED_BY_STORE_OWNER'> | 'ID'

const nameKeys = new WeakMap<StoredProduct, string>()

function nameKey(product: StoredProduct): string {
  let key = nameKeys.get(product)
  if (key === undefined) {
    key = nameSortKey(product.values.name)
    nameKeys.set(product, key)
  }
  return key
}

/** A total order: what is equal under the sort is ordered by ascending id, in descending sorts too. */
export function compareProducts(sort: ProductSort, a: StoredProduct, b: StoredProduct): number {
  return difference(sort, a, b) || a.id - b.id
}

function difference(sort: ProductSort, a: StoredProduct, b: StoredProduct): number {
  switch (sort) {
    case 'ID':
      return 0
    case 'ADDED_TIME_ASC':
      return a.createdAt - b.createdAt
    case 'ADDED_TIME_DESC':
      return b.createdAt - a.createdAt
    case 'UPDATED_TIME_ASC':
      return a.updatedAt - b.updatedAt
    case 'UPDATED_TIME_DESC':
      return b.updatedAt - a.updatedAt
    case 'PRICE_ASC':
      return a.values.price - b.values.price
    case 'PRICE_DESC':
      return b.values.price - a.values.price
    case 'NAME_ASC':
      return compareCodePoints(nameKey(a), nameKey(b))
    case 'NAME_DESC':
      return compareCodePoints(nameKey(b), nameKey(a))
  }
}
