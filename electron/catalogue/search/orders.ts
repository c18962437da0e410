import { fieldOrders } from '../../shared/fields/field'
import { listedColumn, listedFields } from '../../shared/fields/listed-fields'
import type { ProductQuery, ProductSort } from '../../shared/product-query'
import type { Db, SqlValue } from '../database'
import { toIds } from '../number-list'
import type { RevisionTopic } from '../../shared/written'
import type { Memory } from './memory'

export type Orders = ReturnType<typeof createOrders>
export type ColumnSort = Exclude<ProductSort, 'RELEVANCE' | 'DEFINED_BY_STORE_OWNER'>

const times = { ADDED_TIME: 'created_at', UPDATED_TIME: 'updated_at' } as const

/** By the word of the order. */
const columns = new Map<string, RevisionTopic>([
  ...Object.entries(times),
  ...Object.entries(fieldOrders),
  ...listedFields.map((name) => [name, listedColumn(name)] as const),
])

/** Local ids in an order. Equal ones follow their Ecwid ids, in descending orders too. */
export function createOrders(db: Db, memory: Memory) {
  const ids = (sql: string, ...values: SqlValue[]) =>
    toIds(
      db
        .prepare(`SELECT CAST(group_concat(id) AS BLOB) AS list FROM (${sql})`)
        .get<{ list: Uint8Array | null }>(...values)?.list,
    )
  const list = (key: string, topics: RevisionTopic[], sql: string, ...values: SqlValue[]): Int32Array =>
    memory.of(key, ['rows', 'place', 'hidden', ...topics], () => ids(sql, ...values))
  const columnOf = (sort: ColumnSort) => {
    const column = columns.get(sort.replace(/_(ASC|DESC)$/, ''))
    if (!column) throw new Error(`No column for ${sort}.`)
    return { column, orderBy: `ORDER BY ${column} ${sort.endsWith('_DESC') ? 'DESC' : 'ASC'}, place` }
  }

  return {
    byColumn(sort: ColumnSort): Int32Array {
      const { column, orderBy } = columnOf(sort)
      return list(sort, [column], `SELECT id FROM products WHERE hidden = 0 ${orderBy}`)
    },
    /** Whether `byColumn` has its answer ready; it takes 10 to 40 ms for 100,000 products if not. */
    isKnown: (sort: ColumnSort) => memory.has(sort, ['rows', 'place', 'hidden', columnOf(sort).column]),
    /** The beginning of `byColumn`, of the query's range where it has one for that column. */
    firstByColumn(sort: ColumnSort, query: ProductQuery, count: number): Int32Array {
      const { column, orderBy } = columnOf(sort)
      const [from, to] = rangeOf(column, query)
      if (from === undefined && to === undefined)
        return ids(`SELECT id FROM products WHERE hidden = 0 ${orderBy} LIMIT ?`, count)
      return ids(
        `SELECT id FROM products WHERE hidden = 0 AND ${column} >= ? AND ${column} <= ? ${orderBy} LIMIT ?`,
        from ?? -Number.MAX_VALUE,
        to ?? Number.MAX_VALUE,
        count,
      )
    },
    /** A few products in the order of `byColumn`. */
    sorted: (sort: ColumnSort, some: readonly number[]) =>
      ids(
        `SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?)) ${columnOf(sort).orderBy}`,
        JSON.stringify(some),
      ),
    /** A few products in the order of searches without a sort. */
    placed: (some: readonly number[]) =>
      ids(
        'SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?)) ORDER BY place, id',
        JSON.stringify(some),
      ),
    /** The owner's order inside one category, as far as the store told; 0 is the front page. */
    inCategory: (categoryId: number) =>
      categoryId === 0
        ? list(
            'front',
            ['front_page'],
            'SELECT id FROM products WHERE front_page IS NOT NULL ORDER BY front_page, place',
          )
        : list(
            `category ${categoryId}`,
            ['categories'],
            `SELECT p.id FROM category_order o JOIN products p ON p.ecwid_id = o.ecwid_id
             WHERE o.category_id = ? ORDER BY o.position`,
            categoryId,
          ),
  }
}

/** Ids and a SKU override every filter. */
function rangeOf(column: RevisionTopic, query: ProductQuery) {
  if (query.sku || (query.productIds ?? []).length > 0) return []
  if (column === 'price') return [query.priceFrom, query.priceTo]
  if (column === 'created_at') return [query.createdFrom, query.createdTo]
  if (column === 'updated_at') return [query.updatedFrom, query.updatedTo]
  const ranges = query.fields?.filter(({ field }) => listedColumn(field) === column) ?? []
  return ranges.length === 1 ? [ranges[0]?.from, ranges[0]?.to] : []
}
