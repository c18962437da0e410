import type { NewChange } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { copiedVariations } from './copied-variations'
import { imagesOf, localKey } from './pictures'

/** Writable parts of a product that the form does not hold, as POST /products takes them. */
const copiedParts = [
  'nameTranslated',
  'descriptionTranslated',
  'subtitleTranslated',
  'options',
  'wholesalePrices',
  'relatedProducts',
  'googleProductCategory',
  'productCondition',
  'minPurchaseQuantity',
  'maxPurchaseQuantity',
  'outOfStockVisibilityBehaviour',
  'shippingPreparationTime',
  'showDeliveryTimeInStorefront',
  'nameYourPriceEnabled',
  'customPriceTiers',
  'priceDefaultTier',
  'subscriptionSettings',
  'discountsAllowed',
  'volume',
  'customsHsTariffCode',
  'defaultCategoryId',
] as const

/**
 * Everything of the original that the form's fields do not cover, variations too; never ids, slugs or references, which
 * must stay unique. `rewritten`: the fields that are not the original's any more.
 */
export function copiedBody(original: RemoteProduct, rewritten: readonly string[] = []): Record<string, unknown> {
  // A translated twin would put the old text back over one that was written anew.
  const stale = new Set(rewritten.map(translatedTwin))
  const entries = copiedParts.flatMap((part) => {
    const value = original[part]
    return value === undefined || value === null || stale.has(part) ? [] : [[part, value] as const]
  })
  const combinations = copiedVariations(original, !rewritten.includes('sku'))
  return { ...Object.fromEntries(entries), ...(combinations.length > 0 && { combinations }) }
}

/** Ecwid's name for the map of a text field's translations. */
export const translatedTwin = (field: string): string => `${field}Translated`

/** The store fetches the copies from the original's own addresses; pictures still on this device are copied from here. */
export function copiedPictures(original: RemoteProduct, productId: number, productName: string): NewChange[] {
  return imagesOf(original).flatMap((image, position): NewChange[] => {
    const address = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
    const shown = image.image160pxUrl ?? ''
    const staged = shown.startsWith('staged:') ? shown.slice('staged:'.length) : undefined
    const isLocal = address.startsWith(localKey(0).slice(0, -1))
    const source = staged ? { hash: staged } : { url: isLocal ? shown : address }
    if (source.url !== undefined && !/^https?:/.test(source.url)) return []
    const role = position === 0 ? 'main' : 'gallery'
    const after = { source, role, fileName: '', alt: image.alt?.main ?? '' }
    return [{ productId, productName, kind: 'picture.add', field: null, before: null, after }]
  })
}
