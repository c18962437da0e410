import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import type { ProductQuery, ProductSort } from '../../../../electron/shared/product-query'
import { remoteCategorySchema, remoteProductTypeSchema } from '../../../../electron/shared/remote-product'
import { searchWords } from '../../../../electron/shared/search-words'
import { textOfHtml } from '../../../../electron/shared/text-of-html'
import { items, openStore, type Json, type OpenStore } from '../../demo-store/demo-store-client'
import { categoriesAre, productTypesAre } from '../../../support/shelves'

const pageSize = 100

/** What a generated catalogue never has: look-alike words, letters beyond ASCII, tags in the middle of words, shared prices. */
const oddProducts: Json[] = [
  {
    name: 'Crème brûlée set',
    sku: 'CREME-01',
    price: 20,
    description: '<p>Für <b>Gäste</b> &amp; Freunde</p><p>ÎLE</p>',
  },
  { name: 'CREME puff', sku: 'creme-01-B', price: 20, compareToPrice: 20, description: 'brulee<br>torch' },
  { name: 'brûlée torch', sku: 'B', price: 20, compareToPrice: 25, unlimited: false, quantity: 0 },
  { name: 'Ωmega ΟΔΟΣ', sku: 'ΣΚΥ-1', price: 0, enabled: false, description: 'torch brulee' },
  {
    name: '茶碗 100%',
    sku: '100%',
    price: 1e6,
    description: '<i>half</i>way half-way &eacute;t&eacute; &#233;t&#233;',
  },
  { name: 'Torch', sku: 'TORCH 9 "L"', price: 19.99, unlimited: false, quantity: -2, description: 'torch torch' },
]

let store: OpenStore
let catalogue: Catalogue
let folder: string
let products: Json[]

beforeAll(async () => {
  store = await openStore({ products: 260 })
  for (const product of oddProducts) await store.json('POST', '/products', { body: product })
  const one = items(await store.get('/products?limit=1'))[0]!
  // Words of the main picture, of hidden attributes and of other languages are not searched.
  await store.json('PUT', `/products/${Number(one['id'])}`, { body: { descriptionTranslated: { de: 'Fackel' } } })

  folder = mkdtempSync(join(tmpdir(), 'stockroom-search-'))
  catalogue = openCatalogue(join(folder, 'catalogue.db'))
  categoriesAre(
    catalogue,
    (await all('/categories?hidden_categories=true&productIds=true')).map((each) => remoteCategorySchema.parse(each)),
  )
  const types = (await store.call('GET', '/classes').then((answer) => answer.json())) as Json[]
  productTypesAre(
    catalogue,
    types.map((each) => remoteProductTypeSchema.parse(each)),
  )
  products = await all('/products?sortBy=UPDATED_TIME_DESC')
  catalogue.transaction(() => {
    for (const product of products) {
      const id = catalogue.products.putRemote(product)
      catalogue.products.index(id, catalogue.products.get(id)!.remote!, { state: 'synced', hidden: false })
    }
  })
})

