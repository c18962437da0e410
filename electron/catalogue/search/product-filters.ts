import { listedColumn, type ListedColumn } from '../../shared/fields/listed-fields'
import type { FieldFilter, ProductQuery } from '../../shared/product-query'
import type { Db, SqlValue } from '../database'
import { facetKey } from '../product-facts'
import type { RevisionTopic } from '../../shared/written'
import type { CategoryTree } from './category-tree'
import { either, except, setOf, setOfList, type IdSet } from './id-set'
import type { PlaceOrder } from './place-order'
import type { Memory } from './memory'

export type ProductFilters = ReturnType<typeof createProductFilters>

type RangedColumn = 'price' | 'created_at' | 'updated_at' | ListedColumn
type NamedValues = NonNullable<ProductQuery['attributes']>

const rareSides = { enabled: 0, in_stock: 0, on_sale: 1 } as const

/** One set of products for each filter that is no text search. */
export function createProductFilters(
  db: Db,
  memory: Memory,
  tree: CategoryTree,
  order: PlaceOrder,
  maxId: () => number,
) {
  const select = (topics: RevisionTopic[], sql: string, ...values: SqlValue[]): IdSet =>
    memory.of(`set ${sql} ${JSON.stringify(values)}`, topics, () => {
      const found = db
        .prepare(`SELECT CAST(group_concat(id) AS BLOB) AS list FROM (${sql})`)
        .get<{ list: Uint8Array | null }>(...values)
      return setOfList(found?.list, maxId())
    })
  const where = (topic: RevisionTopic, condition: string, ...values: SqlValue[]) =>
    select(['rows', topic], `SELECT id FROM products WHERE ${condition}`, ...values)

  const visible = (): IdSet =>
    memory.of('visible', ['rows', 'hidden'], () => except(setOf(order.ids(), maxId()), where('hidden', 'hidden = 1')))

  function inCategories(ids: readonly number[]): IdSet {
    return select(
      ['product_categories'],
      'SELECT product_id AS id FROM product_categories WHERE category_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    )
  }

  function withValue(kind: 'attribute' | 'option', { name, values }: NamedValues[number]): IdSet {
    return select(
      ['facets'],
      `SELECT product_id AS id FROM product_facets WHERE facet_id IN
         (SELECT v.id FROM facet_names n JOIN facet_values v ON v.name_id = n.id WHERE n.kind = ?
          AND (n.name_key = ? OR v.type_key = ?) AND v.value_key IN (SELECT value FROM json_each(?)))`,
      kind,
      facetKey(name),
      facetKey(name),
      JSON.stringify(values.map(facetKey)),
    )
  }

  function between(column: RangedColumn, from: number | undefined, to: number | undefined): IdSet {
    return select(
      ['rows', 'hidden', column],
      `SELECT id FROM products WHERE hidden = 0 AND ${column} >= ? AND ${column} <= ?`,
      from ?? -Number.MAX_VALUE,
      to ?? Number.MAX_VALUE,
    )
  }

  return {
    inCategories,
    /** Everything a list may show. */
    visible,
    withEcwidIds: (ids: readonly number[]) =>
      where('place', 'ecwid_id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)),
    /** Exactly so, in the product or in a variation. */
    withSku: (sku: string) => select(['skus'], 'SELECT product_id AS id FROM product_skus WHERE sku = ?', sku),
    /** Of the product itself; the SKU is folded. */
    withOwnSku: (sku: string) =>
      select(['rows', 'hidden', 'sku_key'], 'SELECT id FROM products WHERE hidden = 0 AND sku_key = ?', sku),
    /** Without regard to case. */
    withSkuOf: (sku: string) =>
      select(['skus'], 'SELECT product_id AS id FROM product_skus WHERE sku_key = ?', sku.toLowerCase()),
    inCategoriesOf({ categoryIds = [], includeSubcategories = false }: ProductQuery): IdSet {
      const listed = categoryIds.filter((id) => id !== 0)
      const found = inCategories(includeSubcategories ? tree.withDescendants(listed) : listed)
      return categoryIds.includes(0) ? either(found, where('front_page', 'front_page IS NOT NULL')) : found
    },
    between,
    /** Read from the rarer side, which has an index; the other side is every product that is not there. */
    flag(column: keyof typeof rareSides, wanted: boolean): IdSet {
      const rare = rareSides[column]
      const found = where(column, `${column} = ${rare}`)
      return (wanted ? 1 : 0) === rare ? found : except(visible(), found)
    },
    withField({ field, values, from, to }: FieldFilter): IdSet {
      const column = listedColumn(field)
      if (!values) return between(column, from, to)
      return select(
        ['rows', 'hidden', column],
        `SELECT id FROM products WHERE hidden = 0 AND ${column} IN (SELECT value FROM json_each(?))`,
        JSON.stringify(values),
      )
    },
    withoutPictures: () =>
      select(['rows', 'hidden', 'picture_count'], 'SELECT id FROM products WHERE picture_count = 0 AND hidden = 0'),
    /** With a picture that has no alt text. */
    withoutAlt: () => where('without_alt', 'without_alt > 0'),
    /** With a text that says nothing in this language. */
    untranslated: (language: string) =>
      where('untranslated', `untranslated <> '' AND instr(untranslated, ?) > 0`, ` ${language} `),
    changed: (wanted: boolean) => where('state', wanted ? `state <> 'synced'` : `state = 'synced'`),
    withValues: (kind: 'attribute' | 'option', filter: NamedValues[number]) => withValue(kind, filter),
  }
}
