import { keywordRank, type ProductTexts } from './product-haystack'
import { productFilter } from './product-filter'
import { compareProducts, sortNames, type ProductSort, type SortName } from './product-sort'
import type { QueryParams } from './query-params'
import type { SearchIndex } from './search-index'
import type { Store } from './store'
import type { StoredProduct } from './stored-catalogue'

export type ProductSearch = ReturnType<typeof createProductSearch>

const keptResults = 16

/**
 * Matches in order, before paging. `productId` ignores all other filters and is answered from the live products; everything
 * else from the index, so that a result may be older than a product read by its id.
 * Owner order: the order inside the one category (or front page) asked for, else by id. RELEVANCE with a keyword: a product
 * whose SKU equals it, then those with every word in the name, then the others; without a keyword the owner order.
 */
export function createProductSearch(store: Store, index: SearchIndex, texts: ProductTexts) {
  const results = new Map<string, { revision: number; found: readonly StoredProduct[] }>()

  return (query: QueryParams): readonly StoredProduct[] => {
    const ids = query.ids('productId')
    const sort = sortOf(query)
    if (ids)
      return sortFound(
        [...new Set(ids)].flatMap((id) => store.product(id) ?? []),
        sort,
        query,
        store,
      )

    const key = cacheKey(query)
    const known = results.get(key)
    if (known && known.revision === index.revision) return known.found
    const test = productFilter(query, store, texts)
    const kept = isIndexOrder(sort)
    const found = index.sorted(kept ? sort : 'ID').filter(test)
    const ordered = kept ? found : sortFound(found, sort, query, store)
    if (results.size >= keptResults) results.clear()
    results.set(key, { revision: index.revision, found: ordered })
    return ordered
  }
}

function isIndexOrder(sort: SortName | 'ID'): sort is ProductSort {
  return sort !== 'RELEVANCE' && sort !== 'DEFINED_BY_STORE_OWNER'
}

function sortOf(query: QueryParams): SortName {
  const asked = query.oneOf('sortBy', sortNames)
  if (query.text('category')) return 'DEFINED_BY_STORE_OWNER'
  const hasKeyword = (query.text('keyword') ?? '').trim() !== ''
  if (asked === undefined || asked === 'RELEVANCE') return hasKeyword ? 'RELEVANCE' : 'DEFINED_BY_STORE_OWNER'
  return asked
}

function sortFound(found: StoredProduct[], sort: SortName, query: QueryParams, store: Store): readonly StoredProduct[] {
  if (isIndexOrder(sort)) return found.sort((a, b) => compareProducts(sort, a, b))
  const rank =
    sort === 'RELEVANCE' ? keywordRank(query.text('keyword') ?? '', query.text('lang')) : ownerRank(query, store)
  const ranks = new Map(found.map((product) => [product.id, rank(product)]))
  return found.sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0) || a.id - b.id)
}

function ownerRank(query: QueryParams, store: Store): (product: StoredProduct) => number {
  const ids = query.ids('category') ?? query.ids('categories') ?? []
  const [only] = ids
  if (only === undefined || ids.length > 1) return () => 0
  const order = only === 0 ? store.data.frontPage : (store.category(only)?.productIds ?? [])
  const positions = new Map(order.map((id, position) => [id, position]))
  // Products of sub-categories follow those of the category itself.
  return ({ id }) => positions.get(id) ?? order.length
}

function cacheKey(query: QueryParams): string {
  const search = new URLSearchParams(query.search)
  for (const name of ['offset', 'limit', 'responseFields', 'token']) search.delete(name)
  return search.toString()
}
