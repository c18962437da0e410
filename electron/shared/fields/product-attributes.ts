import { choice } from './choice-kinds'
import { anything, field, plain, type Sending } from './field'
import type { RemoteProduct } from '../remote-product'
import { codeOrNone } from './number-kinds'
import { attributes as values } from './record-kinds'
import { productType } from './reference-kinds'
import { isInStore } from './references'

export const productClassId = field({
  label: 'Product type',
  hint: 'It decides which attributes the product has.',
  section: 'type',
  kind: productType,
  empty: 0,
  json: plain('productClassId'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: [],
  isTranslated: false,
  isInherited: false,
})

/** Attribute id -> value; an empty value is no value. UPC and Brand are attributes too. */
export const attributes = field({
  label: 'Attributes',
  section: 'attributes',
  kind: values,
  empty: {},
  json: {
    get: (product) => values.read(product.attributes) ?? {},
    lay: withAttributes,
    body: (value, sending) => ({ attributes: wholeList(value, sending) }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: ['product_attribute_NAME', 'product_brand', 'product_upc'],
  isTranslated: false,
  isInherited: true,
})

export const productCondition = field({
  label: 'Condition',
  section: 'attributes',
  kind: choice({ NEW: 'New', USED: 'Used', REFURBISHED: 'Refurbished' }),
  empty: 'NEW',
  json: plain('productCondition'),
  problem: anything,
  sortedBy: null,
  isFiltered: true,
  inFiles: [],
  isTranslated: false,
  isInherited: false,
})

/** By its number in Google's taxonomy; null: none. */
export const googleProductCategory = field({
  label: 'Google category',
  hint: 'The number of its category in Google’s product taxonomy, for Google Shopping. Left empty, it has none.',
  section: 'attributes',
  kind: codeOrNone('Enter the number of the category, or leave it empty.'),
  empty: null,
  json: plain('googleProductCategory'),
  problem: (value) => (value !== null && value < 1 ? 'The number of a Google category is 1 or more.' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: ['product_google_product_category_code'],
  isTranslated: false,
  isInherited: false,
})

type Values = Record<string, string>

/** The whole list, because nobody promises that a shorter one leaves the rest alone; an empty value removes. */
function wholeList(given: Values, { product }: Sending) {
  const known = (product?.attributes ?? []).flatMap(({ id }) => (id === undefined ? [] : [String(id)]))
  const ids = new Set([...known, ...Object.keys(given).filter(isInStore)])
  return [...ids].map((id) => ({ id: Number(id), value: given[id] ?? '' }))
}

function withAttributes(product: RemoteProduct, given: Values): RemoteProduct {
  const listed = (product.attributes ?? []).map((attribute) => ({
    ...attribute,
    value: attribute.id === undefined ? attribute.value : (given[String(attribute.id)] ?? ''),
  }))
  const listedIds = new Set(listed.map(({ id }) => String(id)))
  const isNew = (id: string) => !listedIds.has(id) && isInStore(id)
  const added = Object.entries(given).flatMap(([id, value]) => (isNew(id) ? [{ id: Number(id), value }] : []))
  return { ...product, attributes: [...listed, ...added] as RemoteProduct['attributes'] }
}
