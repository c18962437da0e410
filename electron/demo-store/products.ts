import { ApiError, productNotFound, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readNumbers } from './body-fields'
import { reorder } from './category-order'
import type { JsonObject } from './json-object'
import { encodedPageAnswer, pageAnswer, projected } from './page-answer'
import { createProductEncoder } from './product-encoder'
import { changedProduct, newProduct } from './product-write'
import { productView } from './product-view'
import { formatDate } from './query-params'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { StoredProduct } from './stored-catalogue'
import { saveCombinations } from './variation-write'

export function requireProduct(request: ApiRequest, store: Store): StoredProduct {
  const product = store.product(idParam(request, 'id'))
  if (!product) throw productNotFound(request.params['id'] ?? '')
  return product
}

export function productRoutes(parts: StoreParts): Route[] {
  const { store, search, plan, view } = parts
  const encode = createProductEncoder(store)

  const list = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    const found = search(request.query)
    if (!request.query.text('responseFields')) return encodedPageAnswer(request, found, encode(context))
    return pageAnswer(request, found, (product) => productView(product, context))
  }

  const deleted = (request: ApiRequest): ApiAnswer => {
    const from = request.query.date('from_date') ?? 0
    const to = request.query.date('to_date') ?? Infinity
    const found = store.data.deleted.filter(({ at }) => at >= from && at <= to)
    return pageAnswer(request, found, ({ id, at }) => ({ id, date: formatDate(at) }))
  }

  const get = (request: ApiRequest): ApiAnswer =>
    projected(request, productView(requireProduct(request, store), view(request)))

  const save = (product: StoredProduct, body: JsonObject, request: ApiRequest): StoredProduct => {
    const wantsCombinations = request.query.flag('saveCombinations') === true && body['combinations'] !== undefined
    const { removesUnlisted } = plan
    const next = wantsCombinations
      ? saveCombinations(product, body['combinations'], { store, removesUnlisted })
      : product
    placeOnFrontPage(next, body['showOnFrontpage'], store)
    return store.saveProduct(next)
  }

  const create = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'Product')
    if (store.data.products.size >= plan.maxProducts) {
      throw new ApiError(402, 'The product limit of the plan is reached', 'NOT_AVAILABLE_ON_CURRENT_PLAN')
    }
    const product = save(newProduct(body, store), body, request)
    const item = request.query.flag('returnItem') ? { item: productView(product, view(request)) } : {}
    return projected(request, { id: product.id, ...item })
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'Product')
    const before = requireProduct(request, store)
    const options = {
      rebuildVariations: request.query.flag('rebuildVariationsOnOptionsUpdate') === true,
      keepOptionDisplay: request.query.flag('keepOptionDisplaySettings') === true,
    }
    const product = save(changedProduct(before, body, store, options), body, request)
    if (!request.query.flag('returnItem')) return ok({ updateCount: 1 })
    return projected(request, { updateCount: 1, item: productView(product, view(request)) })
  }

  const remove = (request: ApiRequest): ApiAnswer =>
    ok({ deleteCount: store.deleteProduct(idParam(request, 'id')) ? 1 : 0 })

  const removeAll = (): ApiAnswer => {
    for (const id of [...store.data.products.keys()]) store.deleteProduct(id)
    return { status: 202 }
  }

  const read = { scopes: ['read_catalog'], public: true }
  const change = { scopes: ['update_catalog'] }
  return [
    { method: 'GET', path: '/products', ...read, handle: list },
    { method: 'POST', path: '/products', scopes: ['create_catalog'], handle: create },
    { method: 'DELETE', path: '/products', scopes: ['update_catalog_batch_delete'], handle: removeAll },
    { method: 'GET', path: '/products/deleted', ...read, handle: deleted },
    {
      method: 'GET',
      path: '/products/sort',
      scopes: ['read_catalog'],
      handle: (request) => sortedProducts(request, store),
    },
    { method: 'PUT', path: '/products/sort', ...change, handle: (request) => sortProducts(request, store) },
    { method: 'GET', path: '/products/:id', ...read, handle: get },
    { method: 'PUT', path: '/products/:id', ...change, handle: update },
    { method: 'DELETE', path: '/products/:id', ...change, handle: remove },
    { method: 'PUT', path: '/products/:id/inventory', ...change, handle: (request) => adjustStock(request, store) },
  ]
}

/** showOnFrontpage: a position from 1 on puts it there, 0 or less takes it off; a product in no category has to stay. */
function placeOnFrontPage(product: StoredProduct, position: unknown, store: Store): void {
  if (typeof position !== 'number') return
  const others = store.data.frontPage.filter((id) => id !== product.id)
  const isElsewhere = product.values.categoryIds.length > 0
  if (position < 0 && !isElsewhere) {
    throw wrongParameter('The product is in no category and cannot be removed from the front page')
  }
  if (position > 0) store.setFrontPage(insertAt(others, Math.max(0, Math.trunc(position) - 1), product.id))
  else if (isElsewhere) store.setFrontPage(others)
}

export function quantityDelta(request: ApiRequest): number {
  const delta = jsonObjectBody(request, 'Inventory')['quantityDelta']
  if (typeof delta !== 'number' || !Number.isInteger(delta)) {
    throw wrongParameter('Field Inventory.quantityDelta is expected to be a number')
  }
  return delta
}

export const stockAnswer = (quantity: number): ApiAnswer =>
  ok(quantity < 0 ? { updateCount: 1, warning: 'Product has negative stock.' } : { updateCount: 1 })

function adjustStock(request: ApiRequest, store: Store): ApiAnswer {
  const delta = quantityDelta(request)
  const product = requireProduct(request, store)
  // Unlimited stock has nothing to adjust.
  if (product.values.unlimited) return ok({ updateCount: 0 })
  const quantity = product.values.quantity + delta
  store.saveProduct({ ...product, values: { ...product.values, quantity } })
  return stockAnswer(quantity)
}

function parentCategory(request: ApiRequest): number {
  const id = request.query.integer('parentCategory', 0)
  if (id === undefined) throw wrongParameter('Absent parameter parentCategory')
  return id
}

function orderIn(id: number, store: Store): readonly number[] {
  if (id === 0) return store.data.frontPage
  const category = store.category(id)
  if (!category) throw new ApiError(404, `Category #${id} not found`, 'CATEGORIES_NOT_FOUND')
  return category.productIds
}

function sortedProducts(request: ApiRequest, store: Store): ApiAnswer {
  return ok({ sortedIds: orderIn(parentCategory(request), store) })
}

function sortProducts(request: ApiRequest, store: Store): ApiAnswer {
  const id = parentCategory(request)
  const current = orderIn(id, store)
  const wanted = readNumbers(jsonObjectBody(request, 'SortOrder')['sortedIds'], 'SortOrder.sortedIds')
  const productIds = reorder(current, wanted)
  const category = store.category(id)
  if (category) store.saveCategory({ ...category, productIds })
  else store.setFrontPage(productIds)
  return ok({ updateCount: 1 })
}

function insertAt(ids: readonly number[], position: number, id: number): number[] {
  return [...ids.slice(0, position), id, ...ids.slice(position)]
}
