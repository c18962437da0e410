import { ApiError, categoryNotFound, productNotFound, wrongParameter } from './api-error'
import { readFields, readNumbers, type FieldKind } from './body-fields'
import { withDescendants } from './category-order'
import { categoryTexts } from './category-view'
import { mergeJson, type JsonObject } from './json-object'
import { noAlt, readAlt } from './media-order'
import type { Store } from './store'
import type { StoredCategory } from './stored-catalogue'
import { mergeTexts } from './translated-text'
import { storeLanguages } from './view-context'

const categoryFields: Readonly<Record<string, FieldKind>> = {
  name: 'string',
  nameTranslated: 'texts',
  description: 'string',
  descriptionTranslated: 'texts',
  seoTitle: 'string',
  seoTitleTranslated: 'texts',
  seoDescription: 'string',
  seoDescriptionTranslated: 'texts',
  enabled: 'boolean',
  customSlug: 'string',
  isSampleCategory: 'boolean',
  externalReferenceId: 'string',
}

/** Ecwid refuses longer ones without saying where its limit is. */
const longestName = 255

const placeFields: Readonly<Record<string, FieldKind>> = { parentId: 'number', orderBy: 'number', productIds: 'array' }

export const categoryDefaults: StoredCategory['values'] = {
  name: '',
  nameTranslated: {},
  description: '',
  descriptionTranslated: {},
  seoTitle: '',
  seoTitleTranslated: {},
  seoDescription: '',
  seoDescriptionTranslated: {},
  enabled: true,
  customSlug: '',
  isSampleCategory: false,
}

export function createCategory(body: JsonObject, store: Store): StoredCategory {
  if (body['name'] === undefined) throw wrongParameter('Absent parameter name')
  for (const id of sentProductIds(body)) if (!store.product(id)) throw productNotFound(id)
  const parentId = typeof body['parentId'] === 'number' ? body['parentId'] : 0
  const blank: StoredCategory = {
    id: 0,
    parentId,
    orderBy: nextPosition(parentId, store),
    values: categoryDefaults,
    alt: noAlt,
    productIds: [],
  }
  const category = { ...changedCategory(blank, body, store), id: store.nextId('category') }
  store.saveCategory(category)
  saveMembership(category.id, body, store)
  return category
}

export function updateCategory(category: StoredCategory, body: JsonObject, store: Store): void {
  store.saveCategory(changedCategory(category, body, store))
  saveMembership(category.id, body, store)
}

function nextPosition(parentId: number, store: Store): number {
  const siblings = [...store.data.categories.values()].filter((each) => each.parentId === parentId)
  return Math.max(0, ...siblings.map(({ orderBy }) => orderBy)) + 10
}

function changedCategory(category: StoredCategory, body: JsonObject, store: Store): StoredCategory {
  const sent = readFields(body, categoryFields, 'Category')
  const place = readFields(body, placeFields, 'Category')
  const { defaultLanguage } = storeLanguages(store.data.profile)
  const values = {
    ...mergeJson(category.values, sent),
    ...mergeTexts(category.values, sent, categoryTexts, defaultLanguage),
  } as StoredCategory['values']
  checkName(values.name)
  const parentId = typeof place['parentId'] === 'number' ? place['parentId'] : category.parentId
  if (parentId !== 0 && !store.category(parentId)) throw categoryNotFound(parentId)
  const isNew = category.id === 0
  if (!isNew && withDescendants(store.data.categories, [category.id]).has(parentId)) {
    throw wrongParameter('A category cannot be inside itself')
  }
  checkReference(values['externalReferenceId'], category.id, store)
  return {
    ...category,
    parentId,
    orderBy: typeof place['orderBy'] === 'number' ? place['orderBy'] : category.orderBy,
    values,
    alt: readAlt(body['alt'], category.alt),
  }
}

function checkName(name: string): void {
  if (name.trim() === '') throw wrongParameter('Field Category.name cannot be empty')
  if (name.length > longestName) throw new ApiError(409, `The category name is longer than ${longestName} letters`)
}

function checkReference(reference: unknown, ownId: number, store: Store): void {
  if (typeof reference !== 'string' || reference === '') return
  for (const { id, values } of store.data.categories.values()) {
    if (id !== ownId && values['externalReferenceId'] === reference) {
      throw new ApiError(409, 'External id is used by another category', 'EXTERNAL_ID_ALREADY_USED')
    }
  }
}

const sentProductIds = (body: JsonObject): number[] =>
  body['productIds'] === undefined || body['productIds'] === null
    ? []
    : readNumbers(body['productIds'], 'Category.productIds')

/** `productIds` of a category body is the complete, ordered membership. */
function saveMembership(id: number, body: JsonObject, store: Store): void {
  if (body['productIds'] === undefined || body['productIds'] === null) return
  const wanted = sentProductIds(body).filter((each) => store.product(each))
  const current = store.category(id)?.productIds ?? []
  unassign(
    id,
    current.filter((each) => !wanted.includes(each)),
    store,
  )
  assign(id, wanted, store)
  const category = store.category(id)
  if (category) store.saveCategory({ ...category, productIds: [...new Set(wanted)] })
}

/** Appends products at the end; those already there keep their place. */
export function assign(id: number, productIds: readonly number[], store: Store): number {
  let count = 0
  for (const productId of productIds) {
    const product = store.product(productId)
    if (!product || product.values.categoryIds.includes(id)) continue
    store.saveProduct({ ...product, values: { ...product.values, categoryIds: [...product.values.categoryIds, id] } })
    count += 1
  }
  return count
}

export function unassign(id: number, productIds: readonly number[], store: Store): number {
  let count = 0
  for (const productId of productIds) {
    const product = store.product(productId)
    if (!product?.values.categoryIds.includes(id)) continue
    const categoryIds = product.values.categoryIds.filter((each) => each !== id)
    const defaultCategoryId = product.values.defaultCategoryId === id ? 0 : product.values.defaultCategoryId
    store.saveProduct({ ...product, values: { ...product.values, categoryIds, defaultCategoryId } })
    count += 1
  }
  return count
}

/** Deletes the category with everything below it; products stay, their assignments go. */
export function deleteCategory(id: number, store: Store): void {
  for (const each of withDescendants(store.data.categories, [id])) {
    unassign(each, store.category(each)?.productIds ?? [], store)
    store.removeCategory(each)
  }
}
