import { readAlt, noAlt } from './media-order'
import { findAttribute, laterOf } from './attribute-write'
import { ApiError, combinationNotFound, wrongParameter } from './api-error'
import { checkField, readItems, readText, readTexts } from './body-fields'
import type { JsonObject } from './json-object'
import { assertSkuFree } from './sku'
import type { Store } from './store'
import type { AttributeValue, StoredCombination, StoredProduct } from './stored-catalogue'
import { storeLanguages } from './view-context'
import { sameOptions, withOptionValues, type Pair } from './variation-options'
import { mergedValues } from './variation-values'

const mostPerRequest = 200

/** Appends a variation; options and values the product does not have yet are added to it as SELECT. */
export function addVariation(product: StoredProduct, body: JsonObject, store: Store): StoredProduct {
  if (body['options'] === undefined) throw wrongParameter('Absent parameter options')
  const options = readPairs(body['options'])
  const blank: StoredCombination = {
    id: store.nextId('combination'),
    combinationNumber: freeNumber(product),
    options,
    values: { unlimited: body['quantity'] === undefined },
    attributes: [],
    alt: noAlt,
  }
  const grown = withOptionValues(product, options, store)
  return withVariation({ ...grown, combinations: [...grown.combinations, blank] }, blank.id, body, store)
}

/** The lowest: so one that was made later may stand before others by its number, and behind them in the list. */
function freeNumber({ combinations }: StoredProduct): number {
  const taken = new Set(combinations.map(({ combinationNumber }) => combinationNumber))
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

/** Merges a body into one of the product's variations. */
export function withVariation(product: StoredProduct, id: number, body: JsonObject, store: Store): StoredProduct {
  const before = product.combinations.find((each) => each.id === id)
  if (!before) throw combinationNotFound(id)
  const options = body['options'] === undefined ? before.options : readPairs(body['options'])
  if (product.combinations.some((each) => each.id !== id && sameOptions(each.options, options))) {
    throw new ApiError(409, 'A combination with the same options already exists', 'COMBINATION_DUPLICATED')
  }
  const next: StoredCombination = {
    ...before,
    options,
    values: mergedValues(before.values, body, store),
    attributes:
      body['attributes'] === undefined
        ? before.attributes
        : readValues(body['attributes'], product, before.attributes, store),
    alt: readAlt(body['alt'], before.alt),
  }
  checkVariation(next, before, product, store)
  const grown = withOptionValues(product, options, store)
  return { ...grown, combinations: grown.combinations.map((each) => (each.id === id ? next : each)) }
}

/** `combinations` of a product body: an entry with an id is merged, one without is added; all of them or none. */
export function saveCombinations(
  before: StoredProduct,
  value: unknown,
  { store, removesUnlisted }: { store: Store; removesUnlisted: boolean },
): StoredProduct {
  const items = readItems(value, 'Product.combinations')
  if (items.length > mostPerRequest) {
    throw new ApiError(
      400,
      `At most ${mostPerRequest} combinations can be saved per request`,
      'COMBINATION_LIMIT_PER_REQUEST_EXCEEDED',
    )
  }
  const listed = new Set(items.map(({ id }) => id))
  const kept = before.combinations.filter(({ id }) => !removesUnlisted || listed.has(id))
  return items.reduce<StoredProduct>(
    (saved, item) =>
      typeof item['id'] === 'number' && item['id'] !== 0
        ? withVariation(saved, item['id'], item, store)
        : addVariation(saved, item, store),
    { ...before, combinations: kept },
  )
}

function checkVariation(
  next: StoredCombination,
  before: StoredCombination,
  product: StoredProduct,
  store: Store,
): void {
  const { sku } = next.values
  if (sku && sku !== before.values.sku) assertSkuFree(sku, product.id, next.id, store)
  if (!sku || sku !== product.values.sku) return
  const isSame =
    next.values.unlimited === product.values.unlimited &&
    (next.values.unlimited || (next.values.quantity ?? 0) === product.values.quantity)
  if (!isSame) {
    throw new ApiError(
      400,
      'A combination with the SKU of its product must have the same stock',
      'DIFFERENT_COMBINATION_STOCK',
    )
  }
  if (next.values['dimensions'] !== undefined && !isSameSize(next.values['dimensions'], product.values['dimensions'])) {
    throw new ApiError(
      400,
      'A combination with the SKU of its product must have the same dimensions',
      'DIFFERENT_COMBINATION_DIMENSIONS',
    )
  }
}

const sides = ['length', 'width', 'height'] as const

/** Without any it has those of its product. */
function isSameSize(own: unknown, products: unknown): boolean {
  const [one, other] = [own, products].map((size) => sides.map((side) => Number(Object(size)[side] ?? 0)))
  return one?.every((length, at) => length === 0 || length === other?.[at]) ?? true
}

function readPairs(value: unknown): Pair[] {
  return readItems(value, 'Combination.options').map((item, position) => ({
    name: readText(item, 'name', `Combination.options[${position}]`),
    value: readText(item, 'value', `Combination.options[${position}]`),
  }))
}

function readValues(
  value: unknown,
  product: StoredProduct,
  before: readonly AttributeValue[],
  store: Store,
): AttributeValue[] {
  const allowed = [0, product.values.productClassId].flatMap((id) => store.productClass(id)?.attributes ?? [])
  return readItems(value, 'Combination.attributes').flatMap((item) => {
    const attribute = findAttribute(item, allowed)
    if (!attribute || item['value'] === '' || item['value'] === undefined || item['value'] === null) return []
    checkField(item['value'], 'string', 'Combination.attributes.value')
    const texts = readTexts(item['valueTranslated'], 'Combination.attributes.valueTranslated')
    const there = before.find(({ id }) => id === attribute.id)?.valueTranslated
    const told = { ...there, ...texts, [storeLanguages(store.data.profile).defaultLanguage]: String(item['value']) }
    return { id: attribute.id, value: String(item['value']), valueTranslated: told, ...laterOf(item) }
  })
}
