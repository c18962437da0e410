import { parseKeyword, searchWords } from '../shared/search-words'
import { textOfHtml } from '../shared/text-of-html'
import { galleryOf } from './product-state'
import type { Store } from './store'
import type { StoredCategory, StoredProduct, Translated } from './stored-catalogue'

/** Text of a language, or the main text where there is no translation. */
export function inLanguage(main: string, translated: Translated | undefined, lang: string | undefined): string {
  const text = lang === undefined ? undefined : translated?.[lang]
  return text === undefined || text === '' ? main : text
}

/** Folded words between spaces, one field a line: ` blue mug \n mug 01 `; a phrase cannot reach across a line. */
function toHaystack(fields: readonly string[]): string {
  return fields.map((field) => ` ${searchWords(field).join(' ')} `).join('\n')
}

export type ProductTexts = ReturnType<typeof createProductTexts>

/** The searchable texts of products and categories per language, made when first searched and kept with the record. */
export function createProductTexts(store: Store) {
  let caches = new Map<string, WeakMap<object, string>>()
  let madeFor = -1
  const cached = (lang: string | undefined, record: object, make: () => string): string => {
    // Which attributes are hidden is a matter of the product types, not of the product.
    if (madeFor !== store.classesRevision) {
      caches = new Map()
      madeFor = store.classesRevision
    }
    let cache = caches.get(lang ?? '')
    if (!cache) caches.set(lang ?? '', (cache = new WeakMap()))
    let text = cache.get(record)
    if (text === undefined) cache.set(record, (text = make()))
    return text
  }
  return {
    ofProduct: (product: StoredProduct, lang: string | undefined) =>
      cached(lang, product, () => toHaystack(productFields(product, store, lang))),
    ofCategories: (product: StoredProduct, lang: string | undefined): string[] =>
      product.values.categoryIds
        .flatMap((id) => store.category(id) ?? [])
        .map((category) => cached(lang, category, () => categoryText(category, lang))),
  }
}

function categoryText({ values }: StoredCategory, lang: string | undefined): string {
  return toHaystack([inLanguage(values.name, values.nameTranslated, lang)])
}

function productFields(product: StoredProduct, store: Store, lang: string | undefined): string[] {
  const { values } = product
  return [
    inLanguage(values.name, values.nameTranslated, lang),
    textOfHtml(inLanguage(values.description, values.descriptionTranslated, lang)),
    values.sku,
    ...product.combinations.map(({ values: { sku } }) => sku ?? ''),
    ...values.options.flatMap((option) => [
      inLanguage(option.name, option.nameTranslated, lang),
      ...(option.choices ?? []).map((choice) => inLanguage(choice.text, choice.textTranslated, lang)),
    ]),
    // The main picture's text is not among them: Ecwid searches the descriptions of gallery pictures.
    ...galleryOf(product).map(({ alt }) => inLanguage(alt.main ?? '', alt.translated, lang)),
    ...values.attributes
      .filter(({ id, show }) => (show ?? store.attribute(id)?.show) !== 'NOTSHOW')
      .map(({ value, valueTranslated }) => inLanguage(value, valueTranslated, lang)),
  ]
}

/** Answers whether a product has all words and phrases of the keyword, or a SKU that equals it as a whole. */
export function keywordMatcher(keyword: string, texts: ProductTexts, lang: string | undefined) {
  const { words, phrases } = parseKeyword(keyword)
  const needles = [
    ...words.map(({ text, prefix }) => (prefix ? ` ${text}` : ` ${text} `)),
    ...phrases.map((phrase) => ` ${phrase.join(' ')} `),
  ]
  const sku = keyword.trim().toLowerCase()

  return (product: StoredProduct): boolean => {
    if (hasSku(product, sku)) return true
    if (needles.length === 0) return false
    const text = texts.ofProduct(product, lang)
    const missing = needles.filter((needle) => !text.includes(needle))
    if (missing.length === 0) return true
    const categories = texts.ofCategories(product, lang)
    return missing.every((needle) => categories.some((category) => category.includes(needle)))
  }
}

/** RELEVANCE: 0 = a SKU equals the keyword, 1 = the name has every word, 2 = the rest. */
export function keywordRank(keyword: string, lang: string | undefined): (product: StoredProduct) => number {
  const { words, phrases } = parseKeyword(keyword)
  const sku = keyword.trim().toLowerCase()
  return (product) => {
    if (hasSku(product, sku)) return 0
    const name = toHaystack([inLanguage(product.values.name, product.values.nameTranslated, lang)])
    const inName =
      words.every(({ text, prefix }) => name.includes(prefix ? ` ${text}` : ` ${text} `)) &&
      phrases.every((phrase) => name.includes(` ${phrase.join(' ')} `))
    return inName ? 1 : 2
  }
}

function hasSku(product: StoredProduct, lowerCaseSku: string): boolean {
  return (
    product.values.sku.toLowerCase() === lowerCaseSku ||
    product.combinations.some(({ values }) => values.sku?.toLowerCase() === lowerCaseSku)
  )
}
