import { choice } from './choice-kinds'
import type { RemoteProduct } from '../remote-product'
import { attributeTexts, textsBesideValues, textsOf, textsUnder } from './attribute-texts'
import { anything, field, plain, type Sending } from './field'
import { codeOrNone } from './number-kinds'
import { attributes as values } from './record-kinds'
import { productType } from './reference-kinds'
import { isInStore } from './references'
import { otherTexts, wholeMap, type Main, type Texts } from './translations'

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
  inFiles: {},
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
    body: (value, sending) => ({ attributes: wholeList(value, textsNow(sending), sending) }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  // Each value is, in a map beside it.
  isTranslated: false,
  isInherited: true,
})

/** What they say in the other languages of the store. */
export const attributesTranslated = field({
  label: 'Attributes in other languages',
  section: 'attributes',
  kind: attributeTexts,
  empty: {},
  json: {
    get: textsIn,
    lay: withTexts,
    body: (value, sending) => ({ attributes: wholeList(valuesNow(sending), value, sending) }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})

export const productCondition = field({
  label: 'Condition',
  hint: 'Google Shopping and other marketplaces show it.',
  section: 'attributes',
  kind: choice({ NEW: 'New', USED: 'Used', REFURBISHED: 'Refurbished' }),
  empty: 'NEW',
  json: plain('productCondition'),
  problem: anything,
  sortedBy: null,
  isFiltered: true,
  inFiles: {},
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
  inFiles: { product_google_product_category_code: '' },
  isTranslated: false,
  isInherited: false,
})

type Values = Record<string, string>

// Values and their texts in other languages are one list in Ecwid's JSON: whichever of them is edited, it is sent with both.
const valuesNow = ({ patch, product }: Sending): Values =>
  // The patch holds values of its fields.
  (patch['attributes'] as Values | undefined) ?? (product ? attributes.json.get(product) : {})
const textsNow = ({ patch, product }: Sending): Texts =>
  (patch['attributesTranslated'] as Texts | undefined) ?? (product ? textsIn(product) : {})

type Attribute = NonNullable<RemoteProduct['attributes']>[number]

const mainOf = ({ value = '' }: Attribute, { storeLanguages: languages }: RemoteProduct): Main => {
  return { text: String(value), languages }
}

function textsIn(product: RemoteProduct): Texts {
  const all = (product.attributes ?? []).map((each) =>
    textsUnder(String(each.id), otherTexts(each['valueTranslated'], mainOf(each, product))),
  )
  return textsBesideValues(Object.assign({}, ...all), attributes.json.get(product))
}

function withTexts(product: RemoteProduct, given: Texts): RemoteProduct {
  const laid = (product.attributes ?? []).map((each) => {
    const texts = textsOf(given, String(each.id))
    return { ...each, valueTranslated: wholeMap(texts, each['valueTranslated'], mainOf(each, product)) }
  })
  return { ...product, attributes: laid }
}

/** The whole list, because nobody promises that a shorter one leaves the rest alone; an empty value removes. */
function wholeList(values: Values, texts: Texts, { product }: Sending) {
  const listed = (product?.attributes ?? []).filter(({ id }) => id !== undefined)
  const known = new Map(listed.map((each) => [String(each.id), each]))
  const ids = new Set([...known.keys(), ...Object.keys(values).filter(isInStore)])
  return [...ids].map((id) => {
    const value = values[id] ?? ''
    const own = textsOf(texts, id)
    const { valueTranslated: map, ...there } = known.get(id) ?? {}
    const main = mainOf(there, product ?? { id: 0 })
    const isTold = Object.keys({ ...own, ...otherTexts(map, main) }).length > 0
    const told = isTold && value !== '' && { valueTranslated: product ? wholeMap(own, map, main, value) : own }
    return { id: Number(id), value, ...told }
  })
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
