import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { withDescendants } from './category-order'
import { facetLimits, splitNames } from './facet-limits'
import { isJsonObject, type JsonObject } from './json-object'
import { isInStock, isOnSale } from './product-state'
import { createQueryParams, type QueryParams } from './query-params'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { StoredProduct } from './stored-catalogue'
import { attributeValues, countValues } from './value-counts'

type Asked = { store: Store; limitOf: (name: string) => number; parent: number | undefined }

/** The filters of the found products with the counts of their values. */
export function facetRoutes({ store, search }: StoreParts): Route[] {
  const filters = (query: QueryParams): ApiAnswer => {
    const products = search(query)
    const names = splitNames(query.text('filterFields') ?? '')
    const [parent] = query.ids('filterParentCategoryId', 'filterParentCategory') ?? []
    const asked: Asked = { store, limitOf: facetLimits(query.text('filterFacetLimit')), parent }
    const facets = names.map((name) => [name, facet(name, products, asked)])
    return ok({ productCount: products.length, filters: Object.fromEntries(facets.filter(([, found]) => found)) })
  }

  const postFilters = (request: ApiRequest): ApiAnswer => {
    const { params } = jsonObjectBody(request, 'ProductFilters')
    const search = new URLSearchParams(request.query.search)
    for (const [name, value] of Object.entries(isJsonObject(params) ? params : {})) search.set(name, String(value))
    return filters(createQueryParams(search))
  }

  const read = { scopes: ['read_catalog'], public: true }
  return [
    { method: 'GET', path: '/products/filters', ...read, handle: (request) => filters(request.query) },
    { method: 'POST', path: '/products/filters', ...read, handle: postFilters },
  ]
}

/** One filter with its values and counts; undefined for a name that is no filter. */
function facet(name: string, products: readonly StoredProduct[], asked: Asked): JsonObject | undefined {
  const { store } = asked
  const limit = asked.limitOf(name)
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
  if (name === 'onsale') return parted('onsale', 'On sale', 'notonsale', 'Regular price', isOnSale)
  if (name === 'categories') return categoryFacet(products, asked, limit)
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

/**
 * The categories the products are in; with a parent only its children, each with what is below it, as a shopper walks down.
 * 0 is the root.
 */
function categoryFacet(products: readonly StoredProduct[], { store, parent }: Asked, limit: number): JsonObject {
  const { categories } = store.data
  const listed = [...categories.values()].filter(({ parentId }) => parent === undefined || parentId === parent)
  const values = listed.flatMap(({ id, values: { name } }) => {
    const within = parent === undefined ? new Set([id]) : withDescendants(categories, [id])
    const productCount = products.filter((product) =>
      product.values.categoryIds.some((each) => within.has(each)),
    ).length
    return productCount === 0 ? [] : { id: String(id), title: name, productCount }
  })
  return { values: values.slice(0, limit), status: 'SUCCESS' }
}
