import { combinationNotFound, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { projected } from './page-answer'
import { uploadId } from './media-view'
import { takeLinkedPicture, takePicture } from './picture-intake'
import { quantityDelta, requireProduct, stockAnswer } from './products'
import { productNotFound } from './api-error'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredCombination, StoredProduct } from './stored-catalogue'
import { readUpload } from './upload-form'
import { variationView } from './variation-view'
import { addVariation, withVariation } from './variation-write'

/** Variations, which the API calls combinations. */
export function variationRoutes({ store, blobs, download, view }: StoreParts): Route[] {
  const requireVisible = (request: ApiRequest): StoredProduct => {
    const product = requireProduct(request, store)
    if (request.token.kind === 'public' && !product.values.enabled) throw productNotFound(product.id)
    return product
  }

  const find = (request: ApiRequest, product: StoredProduct): StoredCombination => {
    const variation = product.combinations.find(({ id }) => id === idParam(request, 'variation'))
    if (!variation) throw combinationNotFound(request.params['variation'] ?? '')
    return variation
  }

  const list = (request: ApiRequest): ApiAnswer => {
    const product = requireVisible(request)
    const context = view(request)
    return projected(
      request,
      product.combinations.map((each) => variationView(each, product, context)),
    )
  }

  const get = (request: ApiRequest): ApiAnswer => {
    const product = requireVisible(request)
    return projected(request, variationView(find(request, product), product, view(request)))
  }

  const create = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'Combination')
    const product = store.saveProduct(addVariation(requireProduct(request, store), body, store))
    return ok({ id: product.combinations.at(-1)?.id })
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'Combination')
    const product = requireProduct(request, store)
    store.saveProduct(withVariation(product, find(request, product).id, body, store))
    return ok({ updateCount: 1 })
  }

  const replace = (product: StoredProduct, next: StoredCombination) =>
    store.saveProduct({
      ...product,
      combinations: product.combinations.map((each) => (each.id === next.id ? next : each)),
    })

  const remove = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    const { id } = find(request, product)
    store.saveProduct({ ...product, combinations: product.combinations.filter((each) => each.id !== id) })
    return ok({ deleteCount: 1 })
  }

  const removeAll = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    if (product.combinations.length > 0) store.saveProduct({ ...product, combinations: [] })
    return ok({ deleteCount: product.combinations.length })
  }

  const adjustStock = (request: ApiRequest): ApiAnswer => {
    const delta = quantityDelta(request)
    const product = requireProduct(request, store)
    const variation = find(request, product)
    if (!variation.values.sku)
      throw wrongParameter('The combination has no SKU of its own and shares the product stock')
    if (variation.values.unlimited) return ok({ updateCount: 0 })
    const quantity = (variation.values.quantity ?? 0) + delta
    replace(product, { ...variation, values: { ...variation.values, quantity } })
    return stockAnswer(quantity)
  }

  const upload = async (request: ApiRequest): Promise<ApiAnswer> => {
    find(request, requireProduct(request, store))
    const base = await takePicture(readUpload(request), { store, blobs, download })
    const product = requireProduct(request, store)
    replace(product, { ...find(request, product), imageBase: base })
    return ok({ id: uploadId(base) })
  }

  const link = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    const variation = find(request, product)
    const { base, alt } = takeLinkedPicture(request, store)
    replace(product, { ...variation, imageBase: base, alt })
    return ok({})
  }

  const removePicture = (request: ApiRequest): ApiAnswer => {
    const product = requireProduct(request, store)
    const { imageBase, ...variation } = find(request, product)
    if (imageBase !== undefined) replace(product, variation)
    return ok({ deleteCount: imageBase === undefined ? 0 : 1 })
  }

  const all = '/products/:id/combinations'
  const one = `${all}/:variation`
  const read = { scopes: ['read_catalog'], public: true }
  const scopes = ['update_catalog']
  return [
    { method: 'GET', path: all, ...read, handle: list },
    { method: 'POST', path: all, scopes: ['create_catalog'], handle: create },
    { method: 'DELETE', path: all, scopes, handle: removeAll },
    { method: 'GET', path: one, ...read, handle: get },
    { method: 'PUT', path: one, scopes, handle: update },
    { method: 'DELETE', path: one, scopes, handle: remove },
    { method: 'PUT', path: `${one}/inventory`, scopes, handle: adjustStock },
    { method: 'POST', path: `${one}/image`, scopes, handle: upload },
    { method: 'DELETE', path: `${one}/image`, scopes, handle: removePicture },
    { method: 'POST', path: `${one}/image/async`, scopes, handle: link },
  ]
}
