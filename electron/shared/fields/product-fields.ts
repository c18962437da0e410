import { z } from 'zod'
import type { RemoteProduct } from '../remote-product'
import type { Field } from './field'
import {
  attributes,
  attributesShown,
  attributesTranslated,
  googleProductCategory,
  productClassId,
  productCondition,
} from './product-attributes'
import { customsHsTariffCode, shippingPreparationTime, showDeliveryTimeInStorefront } from './product-delivery'
import { options } from './product-options'
import { customPriceTiers, nameYourPriceEnabled } from './product-own-price'
import { categoryIds, defaultCategoryId, enabled, ribbon, showOnFrontpage } from './product-places'
import { compareToPrice, costPrice, lowestPriceSettings, price } from './product-prices'
import { relatedCategory, relatedProducts } from './product-related'
import { discountsAllowed, reviewsCollectingAllowed } from './product-selling'
import { dimensions, isShippingRequired, shipping, tax, volume, weight } from './product-shipping'
import {
  maxPurchaseQuantity,
  minPurchaseQuantity,
  outOfStockVisibilityBehaviour,
  quantity,
  unlimited,
  warningLimit,
} from './product-stock'
import { subscriptionSettings } from './product-subscription'
import { customSlug, description, name, seoDescription, seoTitle, sku, subtitle } from './product-texts'
import { wholesalePrices } from './product-wholesale'
import { twinsOf } from './translated-fields'

/** In the order of the form. */
const inFirstLanguage = {
  name,
  subtitle,
  sku,
  weight,
  description,
  price,
  compareToPrice,
  costPrice,
  enabled,
  showOnFrontpage,
  categoryIds,
  defaultCategoryId,
  unlimited,
  quantity,
  warningLimit,
  outOfStockVisibilityBehaviour,
  minPurchaseQuantity,
  maxPurchaseQuantity,
  ribbon,
  wholesalePrices,
  nameYourPriceEnabled,
  customPriceTiers,
  subscriptionSettings,
  lowestPriceSettings,
  discountsAllowed,
  reviewsCollectingAllowed,
  productClassId,
  attributes,
  productCondition,
  googleProductCategory,
  options,
  isShippingRequired,
  dimensions,
  volume,
  shipping,
  customsHsTariffCode,
  shippingPreparationTime,
  showDeliveryTimeInStorefront,
  tax,
  seoTitle,
  seoDescription,
  customSlug,
  relatedProducts,
  relatedCategory,
}

/**
 * The fields of a product that a person can edit, under Ecwid's names. A change set holds one
 * change a field. Everything else of a product passes through saves untouched.
 */
export const productFields = { ...inFirstLanguage, ...twinsOf(inFirstLanguage), attributesTranslated, attributesShown }

type Entries = typeof productFields
export type ProductField = keyof Entries
export type ProductFields = { [Name in ProductField]: Entries[Name]['empty'] }

// Object.keys does not know that an object has no other keys.
export const productFieldNames = Object.keys(productFields) as ProductField[]

const entries: Readonly<Record<ProductField, Field>> = productFields

/** The entry of a field that is known by its name only: what is given to it must be a value of the field. */
export const fieldOf = (name: ProductField): Field => entries[name]

/** Of a name that comes from the database or from the store. */
export function isProductField(name: string | null | undefined): name is ProductField {
  return typeof name === 'string' && Object.hasOwn(productFields, name)
}

/** Something for each field. */
function forEach(make: (field: Field, name: ProductField) => unknown): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const each of productFieldNames) made[each] = make(fieldOf(each), each)
  return made
}

export const productFieldsSchema = z.strictObject(
  // Each field has the schema of its kind.
  forEach(({ kind }) => kind.schema) as { [Name in ProductField]: z.ZodType<ProductFields[Name]> },
)
export const productPatchSchema = productFieldsSchema.partial()
export type ProductPatch = z.infer<typeof productPatchSchema>

/** What "New product" starts from. */
export const newProductFields = forEach(({ empty }) => empty) as ProductFields

/** The fields of a product as Ecwid sends it, with a value for everything Ecwid leaves out. */
export function readFields(product: RemoteProduct): ProductFields {
  return forEach(({ json }) => json.get(product)) as ProductFields
}

export const readField = (product: RemoteProduct, name: ProductField): unknown => fieldOf(name).json.get(product)

/** The product with one edited field laid over it. */
export function layField(product: RemoteProduct, name: ProductField, value: unknown): RemoteProduct {
  const { json, kind } = fieldOf(name)
  return json.lay(product, kind.schema.parse(value))
}

/** JSON body for POST or PUT /products: only the fields of the patch. `product`: as the store has it, for a PUT. */
export function writeFields(patch: ProductPatch, product?: RemoteProduct): Record<string, unknown> {
  const sending = { patch, product }
  return Object.assign({}, ...fieldsIn(patch).map((each) => fieldOf(each).json.body(patch[each], sending)))
}

/** The fields that a patch names, in the order of the form. */
export function fieldsIn(patch: ProductPatch): ProductField[] {
  return productFieldNames.filter((each) => patch[each] !== undefined)
}
