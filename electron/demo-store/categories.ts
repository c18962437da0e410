import { searchWords, parseKeyword } from '../shared/search-words'
import { textOfHtml } from '../shared/text-of-html'
import { categoryNotFound, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readNumbers } from './body-fields'
import { ancestorIds, reorder, withDescendants } from './category-order'
import { categoryView } from './category-view'
import { assign, createCategory, deleteCategory, unassign, updateCategory } from './category-write'
import { categoryUploadId } from './media-view'
import { pageAnswer, projected } from './page-answer'
import { takeLinkedPicture, takePicture } from './picture-intake'
import { inLanguage } from './product-haystack'
import type { QueryParams } from './query-params'
import type { Route } from './router'
import type { Store } from './store'
import type { StoreParts } from './store-parts'
import type { StoredCategory } from './stored-catalogue'
import { readUpload } from './upload-form'

function requireCategory(request: ApiRequest, store: Store): StoredCategory {
  const category = store.category(idParam(request, 'id'))
  if (!category) throw categoryNotFound(request.params['id'] ?? '')
  return category
}

export function categoryRoutes({ store, blobs, download, view }: StoreParts): Route[] {
  const list = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    const withIds = request.query.flag('productIds') ? 'filled' : 'none'
    return pageAnswer(request, findCategories(request.query, store), (each) => categoryView(each, context, withIds))
  }

  const byPath = (request: ApiRequest): ApiAnswer => {
    const context = view(request)
    return pageAnswer(request, findByPath(request.query, store), (each) => categoryView(each, context, 'none'))
  }

  const get = (request: ApiRequest): ApiAnswer =>
    projected(request, categoryView(requireCategory(request, store), view(request), 'always'))

  const create = (request: ApiRequest): ApiAnswer =>
    ok({ id: createCategory(jsonObjectBody(request, 'Category'), store).id })

  const update = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'Category')
    updateCategory(requireCategory(request, store), body, store)
    return ok({ updateCount: 1 })
  }

  const remove = (request: ApiRequest): ApiAnswer => {
    deleteCategory(requireCategory(request, store).id, store)
    return ok({ deleteCount: 1 })
  }

  const move = (request: ApiRequest, change: typeof assign, answer: string): ApiAnswer => {
    const ids = readNumbers(jsonObjectBody(request, 'ProductIds')['productIds'], 'ProductIds.productIds')
    return ok({ [answer]: change(requireCategory(request, store).id, ids, store) > 0 ? 1 : 0 })
  }

  const upload = async (request: ApiRequest): Promise<ApiAnswer> => {
    requireCategory(request, store)
    const imageBase = await takePicture(readUpload(request), { store, blobs, download })
    store.saveCategory({ ...requireCategory(request, store), imageBase })
    return ok({ id: categoryUploadId(imageBase) })
  }

  const link = (request: ApiRequest): ApiAnswer => {
    const category = requireCategory(request, store)
    const { base, alt } = takeLinkedPicture(request, store)
    store.saveCategory({ ...category, imageBase: base, alt })
    return ok({})
  }

  const removePicture = (request: ApiRequest): ApiAnswer => {
    const { imageBase, ...category } = requireCategory(request, store)
    if (imageBase !== undefined) store.saveCategory(category)
    return ok({ deleteCount: imageBase === undefined ? 0 : 1 })
  }

  const read = { scopes: ['read_catalog'], public: true }
  const change = { scopes: ['update_catalog'] }
  return [
    { method: 'GET', path: '/categories', ...read, handle: list },
    { method: 'POST', path: '/categories', scopes: ['create_catalog'], handle: create },
    { method: 'GET', path: '/categoriesByPath', ...read, handle: byPath },
    { method: 'GET', path: '/categories/sort', scopes: ['read_catalog'], handle: (request) => sorted(request, store) },
    { method: 'PUT', path: '/categories/sort', ...change, handle: (request) => sort(request, store) },
    { method: 'GET', path: '/categories/:id', ...read, handle: get },
    { method: 'PUT', path: '/categories/:id', ...change, handle: update },
    { method: 'DELETE', path: '/categories/:id', ...change, handle: remove },
    {
      method: 'POST',
      path: '/categories/:id/assignProducts',
      ...change,
      handle: (request) => move(request, assign, 'updateCount'),
    },
    {
      method: 'POST',
      path: '/categories/:id/unassignProducts',
      ...change,
      handle: (request) => move(request, unassign, 'deleteCount'),
    },
    { method: 'POST', path: '/categories/:id/image', ...change, handle: upload },
    { method: 'DELETE', path: '/categories/:id/image', ...change, handle: removePicture },
    { method: 'POST', path: '/categories/:id/image/async', ...change, handle: link },
  ]
}

