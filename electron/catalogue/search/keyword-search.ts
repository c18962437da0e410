import { parseKeyword, searchWords } from '../../shared/search-words'
import type { Db } from '../database'
import type { ProductFacts } from '../product-facts'
import type { CategoryTree } from './category-tree'
import { addId, both, either, emptySet, idsIn, type IdSet } from './id-set'
import type { ProductFilters } from './product-filters'
import type { WordIndex } from './word-index'

export type KeywordSearch = ReturnType<typeof createKeywordSearch>

type Parts = { db: Db; words: WordIndex; tree: CategoryTree; filters: ProductFilters; maxId: () => number }

/** The store's keyword search: every word and phrase in the product's texts or a category's name, or a SKU equal to it all. */
export function createKeywordSearch({ db, words, tree, filters, maxId }: Parts) {
  const factsIn = db.prepare(
    'SELECT product_id, json FROM product_facts WHERE product_id IN (SELECT value FROM json_each(?))',
  )

  /** Which of the candidates have the words side by side in one text; those texts have to be read. */
  function withPhrase(candidates: IdSet, phrase: readonly string[], textsOf: (facts: ProductFacts) => string[]): IdSet {
    if (phrase.length < 2) return candidates
    const needle = ` ${phrase.join(' ')} `
    const found = emptySet(maxId())
    for (const { product_id, json } of factsIn.all<{ product_id: number; json: string }>(
      JSON.stringify(idsIn(candidates)),
    )) {
      // Written by product-index.ts in this shape.
      const texts = textsOf(JSON.parse(json) as ProductFacts)
      if (texts.some((text) => ` ${searchWords(text).join(' ')} `.includes(needle))) addId(found, product_id)
    }
    return found
  }

  const withCategories = (found: IdSet, needle: string): IdSet => {
    const categories = tree.named(needle)
    return categories.length === 0 ? found : either(found, filters.inCategories(categories))
  }

  return {
    matches(keyword: string): IdSet {
      const { words: wanted, phrases } = parseKeyword(keyword)
      const sets = wanted.map(({ text, prefix }) =>
        withCategories(words.word(text, prefix), prefix ? ` ${text}` : ` ${text} `),
      )
      // Phrases last, and only in what is left: they are the expensive ones.
      for (const phrase of phrases) {
        const candidates = phrase.map((word) => words.word(word, false)).reduce(both)
        sets.push(withCategories(withPhrase(candidates, phrase, allTexts), ` ${phrase.join(' ')} `))
      }
      const [first, ...others] = sets
      const bySku = filters.withSkuOf(keyword.trim())
      return first ? either(others.reduce(both, first), bySku) : bySku
    },

    /** A SKU that equals the keyword, then names with all of it; the rest of the matches follows. */
    tiers(keyword: string): IdSet[] {
      const { words: wanted, phrases } = parseKeyword(keyword)
      const sets = [
        ...wanted.map(({ text, prefix }) => words.inName(text, prefix)),
        ...phrases.map((phrase) =>
          withPhrase(phrase.map((word) => words.inName(word, false)).reduce(both), phrase, ({ texts }) => [texts.name]),
        ),
      ]
      const [first, ...others] = sets
      return [filters.withSkuOf(keyword.trim()), first ? others.reduce(both, first) : emptySet()]
    },
  }
}

function allTexts({ texts }: ProductFacts): string[] {
  return [
    texts.name,
    texts.description,
    texts.sku,
    ...texts.variations,
    ...texts.options,
    ...texts.alts,
    ...texts.attributes,
  ]
}
