import { foldText } from '../../shared/fold-text'
import { searchWords } from '../../shared/search-words'
import type { CategoryTree } from './category-tree'
import { both, either, emptySet, sizeOf, type IdSet } from './id-set'
import type { ProductFilters } from './product-filters'
import type { SkuText } from './sku-text'
import type { WordIndex } from './word-index'

export type TextSearch = ReturnType<typeof createTextSearch>

/** What is looked for in one row: a word (or its beginning), or for `part` any part of a SKU. */
export type Needle = { words: string[]; isPrefix: boolean; part?: string }

type Parts = { words: WordIndex; skus: SkuText; tree: CategoryTree; filters: ProductFilters }

/** Search as you type: every word as a prefix anywhere, or what was typed between two spaces as a part of a SKU. */
export function createTextSearch({ words, skus, tree, filters }: Parts) {
  const wordSet = (word: string): IdSet => {
    const categories = tree.typed(word)
    const found = words.typed(word)
    return categories.length === 0 ? found : either(found, filters.inCategories(categories))
  }
  /** Products with this very SKU: their own, then that of a variation. */
  const itself = (text: string): IdSet[] => {
    const sku = foldText(text.trim())
    const { equal } = skus.with(sku)
    return sizeOf(equal) === 0 ? [] : [both(equal, filters.withOwnSku(sku)), equal]
  }
  return {
    matches: (text: string): IdSet =>
      needlesOf(text)
        .map(({ words: parts, part }) => {
          const inSkus = skus.with(part).containing
          const [first, ...others] = parts.map(wordSet)
          return first ? either(others.reduce(both, first), inSkus) : inSkus
        })
        .reduce(both),

    itself,

    /** The best first: the SKU itself, SKUs that begin so, names with every word. The rest of the matches follows. */
    tiers(text: string): IdSet[] {
      const [first, ...others] = searchWords(text).map((word) => words.typedInName(word))
      return [
        ...itself(text),
        skus.with(foldText(text.trim())).startingWith,
        first ? others.reduce(both, first) : emptySet(),
      ]
    },
  }
}

/** What stands between spaces; signs alone count only when there is nothing else. */
export function needlesOf(text: string): (Needle & { part: string })[] {
  const needles = foldText(text)
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => ({ words: searchWords(part), isPrefix: true, part }))
  const withWords = needles.filter(({ words }) => words.length > 0)
  return withWords.length > 0 ? withWords : needles
}
