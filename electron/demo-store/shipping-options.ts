import { randomUUID } from 'node:crypto'
import { ApiError, wrongParameter } from './api-error'
import { jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { isJsonObject, mergeJson, type JsonObject } from './json-object'
import { projected } from './page-answer'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import { profileGroup } from './view-context'

/** The shipping options of the profile, one by one: what products name in `shipping.enabledMethods`. */
export function shippingOptionRoutes({ store }: StoreParts): Route[] {
  const all = (): JsonObject[] => {
    const options = profileGroup(store.data.profile, 'shipping')['shippingOptions']
    return Array.isArray(options) ? options.filter(isJsonObject) : []
  }
  const save = (shippingOptions: JsonObject[]) => {
    const shipping = { ...profileGroup(store.data.profile, 'shipping'), shippingOptions }
    store.saveProfile({ ...store.data.profile, shipping })
  }
  const find = (request: ApiRequest): JsonObject => {
    const id = request.params['option'] ?? ''
    const option = all().find((each) => each['id'] === id)
    if (!option) throw new ApiError(404, `Shipping option ${id} not found`)
    return option
  }

  const create = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'ShippingOption')
    if (typeof body['title'] !== 'string' || body['title'].trim() === '') throw wrongParameter('Absent parameter title')
    const option = { enabled: true, orderBy: (all().length + 1) * 10, fulfilmentType: 'shipping', ...body }
    const id = typeof body['id'] === 'string' ? body['id'] : randomUUID()
    save([...all(), { ...option, id }])
    return ok({ id })
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const { id: _, ...body } = jsonObjectBody(request, 'ShippingOption')
    const { id } = find(request)
    save(all().map((each) => (each['id'] === id ? mergeJson(each, body) : each)))
    return ok({ updateCount: 1 })
  }

  const remove = (request: ApiRequest): ApiAnswer => {
    const { id } = find(request)
    save(all().filter((each) => each['id'] !== id))
    return ok({ deleteCount: 1 })
  }

  const path = '/profile/shippingOptions'
  const scopes = ['update_store_profile']
  return [
    { method: 'GET', path, scopes: ['read_store_profile'], handle: (request) => projected(request, all()) },
    { method: 'POST', path, scopes, handle: create },
    { method: 'PUT', path: `${path}/:option`, scopes, handle: update },
    { method: 'DELETE', path: `${path}/:option`, scopes, handle: remove },
  ]
}
