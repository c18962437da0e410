import type { ProductQuery } from '../../shared/product-query'
import type { VariationCounts } from '../../shared/sheet'
import type { Db } from '../database'
import { forEachNumber } from '../number-list'
import type { Memory } from './memory'

/** How many variations each product of a result has. Counts are remembered until one is written, ids as their result is. */
export function createVariationCounts(db: Db, memory: Memory, idsOf: (query: ProductQuery) => number[]) {
  const varied = db.prepare(
    `SELECT CAST(group_concat(id || ',' || variation_count) AS BLOB) AS list FROM products WHERE variation_count > 0`,
  )
  const byId = () =>
    memory.of('varied', ['rows', 'variation_count'], () => {
      const counts = new Map<number, number>()
      let id: number | null = null
      forEachNumber(varied.get<{ list: Uint8Array | null }>()?.list, (value) => {
        if (id === null) id = value
        else {
          counts.set(id, value)
          id = null
        }
      })
      return counts
    })

  return (query: ProductQuery): VariationCounts => {
    const found: VariationCounts = { indexes: [], ids: [], counts: [] }
    const counts = byId()
    if (counts.size === 0) return found
    idsOf(query).forEach((id, index) => {
      const count = counts.get(id)
      if (count === undefined) return
      found.indexes.push(index)
      found.ids.push(id)
      found.counts.push(count)
    })
    return found
  }
}
