import { gramsToFind } from '../../shared/word-pieces'
import type { Db } from '../database'
import { addId, both, either, emptySet, removeId, setOfList, type IdSet } from './id-set'

export type WordIndex = ReturnType<typeof createWordIndex>

/** FTS5 keeps lists for beginnings up to this long (`prefix` in the schema, the mark counts). */
const indexedPrefix = 3
/** A longer beginning is put together from its words; from so many on FTS5's own way is the faster one. */
const maxWords = 64
const keptSets = 256
/** After so many changed products without a search in between (a full pull) keeping the sets up to date costs more than it saves. */
const maxUnread = 2000

/** `terms`: all words that begin so, where they are known; the next letter leaves some of them, and often all. */
type Kept = { word: string; isPrefix: boolean; set: IdSet; terms?: string[] }

/**
 * Which products have a word, or a word that begins so. Words must be folded: letters and digits only. A list of 100,000
 * products takes FTS5 7 ms, so a set once read is kept and follows the changes of single products.
 */
export function createWordIndex(db: Db, maxId: () => number) {
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.product_vocabulary USING fts5vocab(main, product_words, row)')
  const read = db.prepare(
    'SELECT CAST(group_concat(rowid) AS BLOB) AS list FROM product_words WHERE product_words MATCH ?',
  )
  const beginning = db.prepare('SELECT term FROM temp.product_vocabulary WHERE term >= ? AND term < ? LIMIT ?')
  let kept = new Map<string, Kept>()
  let unread = 0

  const match = (query: string): IdSet => setOfList(read.get<{ list: Uint8Array | null }>(query)?.list, maxId())

  function readSet(word: string, isPrefix: boolean): Pick<Kept, 'set' | 'terms'> {
    if (!isPrefix) return { set: match(`"${word}"`) }
    if (word.length <= indexedPrefix) return { set: match(`"${word}"*`) }
    const shorter = kept.get(`${word.slice(0, -1)}*`)
    const terms = shorter?.terms?.filter((term) => term.startsWith(word)) ?? termsFrom(word)
    if (terms.length > maxWords) return { set: match(`"${word}"*`) }
    if (shorter?.terms?.length === terms.length) return { set: shorter.set.slice(), terms }
    return { set: terms.map((term) => match(`"${term}"`)).reduce(either, emptySet(maxId())), terms }
  }

  const termsFrom = (word: string): string[] =>
    beginning.all<{ term: string }>(word, `${word}\u{10ffff}`, maxWords + 1).map(({ term }) => term)

  function find(word: string, isPrefix: boolean): IdSet {
    unread = 0
    const key = isPrefix ? `${word}*` : word
    const known = kept.get(key)
    kept.delete(key)
    const found = known ?? { word, isPrefix, ...readSet(word, isPrefix) }
    kept.set(key, found)
    if (kept.size > keptSets) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    return found.set
  }

  function inside(mark: string, word: string): IdSet {
    const grams = gramsToFind(word)
    return grams.map((gram, at) => find(`${mark}${gram}`, at === grams.length - 1)).reduce(both)
  }

  return {
    /** In any text that the store's keyword search reads, categories apart. */
    word: (word: string, isPrefix: boolean) => find(word, isPrefix),
    inName: (word: string, isPrefix: boolean) => find(`=${word}`, isPrefix),
    /** A word beginning so, in any text, the main picture's included; or what stands so inside of a word without spaces. */
    typed: (word: string) => either(find(word, true), inside('~', word)),
    typedInName: (word: string) => either(find(`=${word}`, true), inside('≈', word)),
    /** The product has these words now, with spaces. */
    put: (productId: number, words: string): void => {
      if (kept.size === 0) return
      unread += 1
      if (unread > maxUnread) return void (kept = new Map())
      const sorted = words.split(' ').sort()
      for (const each of kept.values()) {
        if (productId >>> 5 >= each.set.length) each.set = either(each.set, emptySet(productId * 2))
        const has = wordsOf(sorted, each)
        if (has.length > 0) addId(each.set, productId)
        else removeId(each.set, productId)
        if (has.some((word) => each.terms?.includes(word) === false)) delete each.terms
      }
    },
    forget: (): void => void (kept = new Map()),
  }
}

/** Those of a product's words that are looked for. `sorted` by UTF-16 units, as `<` compares. */
function wordsOf(sorted: readonly string[], { word, isPrefix }: Kept): readonly string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  let end = low
  while (isPrefix ? sorted[end]?.startsWith(word) : sorted[end] === word) end += 1
  return sorted.slice(low, end)
}
