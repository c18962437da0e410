import { searchWords } from '../../shared/search-words'
import type { Db } from '../database'
import { typingErrors } from './typing-errors'

/** Of shorter words too many are alike. */
const shortest = 4
/** From so many letters on, two errors are one typing. */
const long = 6
/** For each mistyped word all of its first letter are read: no pasted paragraph is asked for. */
const mostWords = 3
const longestText = 60

/** Words of names, as word-index.ts has them: the index reads the products of each word it names, and these have the fewest. */
const mark = '='

/** Words of product names that a mistyped one may mean: read only where nothing was found, so that no search waits for it. */
export function createNearestWords(db: Db) {
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.product_vocabulary USING fts5vocab(main, product_words, row)')
  const beginning = db.prepare(
    'SELECT term, doc FROM temp.product_vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?',
  )

  /** The one with the fewest errors, of those the one in the most products. */
  function nearest(word: string): string | null {
    if (word.length < shortest) return null
    const most = word.length < long ? 1 : 2
    let best: { term: string; errors: number; doc: number } | null = null
    // Whoever swaps the first two letters means a word with the second one.
    for (const letter of new Set(word.slice(0, 2))) {
      const [from, shortestTerm, longestTerm] = [`${mark}${letter}`, word.length - most + 1, word.length + most + 1]
      const range = [from, `${from}\u{10ffff}`, shortestTerm, longestTerm] as const
      for (const { term: marked, doc } of beginning.all<{ term: string; doc: number }>(...range)) {
        const term = marked.slice(mark.length)
        const errors = typingErrors(word, term, most)
        if (errors === null || (best && (errors > best.errors || (errors === best.errors && doc <= best.doc)))) continue
        best = { term, errors, doc }
      }
    }
    return best?.term ?? null
  }

  /** A text with other words for those that are not found; null: there are none for it. */
  return function otherText(text: string, isFound: (part: string) => boolean): string | null {
    if (text.trim().length > longestText) return null
    const parts = text.split(/\s+/).filter((part) => part !== '')
    const missing = parts.map((part) => {
      const [word, ...more] = searchWords(part)
      return word === undefined || more.length > 0 || isFound(part) ? null : word
    })
    if (missing.filter((word) => word !== null).length > mostWords) return null
    const others = parts.map((part, at) => nearest(missing[at] ?? '') ?? part)
    return others.some((each, at) => each !== parts[at]) ? others.join(' ') : null
  }
}