/** In the order of ids, which is not the order of the storefront, as at Ecwid. */
function findCategories(query: QueryParams, store: Store): StoredCategory[] {
  const all = [...store.data.categories.values()].sort((a, b) => a.id - b.id)
  const parents = [...(query.ids('parent') ?? []), ...(query.ids('parentIds') ?? [])]
  const hasParents = parents.length > 0
  const deep = query.flag('withSubcategories') ?? false
  const below = hasParents && deep ? withDescendants(store.data.categories, parents) : undefined
  const ids = query.ids('categoryIds')
  const showHidden = query.flag('hidden_categories') ?? false
  const { words, phrases } = parseKeyword(query.text('keyword') ?? '')
  const needles = [...words, ...phrases.map((phrase) => ({ text: phrase.join(' '), prefix: false }))]
  return all.filter((category) => {
    if (!showHidden && !category.values.enabled) return false
    if (ids && !ids.includes(category.id)) return false
    const isChild = parents.includes(category.parentId)
    const isBelow = below?.has(category.parentId) ?? false
    if (hasParents && !isChild && !isBelow) return false
    const text = keywordText(category, query.text('lang'))
    return needles.every(({ text: word, prefix }) => text.includes(prefix ? ` ${word}` : ` ${word} `))
  })
}

function keywordText({ values }: StoredCategory, lang: string | undefined): string {
  const name = inLanguage(values.name, values.nameTranslated, lang)
  const description = textOfHtml(inLanguage(values.description, values.descriptionTranslated, lang))
  return [name, description].map((text) => ` ${searchWords(text).join(' ')} `).join('\n')
}

function findByPath(query: QueryParams, store: Store): StoredCategory[] {
  const path = query.text('path')
  if (path === undefined) throw wrongParameter('Absent parameter path')
  const delimiter = query.text('delimiter', 'delimeter') || '/'
  const wanted = path.split(delimiter).map((part) => part.trim())
  const nameOf = (id: number) => store.category(id)?.values.name
  return [...store.data.categories.values()].filter(({ id }) => {
    const names = [...ancestorIds(store.data.categories, id), id].map(nameOf)
    return names.length === wanted.length && names.every((name, position) => name === wanted[position])
  })
}

function siblings(request: ApiRequest, store: Store): StoredCategory[] {
  const parentId = request.query.integer('parentCategory', 0)
  if (parentId === undefined) throw wrongParameter('Absent parameter parentCategory')
  if (parentId !== 0 && !store.category(parentId)) throw categoryNotFound(parentId)
  const children = [...store.data.categories.values()].filter((each) => each.parentId === parentId)
  return children.sort((a, b) => a.orderBy - b.orderBy || a.id - b.id)
}

function sorted(request: ApiRequest, store: Store): ApiAnswer {
  return ok({ sortedIds: siblings(request, store).map(({ id }) => id) })
}

function sort(request: ApiRequest, store: Store): ApiAnswer {
  const current = siblings(request, store)
  const wanted = readNumbers(jsonObjectBody(request, 'SortOrder')['sortedIds'], 'SortOrder.sortedIds')
  const order = reorder(
    current.map(({ id }) => id),
    wanted,
  )
  for (const category of current) store.saveCategory({ ...category, orderBy: (order.indexOf(category.id) + 1) * 10 })
  return ok({ updateCount: 1 })
}
