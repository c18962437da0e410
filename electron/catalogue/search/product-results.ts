import type { ProductQuery } from '../../shared/product-query'
import { both, hasId, idsIn, removeId, sizeOf, type IdSet } from './id-set'
import type { KeywordSearch } from './keyword-search'
import type { Memory } from './memory'
import type { ColumnSort, Orders } from './orders'
import type { PlaceOrder } from './place-order'
import { isFilled } from './product-matches'
import type { TextSearch } from './text-search'

/** Fewer matches are sorted by themselves; a page beyond this is cut from the whole result. */
const few = 1000
const shallow = 1000
/** So few are found sooner by asking where they stand than by walking along an order. */
const scattered = 100

type Parts = {
  memory: Memory
  matches: (query: ProductQuery) => IdSet
  orders: Orders
  places: PlaceOrder
  texts: TextSearch
  keywords: KeywordSearch
}
/** A stretch of the result: products of the set, or all that are left, in an order; `byPlace`: in that of the catalogue. */
type Run = { order: ArrayLike<number>; byPlace?: boolean; within?: IdSet }

/**
 * Results in order. A whole result is made once and remembered until something is written, so that scrolling far only cuts
 * another page out of it; the first pages do not wait for the whole.
 */
export function createProductResults({ memory, matches, orders, places, texts, keywords }: Parts) {
  const found = (query: ProductQuery) =>
    memory.of(`matches ${JSON.stringify({ ...query, sort: undefined })}`, undefined, () => {
      const set = matches(query)
      return { set, total: sizeOf(set) }
    })

  /** Whoever types a whole SKU means that product, also where a column was chosen to sort by. */
  const itself = ({ text }: ProductQuery): IdSet[] => (isFilled(text) ? texts.itself(text) : [])

  function runs(query: ProductQuery): Run[] {
    const { text, keyword, categoryIds = [] } = query
    const column = columnSort(query)
    if (column) {
      const order = orders.byColumn(column)
      return [...itself(query).map((within) => ({ order, within })), { order }]
    }
    const rest = { order: places.ids(), byPlace: true }
    if (query.sort !== 'DEFINED_BY_STORE_OWNER') {
      if (isFilled(text)) return [...texts.tiers(text).map((within) => ({ ...rest, within })), rest]
      if (isFilled(keyword)) return [...keywords.tiers(keyword).map((within) => ({ ...rest, within })), rest]
    }
    // The owner's order exists inside one category alone.
    const [only] = categoryIds
    return only !== undefined && categoryIds.length === 1 ? [{ order: orders.inCategory(only) }, rest] : [rest]
  }

  /** So many of the result, or all of it. */
  function walk(query: ProductQuery, count: number): Int32Array {
    const { set, total } = found(query)
    const left = set.slice()
    const ids = new Int32Array(Math.min(count, total))
    let size = 0
    for (const { order, byPlace, within } of runs(query)) {
      const wanted = within ? both(left, within) : left
      const all = sizeOf(wanted)
      const end = Math.min(size + all, ids.length)
      const along = within && byPlace && all <= scattered ? orders.placed(idsIn(wanted)) : order
      for (let i = 0; i < along.length && size < end; i++) {
        const id = along[i] as number
        if (!hasId(wanted, id)) continue
        ids[size++] = id
        removeId(left, id)
      }
    }
    return ids.subarray(0, size)
  }

  const keyOf = (query: ProductQuery) => `result ${JSON.stringify(query)}`
  const whole = (query: ProductQuery): Int32Array =>
    memory.of(keyOf(query), undefined, () => walk(query, found(query).total))

  /** The first `end` ids without the rest, or undefined where that is no gain. */
  function beginning(query: ProductQuery, end: number): Int32Array | undefined {
    if (memory.has(keyOf(query))) return undefined
    const sort = columnSort(query)
    if (!sort || orders.isKnown(sort)) return end > shallow ? undefined : walk(query, end)
    const { set, total } = found(query)
    const first = itself(query)
    if (total <= few) return ahead(first, orders.sorted(sort, idsIn(set)))
    if (end > shallow || first.length > 0) return undefined
    // Twice as many as should hold enough matches, if those stand evenly.
    const order = orders.firstByColumn(sort, query, Math.ceil(((end * places.ids().length) / total) * 2))
    const ids = order.filter((id) => hasId(set, id))
    return ids.length >= Math.min(end, total) ? ids : undefined
  }

  return {
    total: (query: ProductQuery): number => found(query).total,
    page: (query: ProductQuery, offset: number, limit: number): number[] => {
      const ids = beginning(query, offset + limit) ?? whole(query)
      return Array.from(ids.subarray(offset, offset + limit))
    },
  }
}

/** The ids in their order, those of the sets before all others. */
function ahead(sets: readonly IdSet[], ids: Int32Array): Int32Array {
  if (sets.length === 0) return ids
  const first = sets.flatMap((set) => Array.from(ids).filter((id) => hasId(set, id)))
  return Int32Array.from(new Set([...first, ...ids]))
}

function columnSort({ sort }: ProductQuery): ColumnSort | undefined {
  return sort === undefined || sort === 'RELEVANCE' || sort === 'DEFINED_BY_STORE_OWNER' ? undefined : sort
}
