import { ApiError, classNotFound, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readFields, readItems, readText, readTexts } from './body-fields'
import type { JsonObject } from './json-object'
import { projected } from './page-answer'
import { inLanguage } from './product-haystack'
import { readAttributes } from './attribute-write'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { ClassAttribute, StoredClass } from './stored-catalogue'
import { storeLanguages, type ViewContext } from './view-context'

function requireClass(request: ApiRequest, store: Store): StoredClass {
  const productClass = store.productClass(idParam(request, 'id'))
  if (!productClass) throw classNotFound(request.params['id'] ?? '')
  return productClass
}

/** Product types, which the API calls classes; the one with id 0 is the General type and always there. */
export function classRoutes({ store, view }: StoreParts): Route[] {
  const list = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    return projected(
      request,
      [...store.data.classes.values()].sort((a, b) => a.id - b.id).map((each) => classView(each, context)),
    )
  }

  const get = (request: ApiRequest): ApiAnswer =>
    projected(request, classView(requireClass(request, store), view(request)))

  const create = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'ProductClass')
    if (typeof body['name'] !== 'string' || body['name'].trim() === '') throw wrongParameter('Absent parameter name')
    requireFreeName(body['name'], undefined, store)
    const id = store.nextId('class')
    const productClass = changedClass({ id, name: body['name'], attributes: [] }, body, store)
    store.saveClass(productClass)
    return ok({ id: productClass.id })
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'ProductClass')
    const before = requireClass(request, store)
    requireFreeName(body['name'], before.id, store)
    store.saveClass(changedClass(before, body, store))
    return ok({ updateCount: 1 })
  }

  const remove = (request: ApiRequest): ApiAnswer => {
    const { id } = requireClass(request, store)
    if (id === 0) throw new ApiError(409, 'The General product class cannot be deleted', 'CONSTRAINT_VIOLATION')
    store.removeClass(id)
    const { defaultLanguage } = storeLanguages(store.data.profile)
    for (const product of [...store.data.products.values()].filter(({ values }) => values.productClassId === id)) {
      const values = { ...product.values, productClassId: 0 }
      const attributes = readAttributes(undefined, values, store, defaultLanguage)
      store.saveProduct({ ...product, values: { ...values, attributes } })
    }
    return ok({ deleteCount: 1 })
  }

  const read = { scopes: ['read_catalog'], public: true }
  return [
    { method: 'GET', path: '/classes', ...read, handle: list },
    { method: 'POST', path: '/classes', scopes: ['create_catalog'], handle: create },
    { method: 'GET', path: '/classes/:id', ...read, handle: get },
    { method: 'PUT', path: '/classes/:id', scopes: ['update_catalog'], handle: update },
    { method: 'DELETE', path: '/classes/:id', scopes: ['update_catalog'], handle: remove },
  ]
}

function requireFreeName(name: unknown, ownId: number | undefined, store: Store): void {
  const isTaken = [...store.data.classes.values()].some((each) => each.id !== ownId && each.name === name)
  if (typeof name === 'string' && isTaken) throw new ApiError(409, `Product class with name ${name} already exists`)
}

function classView(productClass: StoredClass, context: ViewContext): JsonObject {
  const attributes = productClass.attributes.filter(({ show }) => !context.isPublic || show !== 'NOTSHOW')
  return {
    id: productClass.id,
    name: productClass.name,
    googleTaxonomy: productClass.googleTaxonomy,
    attributes: attributes.map((each) => ({
      ...each,
      name: inLanguage(each.name, each.nameTranslated, context.lang),
    })),
  }
}

/** The attributes of a body are the complete list: known ids are kept, entries without id are new, the others go. */
function changedClass(productClass: StoredClass, body: JsonObject, store: Store): StoredClass {
  const { name, attributes } = readFields(body, { name: 'string', attributes: 'array' }, 'ProductClass')
  const isNamed = typeof name === 'string' && productClass.id !== 0
  const renamed = isNamed ? { ...productClass, name } : productClass
  if (attributes === undefined) return renamed
  const { defaultLanguage } = storeLanguages(store.data.profile)
  const listed = readItems(attributes, 'ProductClass.attributes').map((item, position) => {
    const before = productClass.attributes.find((each) => each.id === item['id'])
    return readAttribute(item, before, `ProductClass.attributes[${position}]`, defaultLanguage, store)
  })
  return { ...renamed, attributes: [...keptOfGeneral(productClass, listed), ...listed] }
}

/** The General type never loses what every store has. */
function keptOfGeneral({ id, attributes }: StoredClass, listed: readonly ClassAttribute[]): ClassAttribute[] {
  if (id !== 0) return []
  return attributes.filter((each) => /^(UPC|BRAND)$/.test(each.type) && !listed.some((next) => next.id === each.id))
}

function readAttribute(
  item: JsonObject,
  before: ClassAttribute | undefined,
  path: string,
  defaultLanguage: string,
  store: Store,
): ClassAttribute {
  const name = before && item['name'] === undefined ? before.name : readText(item, 'name', path)
  const texts = readTexts(item['nameTranslated'], `${path}.nameTranslated`)
  return {
    id: before?.id ?? store.nextId('attribute'),
    name,
    nameTranslated: { ...before?.nameTranslated, ...texts, [defaultLanguage]: name },
    // An open list at Ecwid: whatever is sent is kept.
    type: typeof item['type'] === 'string' ? item['type'] : (before?.type ?? 'CUSTOM'),
    show: typeof item['show'] === 'string' ? item['show'] : (before?.show ?? 'DESCR'),
  }
}
