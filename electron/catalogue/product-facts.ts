import type { z } from 'zod'
import {
  hasMainVideo,
  remoteAttributeSchema,
  type RemoteImage,
  type RemoteProduct,
  type RemoteVariation,
} from '../shared/remote-product'
import { barcodeKey } from '../shared/barcode-key'
import { foldText } from '../shared/fold-text'
import { searchWords } from '../shared/search-words'
import { textOfHtml } from '../shared/text-of-html'
import { innerGrams } from '../shared/word-pieces'

export type Facet = { kind: 'attribute' | 'option'; name: string; type: string; value: string }

/** The texts a search reads, as written. */
export type ProductTexts = {
  name: string
  description: string
  sku: string
  variations: string[]
  options: string[]
  /** Of the gallery pictures; Ecwid's search does not read the main picture's. */
  alts: string[]
  mainAlt: string
  attributes: string[]
}

/** Everything of a product that stands in tables of its own. */
export type ProductFacts = {
  texts: ProductTexts
  skus: string[]
  /** Undefined: written before they were kept. */
  barcodes?: string[]
  categories: number[]
  facets: Facet[]
}

/** `isShown` and `isBarcode` say of an attribute that does not say so itself what it is, by its id in the product types. */
export function productFacts(
  current: RemoteProduct,
  isShown: (attributeId: number) => boolean | undefined,
  isBarcode: (attributeId: number) => boolean,
): ProductFacts {
  const variations = (current.combinations ?? []).flatMap(({ sku }) => (sku ? [sku] : []))
  const options = current.options ?? []
  const attributes = (current.attributes ?? []).filter(({ value }) => value !== undefined && value !== '')
  const images = pictures(current)
  const main = hasMainVideo(current) ? undefined : images[0]
  const gallery = main ? images.slice(1) : images
  const altOf = (image: typeof main) => image?.alt?.main ?? ''
  return {
    texts: {
      name: current.name ?? '',
      description: textOfHtml(current.description ?? '').trim(),
      sku: current.sku ?? '',
      variations,
      options: options.flatMap(({ name, choices }) => [name, ...(choices ?? []).map(({ text }) => text)]),
      alts: gallery.map(altOf).filter((alt) => alt !== ''),
      mainAlt: altOf(main),
      attributes: attributes
        .filter(({ id, show }) => (show === undefined ? id === undefined || (isShown(id) ?? true) : show !== 'NOTSHOW'))
        .map(({ value }) => value ?? ''),
    },
    skus: [...new Set([current.sku ?? '', ...variations])].filter((sku) => sku !== ''),
    barcodes: barcodesOf(current, isBarcode),
    categories: [...new Set(current.categoryIds ?? [])],
    facets: [
      ...attributes.map(({ name, type, value }) => facet('attribute', name ?? '', type ?? '', value ?? '')),
      ...options.flatMap(({ name, choices }) => (choices ?? []).map(({ text }) => facet('option', name, '', text))),
    ],
  }
}

/** Of the product and of its variations, as they are compared. */
export function barcodesOf(
  { attributes, combinations }: RemoteProduct,
  isBarcode: (attributeId: number) => boolean,
): string[] {
  const all = [...(attributes ?? []), ...(combinations ?? []).flatMap(attributesOfVariation)]
  const codes = all
    .filter(({ id, type }) => type?.trim().toUpperCase() === 'UPC' || (id !== undefined && isBarcode(id)))
    .map(({ value }) => barcodeKey(value ?? ''))
  return [...new Set(codes)].filter((code) => code !== '')
}

type RemoteAttribute = z.infer<typeof remoteAttributeSchema>

function attributesOfVariation({ attributes }: RemoteVariation): RemoteAttribute[] {
  if (!Array.isArray(attributes)) return []
  return attributes.flatMap((each: unknown): RemoteAttribute[] => {
    const { data } = remoteAttributeSchema.safeParse(each)
    return data ? [data] : []
  })
}

/** The main picture first. */
export function pictures(current: RemoteProduct) {
  return [...(current.media?.images ?? [])].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0))
}

export const hasNoAlt = ({ alt }: RemoteImage): boolean => (alt?.main ?? '').trim() === ''

const facet = (kind: Facet['kind'], name: string, type: string, value: string): Facet => ({
  kind,
  name: name.trim(),
  type: type.trim(),
  value: value.trim(),
})

/** How option and attribute names and values are compared: whole, without regard to case. */
export const facetKey = (text: string): string => text.trim().toLowerCase()

/**
 * The distinct words of the word index. `=word` is one of the name; `~word` only search as you type sees, which is also what
 * stands inside of words that are written without spaces; `≈word` stands inside of one of the name.
 */
export function indexedWords(texts: ProductTexts): string {
  const words = new Set<string>()
  const add = (text: string, mark = '') => searchWords(text).forEach((word) => words.add(mark + word))
  add(texts.name)
  add(texts.name, '=')
  add(texts.sku)
  add(texts.description)
  for (const each of [texts.variations, texts.options, texts.alts, texts.attributes]) each.forEach((text) => add(text))
  // A name is no HTML for the store, but may be written so.
  const unmarked = texts.name.includes('<') ? textOfHtml(texts.name) : ''
  for (const text of [texts.mainAlt, unmarked])
    for (const word of searchWords(text)) if (!words.has(word)) words.add(`~${word}`)
  for (const word of [...words]) {
    if (word.startsWith('=')) innerGrams(word.slice(1)).forEach((gram) => words.add(`≈${gram}`))
    else innerGrams(word.replace('~', '')).forEach((gram) => words.add(`~${gram}`))
  }
  return [...words].join(' ')
}

/** One folded line per SKU for finding any part of it. */
export const skuLine = (sku: string): string => foldText(sku).replace(/\n/g, ' ')
