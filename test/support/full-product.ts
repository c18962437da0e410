import { readFileSync } from 'node:fs'
import type { DemoStore } from '../../electron/demo-store/demo-store'
import { onTheWeb } from './on-the-web'
import { pngBytes } from './picture-files'
import { controlOf } from './store-control'
import { changeVariation, setVariationPicture } from './stored-variations'

type Store = Pick<DemoStore, 'baseUrl' | 'secretToken' | 'controlUrl'>
type Json = Record<string, unknown>
type Variation = Json & { id: number }

/** What this version does not know. */
const madeLater = { madeLater: { deep: [1, { more: true }] } }

/** A swatch with everything that a choice can have; no variation is made of it. */
const swatches = {
  type: 'SWATCHES',
  name: 'Finish',
  nameTranslated: { en: 'Finish', de: 'Oberfläche' },
  required: false,
  defaultChoice: 1,
  choices: [
    { text: 'Gold', textTranslated: { en: 'Gold', de: 'Gold' }, priceModifier: 4, hexCodes: ['#d4af37'] },
    { text: 'Plain', priceModifier: -5, priceModifierType: 'PERCENT', imageId: '0' },
  ],
}

const subscription = {
  subscriptionAllowed: true,
  oneTimePurchaseAllowed: true,
  oneTimePurchasePrice: 16,
  recurringChargeSettings: [
    { recurringInterval: 'MONTH', recurringIntervalCount: 1, subscriptionPriceWithSignUpFee: 19 },
    { recurringInterval: 'YEAR', recurringIntervalCount: 1 },
  ],
}

/** Beside what the file says, so that each part of each field has a value. */
const more = {
  customPriceTiers: [{ value: 5 }, { value: 10 }],
  priceDefaultTier: 1,
  dimensions: { length: 10, width: 11, height: 12 },
  googleProductCategory: 3,
  lowestPriceSettings: { lowestPriceEnabled: true, manualLowestPrice: 12 },
  minPurchaseQuantity: 2,
  maxPurchaseQuantity: 40,
  customsHsTariffCode: '6912',
  relatedProducts: {
    productIds: [700000102],
    relatedCategory: { enabled: true, categoryId: 200000010, productCount: 4 },
  },
  shipping: {
    ...{ type: 'SELECTED_METHODS', enabledMethods: ['parcel'], disabledMethods: ['pickup'] },
    ...{ methodMarkup: 1, flatRate: 3 },
  },
  shippingPreparationTime: {
    shippingPreparationTimeForInStockItemDays: '2',
    shippingPreparationTimeForOutOfStockItemDays: '9',
    pickupPreparationTimeForInStockItemInMinutes: 30,
    localDeliveryPreparationTimeForInStockItemInMinutes: 60,
  },
  subscriptionSettings: subscription,
}

const ownValues = {
  price: 15.5,
  compareToPrice: 21,
  costPrice: 7,
  weight: 0.5,
  dimensions: { length: 1, width: 2, height: 3 },
  isShippingRequired: true,
  customsHsTariffCode: '6911',
  minPurchaseQuantity: 3,
  maxPurchaseQuantity: 30,
  outOfStockVisibilityBehaviour: 'SHOW',
  wholesalePrices: [
    { quantity: 5, price: 14 },
    { quantity: 20, price: 13 },
  ],
  subscriptionSettings: subscription,
  lowestPriceSettings: { lowestPriceEnabled: true, manualLowestPrice: 11 },
  attributes: [
    { id: 300000001, value: '4000000000010' },
    { id: 300000002, value: 'Clay & Co', valueTranslated: { de: 'Ton & Co' } },
  ],
}

const read = (): Json & { combinations: Variation[] } =>
  JSON.parse(readFileSync('test/fixtures/products/full.json', 'utf8')) as ReturnType<typeof read>

/** Makes the mug of the demo shop a product in which nothing is empty, and everything has more than this version knows. */
export async function putFullProduct(store: Store): Promise<{ id: number; variationId: number }> {
  const control = controlOf(store)
  const { combinations, media: _, options, ...values } = read()
  const id = Number(values['id'])
  const [first] = combinations
  const variationId = first?.id ?? 0
  await control('POST', `/products/${id}`, { ...values, ...more, options: [...(options as Json[]), swatches] })
  for (const each of combinations) {
    const { sku, quantity, unlimited, warningLimit, price, attributes } = each
    const own = each === first ? ownValues : {}
    await changeVariation(store, id, each.id, { sku, quantity, unlimited, warningLimit, price, attributes, ...own })
  }
  await setVariationPicture(store, id, combinations.at(-1)?.id ?? 0, pngBytes(6, 4))
  await onTheWeb(store, 'POST', `/products/${id}/files?fileName=care-guide.pdf`, new TextEncoder().encode('A guide'))
  await onTheWeb(store, 'POST', `/products/${id}/gallery/video`, JSON.stringify({ url: 'https://vimeo.com/1' }))
  await control('POST', `/later/${id}`, madeLater)
  return { id, variationId }
}
