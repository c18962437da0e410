import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { isJsonObject, type JsonObject } from './json-object'
import { pageAnswer } from './page-answer'
import { inLanguage } from './product-haystack'
import { isInStock, isOnSale } from './product-state'
import { createQueryParams, type QueryParams } from './query-params'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { StoredProduct } from './stored-catalogue'

const brandSorts = ['PRODUCT_COUNT_DESC', 'PRODUCT_COUNT_ASC', 'NAME_ASC', 'NAME_DESC'] as const

/** Filters with their counts, brands and swatches: what can be said about all products at once. */
export function facetRoutes({ store, search, view }: StoreParts): Route[] {
  const filters = (query: QueryParams): ApiAnswer => {
    const products = search(query)
    const names = (query.text('filterFields') ?? '').split(',').map((name) => name.trim())
    const limit = query.number('filterFacetLimit') ?? Infinity
    const facets = names.filter((name) => name !== '').map((name) => [name, facet(name, products, store, limit)])
    return ok({ productCount: products.length, filters: Object.fromEntries(facets.filter(([, found]) => found)) })
  }

  const postFilters = (request: ApiRequest): ApiAnswer => {
    const { params } = jsonObjectBody(request, 'ProductFilters')
    const search = new URLSearchParams(request.query.search)
    for (const [name, value] of Object.entries(isJsonObject(params) ? params : {})) search.set(name, String(value))
    return filters(createQueryParams(search))
  }

  const brands = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    const includesHidden = request.query.flag('hidden_brands', 'hiddenBrands') ?? false
    const counts = countValues([...store.data.products.values()], (product) =>
      includesHidden || product.values.enabled ? attributeValues(product, 'BRAND', store) : [],
    )
    const sort = request.query.oneOf('sortBy', brandSorts) ?? 'PRODUCT_COUNT_DESC'
    const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    const sorted = [...counts].sort(([a, countA], [b, countB]) => {
      if (sort === 'NAME_ASC') return byName(a, b)
      if (sort === 'NAME_DESC') return byName(b, a)
      return (sort === 'PRODUCT_COUNT_ASC' ? countA - countB : countB - countA) || byName(a, b)
    })
    return pageAnswer(request, sorted, ([name]) => ({
      name,
      nameTranslated: { [context.defaultLanguage]: name },
      productsFilteredByBrandUrl: `${context.storeUrl}/search?${new URLSearchParams({ attribute_Brand: name })}`,
    }))
  }

  const swatches = (): ApiAnswer => {
    const colors = new Map<string, JsonObject>()
    for (const { values } of store.data.products.values()) {
      for (const { text, textTranslated, hexCodes } of values.options.flatMap(({ choices = [] }) => choices)) {
        const [hexCode] = hexCodes ?? []
        if (hexCode) colors.set(hexCode, { name: text, hexCode, translations: textTranslated })
      }
    }
    return ok({ colors: [...colors.values()] })
  }

  const read = { scopes: ['read_catalog'] }
  return [
    { method: 'GET', path: '/products/filters', ...read, public: true, handle: (request) => filters(request.query) },
    { method: 'POST', path: '/products/filters', ...read, public: true, handle: postFilters },
    { method: 'GET', path: '/brands', scopes: ['read_brands'], handle: brands },
    { method: 'GET', path: '/swatches', ...read, handle: swatches },
    { method: 'GET', path: '/swatches/recent-colors', ...read, handle: swatches },
  ]
}

/** How many products have each value; a product counts once per value. */
function countValues(
  products: readonly StoredProduct[],
  valuesOf: (product: StoredProduct) => string[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const product of products) {
    for (const value of new Set(valuesOf(product))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

function attributeValues(product: StoredProduct, nameOrType: string, store: Store): string[] {
  const wanted = nameOrType.toLowerCase()
  return product.values.attributes
    .filter(({ id }) => {
      const attribute = store.attribute(id)
      return attribute?.type.toLowerCase() === wanted || attribute?.name.toLowerCase() === wanted
    })
    .map(({ value }) => value)
}

function facet(name: string, products: readonly StoredProduct[], store: Store, limit: number): JsonObject | undefined {
  const status = 'SUCCESS'
  const listed = (counts: Map<string, number>) =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([title, productCount]) => ({ title, productCount }))
  const parted = (
    yes: string,
    yesTitle: string,
    no: string,
    noTitle: string,
    test: (product: StoredProduct) => boolean,
  ) => {
    const count = products.filter(test).length
    const values = [
      { id: yes, title: yesTitle, productCount: count },
      { id: no, title: noTitle, productCount: products.length - count },
    ]
    return { values, status }
  }
  if (name === 'price') {
    const prices = products.map(({ values }) => values.price)
    const [minValue, maxValue] = [
      prices.reduce((a, b) => Math.min(a, b), Infinity),
      prices.reduce((a, b) => Math.max(a, b), 0),
    ]
    return { minValue: prices.length === 0 ? 0 : minValue, maxValue, status }
  }
  if (name === 'inventory') return parted('instock', 'In stock', 'outofstock', 'Out of stock', isInStock)
  if (name === 'onsale') return parted('onsale', 'On sale', 'notonsale', 'Not on sale', isOnSale)
  if (name === 'categories') return categoryFacet(products, store, limit)
  if (name.startsWith('option_')) {
    const title = name.slice('option_'.length)
    const counts = countValues(products, ({ values }) =>
      values.options
        .filter((option) => option.name === title)
        .flatMap(({ choices = [] }) => choices.map(({ text }) => text)),
    )
    return { title, values: listed(counts), status, sortingOrder: 'FILTER_VALUE_ASC' }
  }
  if (name.startsWith('attribute_')) {
    const title = name.slice('attribute_'.length)
    const counts = countValues(products, (product) => attributeValues(product, title, store))
    return { title, values: listed(counts), status, sortingOrder: 'FILTER_VALUE_ASC' }
  }
  return undefined
}

function categoryFacet(products: readonly StoredProduct[], store: Store, limit: number): JsonObject {
  const counts = countValues(products, ({ values }) => values.categoryIds.map(String))
  const values = [...counts].flatMap(([id, productCount]) => {
    const category = store.category(Number(id))
    if (!category) return []
    return { id, title: inLanguage(category.values.name, undefined, undefined), productCount }
  })
  return { values: values.slice(0, limit), status: 'SUCCESS' }
}
