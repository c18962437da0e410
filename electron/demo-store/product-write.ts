import { readAttributes } from './attribute-write'
import { ApiError, categoryNotFound, classNotFound, wrongParameter } from './api-error'
import { readFields } from './body-fields'
import { readComponents } from './composites'
import { locationStock } from './location-stock'
import { isJsonObject, mergeJson, type JsonObject } from './json-object'
import { withMediaOrder } from './media-order'
import { readOptions, requireKeptOptions, withKeptDisplay } from './option-write'
import { checkPrices } from './price-check'
import { productDefaults, productFields } from './product-fields'
import { textFields } from './product-view'
import { assertSkuFree, nextSku } from './sku'
import type { Store } from './store'
import { sortedTiers } from './wholesale'
import { readRelated } from './related-products'
import type { ProductValues, StoredProduct } from './stored-catalogue'
import { profileGroup, storeLanguages } from './view-context'
import { mergeTexts } from './translated-text'

export type WriteOptions = { rebuildVariations: boolean; keepOptionDisplay?: boolean }

/** A new record from the body of `POST /products`; nothing is stored yet. */
export function newProduct(body: JsonObject, store: Store): StoredProduct {
  if (typeof body['name'] === 'string' ? body['name'].trim() === '' : body['name'] === undefined) {
    throw wrongParameter('Absent parameter name')
  }
  const settings = profileGroup(store.data.profile, 'settings')
  const values = {
    ...productDefaults,
    tax: defaultTax(store),
    productCondition: settings['productCondition'] ?? 'NEW',
  }
  const now = store.now()
  const blank: StoredProduct = {
    id: 0,
    createdAt: now,
    updatedAt: now,
    values,
    images: [],
    videos: [],
    combinations: [],
    files: [],
  }
  const product = changedProduct(blank, body, store, { rebuildVariations: false })
  const sku = product.values.sku.trim() === '' ? nextSku(store) : product.values.sku
  return { ...product, id: store.nextId('product'), values: { ...product.values, sku } }
}

/**
 * The record with a body merged in: absent fields stay, objects are merged, lists are replaced.
 * Throws what Ecwid would answer; stores nothing.
 */
export function changedProduct(
  product: StoredProduct,
  body: JsonObject,
  store: Store,
  options: WriteOptions,
): StoredProduct {
  const sent = readFields(body, productFields, 'Product')
  const { defaultLanguage } = storeLanguages(store.data.profile)
  const {
    combinations: _,
    media,
    attributes,
    options: sentOptions,
    showOnFrontpage: __,
    relatedProducts,
    compositeComponents,
    locationInventory,
    ...plain
  } = sent
  const related = readRelated(relatedProducts, store)
  const current = product.values
  const values: ProductValues = {
    ...current,
    ...mergePlain(current, related === undefined ? plain : { ...plain, relatedProducts: related }),
    ...mergeTexts(current, sent, textFields, defaultLanguage),
    ...mergeRibbon(current, sent, defaultLanguage),
    ...mergeStock(current, sent),
    ...locationStock(locationInventory, current['locationInventory'], store),
    ...(compositeComponents === undefined ? {} : { compositeComponents: readComponents(compositeComponents, store) }),
  }
  const changedOptions = (items: unknown) => {
    const read = readOptions(items, defaultLanguage)
    return options.keepOptionDisplay ? withKeptDisplay(read, current.options) : read
  }
  const withLists: ProductValues = {
    ...values,
    ...(sentOptions === undefined ? {} : { options: changedOptions(sentOptions) }),
    ...(attributes === undefined && values.productClassId === current.productClassId
      ? {}
      : { attributes: readAttributes(attributes, values, store, defaultLanguage) }),
  }
  checkProduct(product, withLists, sent, store)
  const next = { ...product, values: withLists }
  const kept = sentOptions === undefined ? next : requireKeptOptions(next, options.rebuildVariations)
  return isJsonObject(media) ? withMediaOrder(kept, media) : kept
}

