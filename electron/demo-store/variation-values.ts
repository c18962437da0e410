import { readFields, type FieldKind } from './body-fields'
import { mergeJson, type JsonObject } from './json-object'
import { locationStock } from './location-stock'
import type { Store } from './store'
import type { CombinationValues } from './stored-catalogue'
import { sortedTiers } from './wholesale'

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

/** The values of a variation with a body merged in; null and an empty text both mean: as the product. */
export function mergedValues(before: CombinationValues, body: JsonObject, store: Store): CombinationValues {
  const sent = readFields(body, variationFields, 'Combination')
  const merged: JsonObject = mergeJson(before, sent)
  for (const name of Object.keys(variationFields)) {
    if (body[name] === null && (name === 'sku' || sent[name] === null)) delete merged[name]
    if (sent[name] === '') delete merged[name]
  }
  Object.assign(merged, locationStock(body['locationInventory'], before['locationInventory'], store))
  if (sent['wholesalePrices'] !== undefined) merged['wholesalePrices'] = sortedTiers(sent['wholesalePrices'])
  // Without a SKU it shares the product's stock and has none of its own.
  if (merged['sku'] === undefined) delete merged['quantity']
  return { ...merged, unlimited: merged['unlimited'] === true }
}
