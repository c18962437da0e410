import { choice } from './choice-kinds'
import type { RemoteProduct } from '../remote-product'
import { attributeShows, isShow, type Shows } from './attribute-shows'
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
    body: (value, sending) => ({ attributes: wholeList(value, textsNow(sending), showsNow(sending), sending) }),
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
    body: (value, sending) => ({ attributes: wholeList(valuesNow(sending), value, showsNow(sending), sending) }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})

/** Where this product shows each of those that have a value; what it says nothing about is shown as its type says. */
export const attributesShown = field({
  label: 'Attributes shown',
  section: 'attributes',
  kind: attributeShows,
  empty: {},
  json: {
    get: showsIn,
    lay: withShows,
    body: (value, sending) => ({ attributes: wholeList(valuesNow(sending), textsNow(sending), value, sending) }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
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
  problem: (value) => (value !== null && value < 1 ? 'google-category-below-one' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_google_product_category_code: '' },
  isTranslated: false,
  isInherited: false,
})

type Values = Record<string, string>

// Values, their texts in other languages and where they are shown are one list in Ecwid's JSON: whichever of them is edited, it is sent with all.
const valuesNow = ({ patch, product }: Sending): Values =>
  // The patch holds values of its fields.
  (patch['attributes'] as Values | undefined) ?? (product ? attributes.json.get(product) : {})
const textsNow = ({ patch, product }: Sending): Texts =>
  (patch['attributesTranslated'] as Texts | undefined) ?? (product ? textsIn(product) : {})

/** Only what was chosen is sent: what a product shows as its type does goes on doing so. */
const showsNow = ({ patch }: Sending): Shows => (patch['attributesShown'] as Shows | undefined) ?? {}

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

function showsIn({ attributes: all }: RemoteProduct): Shows {
  const given = (all ?? []).filter(({ id, value }) => id !== undefined && value !== undefined && value !== '')
  return Object.fromEntries(given.flatMap(({ id, show }) => (isShow(show) ? [[String(id), show]] : [])))
}

function withShows(product: RemoteProduct, given: Shows): RemoteProduct {
  const laid = (product.attributes ?? []).map(({ show: _, ...each }) => ({
    ...each,
    ...showOf(given[String(each.id)]),
  }))
  return { ...product, attributes: laid }
}

const showOf = (show: string | undefined) => (show === undefined ? {} : { show })

function withTexts(product: RemoteProduct, given: Texts): RemoteProduct {
  const laid = (product.attributes ?? []).map((each) => {
    const texts = textsOf(given, String(each.id))
    return { ...each, valueTranslated: wholeMap(texts, each['valueTranslated'], mainOf(each, product)) }
  })
  return { ...product, attributes: laid }
}

/** What this version knows of an attribute; its name and its type are the type's. */
const known = new Set(['id', 'name', 'nameTranslated', 'type', 'show', 'value', 'valueTranslated'])
const besideKnown = (there: object): object =>
  Object.fromEntries(Object.entries(there).filter(([name]) => !known.has(name)))

/** The whole list, because nobody promises that a shorter one leaves the rest alone; an empty value removes. */
function wholeList(values: Values, texts: Texts, shown: Shows, { product }: Sending) {
  const listed = (product?.attributes ?? []).filter(({ id }) => id !== undefined)
  const listedAs = new Map(listed.map((each) => [String(each.id), each]))
  const ids = new Set([...listedAs.keys(), ...Object.keys(values).filter(isInStore)])
  return [...ids].map((id) => {
    const value = values[id] ?? ''
    const own = textsOf(texts, id)
    const { valueTranslated: map, ...there } = listedAs.get(id) ?? {}
    const main = mainOf(there, product ?? { id: 0 })
    const isTold = Object.keys({ ...own, ...otherTexts(map, main) }).length > 0
    const told = isTold && value !== '' && { valueTranslated: product ? wholeMap(own, map, main, value) : own }
    const isChosen = value !== '' && shown[id] !== there['show']
    return { ...besideKnown(there), id: Number(id), value, ...told, ...(isChosen && showOf(shown[id])) }
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
