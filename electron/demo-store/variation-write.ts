import { readAlt, noAlt } from './media-order'
import { findAttribute } from './attribute-write'
import { ApiError, combinationNotFound, wrongParameter } from './api-error'
import { checkField, readFields, readItems, readText, type FieldKind } from './body-fields'
import { mergeJson, type JsonObject } from './json-object'
import { assertSkuFree } from './sku'
import type { Store } from './store'
import type { AttributeValue, ProductOption, StoredCombination, StoredProduct } from './stored-catalogue'

const mostPerRequest = 200

const variationFields: Readonly<Record<string, FieldKind>> = {
  sku: 'string',
  price: 'number?',
  costPrice: 'number?',
  compareToPrice: 'number?',
  wholesalePrices: 'array',
  lowestPriceSettings: 'object',
  quantity: 'number',
  unlimited: 'boolean',
  warningLimit: 'number',
  minPurchaseQuantity: 'number?',
  maxPurchaseQuantity: 'number?',
  outOfStockVisibilityBehaviour: ['SHOW', 'ALLOW_PREORDER'],
  weight: 'number?',
  dimensions: 'object',
  volume: 'number',
  isShippingRequired: 'boolean',
  customsHsTariffCode: 'string',
  externalReferenceId: 'string',
  subscriptionSettings: 'object',
}

type Pair = { name: string; value: string }

const sameOptions = (a: readonly Pair[], b: readonly Pair[]): boolean =>
  a.length === b.length && a.every(({ name, value }) => b.some((each) => each.name === name && each.value === value))

/** Appends a variation; options and values the product does not have yet are added to it as SELECT. */
export function addVariation(product: StoredProduct, body: JsonObject, store: Store): StoredProduct {
  if (body['options'] === undefined) throw wrongParameter('Absent parameter options')
  const options = readPairs(body['options'])
  const numbers = product.combinations.map(({ combinationNumber }) => combinationNumber)
  const blank: StoredCombination = {
    id: store.nextId('combination'),
    combinationNumber: Math.max(0, ...numbers) + 1,
    options,
    values: { unlimited: body['quantity'] === undefined },
    attributes: [],
    alt: noAlt,
  }
  const grown = withOptionValues(product, options)
  return withVariation({ ...grown, combinations: [...grown.combinations, blank] }, blank.id, body, store)
}

/** Merges a body into one of the product's variations. */
export function withVariation(product: StoredProduct, id: number, body: JsonObject, store: Store): StoredProduct {
  const before = product.combinations.find((each) => each.id === id)
  if (!before) throw combinationNotFound(id)
  const options = body['options'] === undefined ? before.options : readPairs(body['options'])
  if (product.combinations.some((each) => each.id !== id && sameOptions(each.options, options))) {
    throw new ApiError(409, 'A combination with the same options already exists', 'COMBINATION_DUPLICATED')
  }
  const sent = readFields(body, variationFields, 'Combination')
  const values = { ...mergeJson(before.values, sent), unlimited: sent['unlimited'] ?? before.values.unlimited }
  // null and "" both mean: as the product.
  for (const [name, value] of Object.entries(sent))
    if (value === null || value === '') delete (values as JsonObject)[name]
  if (body['sku'] === null || body['sku'] === '') delete (values as JsonObject)['sku']
  const next: StoredCombination = {
    ...before,
    options,
    values: { ...values, unlimited: values.unlimited === true },
    attributes: body['attributes'] === undefined ? before.attributes : readValues(body['attributes'], product, store),
    alt: readAlt(body['alt'], before.alt),
  }
  checkVariation(next, before, product, store)
  const grown = withOptionValues(product, options)
  return { ...grown, combinations: grown.combinations.map((each) => (each.id === id ? next : each)) }
}

/** `combinations` of a product body: an entry with an id is merged, one without is added, unlisted ones stay. */
export function saveCombinations(product: StoredProduct, value: unknown, store: Store): StoredProduct {
  const items = readItems(value, 'Product.combinations')
  if (items.length > mostPerRequest) {
    throw new ApiError(
      400,
      `At most ${mostPerRequest} combinations can be saved per request`,
      'COMBINATION_LIMIT_PER_REQUEST_EXCEEDED',
    )
  }
  return items.reduce<StoredProduct>(
    (saved, item) =>
      typeof item['id'] === 'number' && item['id'] !== 0
        ? withVariation(saved, item['id'], item, store)
        : addVariation(saved, item, store),
    product,
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
}

function readPairs(value: unknown): Pair[] {
  return readItems(value, 'Combination.options').map((item, position) => ({
    name: readText(item, 'name', `Combination.options[${position}]`),
    value: readText(item, 'value', `Combination.options[${position}]`),
  }))
}

function withOptionValues(product: StoredProduct, pairs: readonly Pair[]): StoredProduct {
  let options: readonly ProductOption[] = product.values.options
  for (const { name, value } of pairs) {
    const choice = { text: value, textTranslated: {}, priceModifier: 0, priceModifierType: 'ABSOLUTE' as const }
    const option = options.find((each) => each.name === name)
    if (!option) {
      options = [...options, { type: 'SELECT', name, nameTranslated: {}, required: false, choices: [choice] }]
    } else if (!option.choices?.some(({ text }) => text === value)) {
      const grown = { ...option, choices: [...(option.choices ?? []), choice] }
      options = options.map((each) => (each === option ? grown : each))
    }
  }
  return options === product.values.options ? product : { ...product, values: { ...product.values, options } }
}

function readValues(value: unknown, product: StoredProduct, store: Store): AttributeValue[] {
  const allowed = [0, product.values.productClassId].flatMap((id) => store.productClass(id)?.attributes ?? [])
  return readItems(value, 'Combination.attributes').flatMap((item) => {
    const attribute = findAttribute(item, allowed)
    if (!attribute || item['value'] === '' || item['value'] === undefined || item['value'] === null) return []
    checkField(item['value'], 'string', 'Combination.attributes.value')
    return { id: attribute.id, value: String(item['value']), valueTranslated: {} }
  })
}