/** Scalars, lists and nested objects; null empties the few fields that may be empty, 0 unsets a compare-to price. */
function mergePlain(current: ProductValues, sent: JsonObject): JsonObject {
  const merged = mergeJson(current, sent)
  for (const [name, value] of Object.entries(sent)) if (value === null) merged[name] = null
  if (sent['compareToPrice'] === 0 || sent['compareToPrice'] === null) merged['compareToPrice'] = undefined
  if (sent['wholesalePrices'] !== undefined) merged['wholesalePrices'] = sortedTiers(sent['wholesalePrices'])
  if (sent['externalReferenceId'] === '') merged['externalReferenceId'] = undefined
  return merged
}

function mergeStock(current: ProductValues, sent: JsonObject): Partial<ProductValues> {
  // A product made with a quantity is tracked; an unlimited one keeps its state until `unlimited` itself is sent.
  const isNew = current.name === ''
  const unlimited = sent['unlimited'] ?? (isNew && sent['quantity'] !== undefined ? false : current.unlimited)
  return { unlimited: unlimited === true, quantity: Math.trunc(Number(sent['quantity'] ?? current.quantity)) }
}

function mergeRibbon(current: ProductValues, sent: JsonObject, defaultLanguage: string): JsonObject {
  if (sent['ribbon'] === undefined && sent['ribbonTranslated'] === undefined) return {}
  const ribbon = mergeJson(
    isJsonObject(current['ribbon']) ? current['ribbon'] : {},
    isJsonObject(sent['ribbon']) ? sent['ribbon'] : {},
  )
  const pair = mergeTexts(
    { ribbon: ribbon['text'], ribbonTranslated: current['ribbonTranslated'] },
    { ribbon: isJsonObject(sent['ribbon']) ? ribbon['text'] : undefined, ribbonTranslated: sent['ribbonTranslated'] },
    ['ribbon'],
    defaultLanguage,
  )
  return { ribbon: { ...ribbon, text: pair['ribbon'] }, ribbonTranslated: pair['ribbonTranslated'] }
}

function checkProduct(before: StoredProduct, values: ProductValues, sent: JsonObject, store: Store): void {
  if (values.name.trim() === '') throw wrongParameter('Field Product.name cannot be null')
  checkPrices(values, sent)
  if (sent['categoryIds'] !== undefined) checkCategories(values.categoryIds, store)
  if (sent['productClassId'] !== undefined && !store.productClass(values.productClassId)) {
    throw classNotFound(values.productClassId)
  }
  if (values.sku !== before.values.sku) assertSkuFree(values.sku, before.id, undefined, store)
  const reference = values.externalReferenceId
  if (reference && reference !== before.values.externalReferenceId) assertReferenceFree(reference, before.id, store)
}

function checkCategories(ids: readonly unknown[], store: Store): void {
  if (ids.length > 100) {
    throw new ApiError(
      402,
      'A product can be in at most 100 categories per request',
      'MAX_CATEGORIES_FOR_API_REQUEST_LIMIT_EXCEEDED',
    )
  }
  ids.forEach((id, position) => {
    if (typeof id !== 'number')
      throw wrongParameter(`Field Product.categoryIds[${position}] is expected to be a number`)
    if (!store.category(id)) throw categoryNotFound(id)
  })
}

function assertReferenceFree(reference: string, ownId: number, store: Store): void {
  for (const { id, values } of store.data.products.values()) {
    if (id !== ownId && values.externalReferenceId === reference) {
      throw new ApiError(409, 'External id is used by another product', 'EXTERNAL_ID_ALREADY_USED', {
        args: { externalReferenceId: reference },
      })
    }
  }
}

function defaultTax(store: Store): JsonObject {
  const taxes = profileGroup(store.data.profile, 'taxSettings')['taxes']
  const applied = (Array.isArray(taxes) ? taxes : [])
    .filter(isJsonObject)
    .filter((tax) => tax['appliedByDefault'] === true)
  return {
    taxable: true,
    defaultLocationIncludedTaxRate: applied[0]?.['defaultTax'] ?? 0,
    enabledManualTaxes: applied.map((tax) => tax['id']),
    taxClassCode: 'default',
  }
}
