import type { Store } from './store'
import { compareProducts, type ProductSort } from './product-sort'
import type { StoredProduct } from './stored-catalogue'

type Pending = { at: number; before: StoredProduct | undefined; after: StoredProduct | undefined }
export type SearchIndex = ReturnType<typeof createSearchIndex>

/**
 * What keyword and filter searches see: the products as they were `lagMs` ago. Orders are kept sorted, so that a page of
 * 100,000 products costs no sorting; `revision` changes when anything searchable did.
 */
export function createSearchIndex(store: Store, clockMs: () => number, initialLagMs: number) {
  let lagMs = initialLagMs
  let revision = 0
  let pending: Pending[] = []
  let indexed = new Map(store.data.products)
  const orders = new Map<ProductSort, StoredProduct[]>()

  const publish = ({ before, after }: Pending) => {
    revision += 1
    const id = (after ?? before)?.id ?? 0
    const old = indexed.get(id)
    if (after) indexed.set(id, after)
    else indexed.delete(id)
    for (const [sort, order] of orders) {
      if (old) order.splice(positionOf(order, old, sort), 1)
      if (after) order.splice(positionOf(order, after, sort), 0, after)
    }
  }

  const catchUp = () => {
    const due = pending.filter(({ at }) => at <= clockMs())
    if (due.length === 0) return
    pending = pending.filter((each) => !due.includes(each))
    due.forEach(publish)
  }

  store.onProduct((before, after) => {
    const change = { at: clockMs() + lagMs, before, after }
    if (lagMs === 0 && pending.length === 0) publish(change)
    else pending.push(change)
  })
  store.onReset(() => {
    revision += 1
    pending = []
    indexed = new Map(store.data.products)
    orders.clear()
  })
  // Categories, product types and the profile are not lagged, but results depend on them.
  store.onChange(() => void (revision += 1))

  return {
    get revision() {
      catchUp()
      return revision
    },
    /** All searchable products in the given order; the array is the index's own and must not be changed. */
    sorted(sort: ProductSort): readonly StoredProduct[] {
      catchUp()
      let order = orders.get(sort)
      if (!order) {
        order = [...indexed.values()].sort((a, b) => compareProducts(sort, a, b))
        orders.set(sort, order)
      }
      return order
    },
    product(id: number): StoredProduct | undefined {
      catchUp()
      return indexed.get(id)
    },
    setLag(ms: number) {
      lagMs = ms
    },
  }
}

function positionOf(order: readonly StoredProduct[], product: StoredProduct, sort: ProductSort): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = order[middle]
    if (at && compareProducts(sort, at, product) < 0) low = middle + 1
    else high = middle
  }
  return low
}