afterAll(async () => {
  catalogue.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function all(path: string): Promise<Json[]> {
  const found: Json[] = []
  for (;;) {
    const page = await store.get(`${path}&offset=${found.length}&limit=${pageSize}`)
    found.push(...items(page))
    if (items(page).length === 0 || found.length >= Number(page['total'])) return found
  }
}

/** The same question in the store's words. */
function storeQuery(query: ProductQuery, offset: number): string {
  const search = new URLSearchParams({
    responseFields: 'total,items(id)',
    limit: String(pageSize),
    offset: String(offset),
  })
  const set = (name: string, value: string | number | boolean | undefined) => {
    if (value !== undefined) search.set(name, String(value))
  }
  set('keyword', query.keyword)
  set('sku', query.sku)
  set('productId', query.productIds?.join(','))
  set('categories', query.categoryIds?.join(','))
  set('includeProductsFromSubcategories', query.includeSubcategories)
  set('priceFrom', query.priceFrom)
  set('priceTo', query.priceTo)
  set('createdFrom', query.createdFrom)
  set('createdTo', endOf(query.createdTo))
  set('updatedFrom', query.updatedFrom)
  set('updatedTo', endOf(query.updatedTo))
  set('enabled', query.enabled)
  set('inStock', query.inStock)
  set('onsale', query.onSale === undefined ? undefined : query.onSale ? 'onsale' : 'notonsale')
  set('sortBy', query.sort)
  for (const { name, values } of query.attributes ?? [])
    for (const value of values) search.append(`attribute_${name}`, value)
  for (const { name, values } of query.options ?? []) for (const value of values) search.append(`option_${name}`, value)
  return `/products?${search}`
}

/** The store's ends of times are exclusive, this app's are not. */
const endOf = (last: number | undefined): number | undefined => (last === undefined ? undefined : last + 1)

async function expectSame(query: ProductQuery, offset = 0): Promise<number> {
  const theirs = await store.get(storeQuery(query, offset))
  const mine = catalogue.search(query, offset, pageSize)
  expect({ total: mine.total, ids: mine.rows.map(({ ecwidId }) => ecwidId) }).toEqual({
    total: theirs['total'],
    ids: items(theirs).map(({ id }) => id),
  })
  return mine.total
}

const sorts: ProductSort[] = [
  'RELEVANCE',
  'DEFINED_BY_STORE_OWNER',
  'NAME_ASC',
  'NAME_DESC',
  'PRICE_ASC',
  'PRICE_DESC',
  'ADDED_TIME_ASC',
  'ADDED_TIME_DESC',
  'UPDATED_TIME_ASC',
  'UPDATED_TIME_DESC',
]

/** Questions about what the products really hold, so that most find something and no two find the same. */
function queries(): fc.Arbitrary<ProductQuery> {
  const list = (name: string, of: (product: Json) => unknown): Json[] =>
    products.flatMap((product) => (of(product) as Json[] | undefined) ?? []).map((each) => ({ name, ...each }))
  const texts = products.map(({ name, description }) => `${String(name)} ${textOfHtml(String(description ?? ''))}`)
  const runs = texts.map((text) => text.split(/\s+/).filter((word) => word !== ''))
  const skus = [
    ...products.map(({ sku }) => String(sku)),
    ...list('', ({ combinations }) => combinations).flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : [])),
  ]
  const words = [
    ...new Set([
      ...texts.flatMap(searchWords),
      ...skus,
      ...catalogue.categories.list().flatMap(({ name }) => searchWords(name)),
      ...catalogue.facets().options.flatMap(({ name, values }) => [name, ...values.map(({ value }) => value)]),
      ...catalogue.facets().attributes.flatMap(({ values }) => values.map(({ value }) => value)),
    ]),
  ]
  const word = fc.constantFrom(...words)
  const start = fc.tuple(word, fc.integer({ min: 1, max: 6 })).map(([text, length]) => `${text.slice(0, length)}*`)
  const phrase = fc
    .tuple(fc.constantFrom(...runs), fc.nat(), fc.integer({ min: 1, max: 4 }))
    .map(([run, from, length]) => `"${run.slice(from % run.length, (from % run.length) + length).join(' ')}"`)
  const junk = fc.constantFrom('*', '""', '"', '-', 'é', '%', '&', 'b "c', "o'")
  const keyword = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: word }, { weight: 4, arbitrary: start }, { weight: 3, arbitrary: phrase }, junk),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((parts) => parts.join(' '))
  const price = fc.constantFrom(...products.map((each) => Number(each['price'])))
  const created = fc.constantFrom(...products.map((each) => Number(each['createTimestamp'])))
  const updated = fc.constantFrom(...products.map((each) => Number(each['updateTimestamp'])))
  const facet = (kind: 'attributes' | 'options') =>
    fc
      .constantFrom(
        ...catalogue.facets()[kind].filter(({ values }) => values.some(({ value }) => !value.includes(','))),
      )
      .chain(({ name, values }) =>
        fc.record({
          name: fc.constantFrom(name, name.toUpperCase()),
          values: fc.array(fc.constantFrom(...values.map(({ value }) => value).filter((each) => !each.includes(','))), {
            minLength: 1,
            maxLength: 2,
          }),
        }),
      )
  // The store takes one list of values for each name.
  const filters = (kind: 'attributes' | 'options') =>
    fc.uniqueArray(facet(kind), { minLength: 1, maxLength: 2, selector: ({ name }) => name.toLowerCase() })
  const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
  const never = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  return fc.record<ProductQuery>({
    keyword: rarely(keyword),
    sku: never(fc.constantFrom(...skus, skus[0]!.toLowerCase(), 'none')),
    productIds: never(
      fc.array(fc.constantFrom(...products.map((each) => Number(each['id'])), 1), { minLength: 1, maxLength: 5 }),
    ),
    categoryIds: seldom(
      fc.array(fc.constantFrom(0, 999_999_999, ...catalogue.categories.list().map(({ id }) => id)), {
        minLength: 1,
        maxLength: 2,
      }),
    ),
    includeSubcategories: rarely(fc.boolean()),
    priceFrom: seldom(price),
    priceTo: seldom(price),
    createdFrom: never(created),
    createdTo: never(created),
    updatedFrom: never(updated),
    updatedTo: never(updated),
    enabled: seldom(fc.boolean()),
    inStock: seldom(fc.boolean()),
    onSale: seldom(fc.boolean()),
    attributes: never(filters('attributes')),
    options: never(filters('options')),
    sort: rarely(fc.constantFrom(...sorts)),
  })
}

describe("search and the store's own search", () => {
  it('find the same products in the same order, whatever is asked', async () => {
    const totals: number[] = []
    await fc.assert(
      fc.asyncProperty(queries(), fc.constantFrom(0, 0, 0, 1, 120), async (query, offset) => {
        totals.push(await expectSame(query, offset))
      }),
      { numRuns: 400 },
    )
    // Questions that find nothing prove little.
    expect(totals.filter((total) => total > 0).length).toBeGreaterThan(150)
  })

  it.each([
    ['one word that other words begin with', { keyword: 'B' }],
    ['a complete SKU', { keyword: 'creme-01' }],
    ['a SKU with spaces and quotes', { keyword: 'torch 9 "l"' }],
    ['words with and without marks', { keyword: 'brulee' }],
    ['a phrase across two tags', { keyword: '"brulee torch"' }],
    ['a Greek word', { keyword: 'οδος' }],
    ['letters without spaces', { keyword: '茶*' }],
    ['a word cut in two by a tag', { keyword: 'halfway' }],
    ['only a star', { keyword: '*' }],
    ['only spaces', { keyword: '  ' }],
    ['an exact SKU, other filters aside', { sku: 'B', enabled: false, priceFrom: 1e9 }],
    ['an exact SKU in other letters', { sku: 'creme-01' }],
    ['the front page in the order of the owner', { categoryIds: [0], sort: 'DEFINED_BY_STORE_OWNER' }],
    ['the front page among others', { categoryIds: [0, 1] }],
  ] satisfies [string, ProductQuery][])('agree on %s', async (_, query) => {
    await expectSame(query)
  })

  it('agree on every category in the order of the owner', async () => {
    for (const { id } of catalogue.categories.list()) {
      await expectSame({ categoryIds: [id] })
      await expectSame({ categoryIds: [id], includeSubcategories: true, sort: 'DEFINED_BY_STORE_OWNER' })
    }
  })
})
