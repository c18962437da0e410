import type { ProductPage, ProductQuery, ProductRow } from '../../shared/product-query'
import { parseKeyword } from '../../shared/search-words'
import type { Db } from '../database'
import type { ProductFacts } from '../product-facts'
import { productRowColumns, toProductRow, type ProductRecord } from '../product-row'
import type { Revisions } from '../revisions'
import { createCategoryTree } from './category-tree'
import { createKeywordSearch } from './keyword-search'
import { sizeOf } from './id-set'
import { createMemory } from './memory'
import { createNearestWords } from './nearest-words'
import { createOrders } from './orders'
import { createPlaceOrder } from './place-order'
import { createProductFilters } from './product-filters'
import { createProductMatches, isFilled } from './product-matches'
import { createProductResults } from './product-results'
import { createSkuText } from './sku-text'
import { createTextSearch, needlesOf, type Needle } from './text-search'
import { isShown, whereFound } from './where-found'
import { createVariationCounts } from './variation-counts'
import { createWordIndex } from './word-index'

/** Bit sets of filters (12 KB each for 100,000 products), and orders and whole results (400 KB each). */
const keptSets = 200
const keptLists = 16
/** What searches begin with, in Latin script; their lists are the longest there are. */
const firstLetters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Every filter becomes a set of products, the sets are joined, and one walk along the wanted order gives the result. What
 * was read is remembered until what it was read from is written: the next letter needs one more set, the next page none.
 */
export function createProductSearch(db: Db, revisions: Revisions) {
  const sets = createMemory(revisions, keptSets)
  const lists = createMemory(revisions, keptLists)
  const highest = db.prepare('SELECT max(id) AS id FROM products')
  const maxId = () => sets.of('max id', ['rows'], () => highest.get<{ id: number | null }>()?.id ?? 0)
  const tree = createCategoryTree(db, sets)
  const places = createPlaceOrder(db)
  const orders = createOrders(db, lists)
  const filters = createProductFilters(db, sets, tree, places, maxId)
  const words = createWordIndex(db, maxId)
  const skus = createSkuText(db, maxId)
  const texts = createTextSearch({ words, skus, tree, filters })
  const otherText = createNearestWords(db)
  const keywords = createKeywordSearch({ db, words, tree, filters, maxId })
  const matches = createProductMatches({ filters, texts, keywords })
  const results = createProductResults({ memory: lists, matches, orders, places, texts, keywords })
  const idsOf = (query: ProductQuery) => results.page(query, 0, results.total(query))
  const rowsIn = db.prepare(`SELECT ${productRowColumns} FROM products WHERE id IN (SELECT value FROM json_each(?))`)
  const factsIn = db.prepare(
    'SELECT product_id, json FROM product_facts WHERE product_id IN (SELECT value FROM json_each(?))',
  )

  function rowsOf(ids: readonly number[], query: ProductQuery): ProductRow[] {
    const found = new Map(rowsIn.all<ProductRecord>(JSON.stringify(ids)).map((record) => [record.id, record]))
    const records = ids.flatMap((id) => found.get(id) ?? [])
    const places = whereShown(records, needlesIn(query))
    return records.map((record) => toProductRow(record, places.get(record.id) ?? null))
  }

  /** For rows whose name and SKU do not show what was looked for: where it is. */
  function whereShown(records: readonly ProductRecord[], needles: readonly Needle[]) {
    const unseen = new Map(
      records.flatMap(({ id, name, sku }): [number, Needle][] => {
        const needle = needles.find((each) => !isShown(each, name, sku))
        return needle ? [[id, needle]] : []
      }),
    )
    const facts =
      unseen.size === 0 ? [] : factsIn.all<{ product_id: number; json: string }>(JSON.stringify([...unseen.keys()]))
    return new Map(
      facts.map(({ product_id, json }): [number, ProductRow['match']] => {
        const needle = unseen.get(product_id)
        // Written by product-index.ts in this shape.
        return [product_id, needle ? whereFound(needle, JSON.parse(json) as ProductFacts, tree.nameOf) : null]
      }),
    )
  }

  /** For an empty result: the total without each of its filters, where that is not nothing too. */
  function hintsOf(query: ProductQuery): ProductPage['hints'] {
    return (Object.keys(query) as (keyof ProductQuery)[])
      .filter((name) => name !== 'sort' && name !== 'includeSubcategories')
      .map((filter) => ({ filter, total: results.total({ ...query, [filter]: undefined }) }))
      .filter(({ total }) => total > 0)
  }

  /** For a text of which some word is nowhere: the same with words of the catalogue, where that finds something. */
  function insteadOf(query: ProductQuery): Pick<ProductPage, 'instead'> {
    const { text } = query
    const other = isFilled(text) ? otherText(text, (part) => sizeOf(texts.matches(part)) > 0) : null
    const total = other === null ? 0 : results.total({ ...query, text: other })
    return other === null || total === 0 ? {} : { instead: { text: other, total } }
  }

  return {
    /** `meant`: where nothing is found, also what may be meant; that takes longer. */
    search: (query: ProductQuery, offset: number, limit: number, meant = false): ProductPage => {
      const total = results.total(query)
      if (total > 0) return { total, rows: rowsOf(results.page(query, offset, limit), query), hints: [] }
      return offset === 0
        ? { total, rows: [], hints: hintsOf(query), ...(meant && insteadOf(query)) }
        : { total, rows: [], hints: [] }
    },
    /** All products a query finds, in its order: local ids. */
    ids: idsOf,
    variationCounts: createVariationCounts(db, lists, idsOf),
    /**
     * Small pieces of work (the longest 50 ms with 100,000 products) that spare the first searches a wait; to be done one by
     * one while nobody waits for anything.
     */
    warmUps: (): (() => void)[] => [
      () => void places.ids(),
      skus.warmUp,
      ...[...firstLetters].flatMap((letter) => [
        () => words.typed(letter),
        () => words.typedInName(letter),
        () => skus.with(letter),
      ]),
    ],
    onSkus: skus.put,
    onWords: words.put,
    onPlace: places.put,
    /** After a rollback. */
    forget: () => [skus, words, places].forEach((each) => each.forget()),
  }
}

function needlesIn({ text, keyword, sku, productIds = [] }: ProductQuery): Needle[] {
  if (sku || productIds.length > 0) return []
  const { words, phrases } = parseKeyword(keyword ?? '')
  return [
    ...(isFilled(text) ? needlesOf(text) : []),
    ...words.map(({ text: word, prefix }) => ({ words: [word], isPrefix: prefix })),
    ...phrases.map((phrase) => ({ words: phrase, isPrefix: false })),
  ]
}
