import { foldText } from './fold-text'

/** A word of a keyword search; `prefix` is true when it was written with a trailing `*`. */
type SearchWord = { text: string; prefix: boolean }

/** Everything in `words` and `phrases` must be found (AND). A phrase is a run of words inside one field. */
export type ParsedKeyword = { words: SearchWord[]; phrases: string[][] }

const word = /[\p{L}\p{N}\p{M}]+/gu
const keywordPart = /"([^"]*)"|([\p{L}\p{N}\p{M}]+)(\*?)/gu

/** The folded words of a text in order, split at everything that is not a Unicode letter or digit: `MUG-01` is `mug`, `01`. */
export function searchWords(text: string): string[] {
  return foldText(text).match(word) ?? []
}

/**
 * Splits a keyword as the store does: whole words, a word directly followed by `*` matches as a prefix, text between
 * double quotes is a phrase (stars inside it mean nothing). An unclosed quote is ignored.
 */
export function parseKeyword(keyword: string): ParsedKeyword {
  const parsed: ParsedKeyword = { words: [], phrases: [] }
  for (const [, quoted, text, star] of foldText(keyword).matchAll(keywordPart)) {
    if (quoted !== undefined) {
      const phrase = quoted.match(word) ?? []
      if (phrase.length > 0) parsed.phrases.push([...phrase])
    } else if (text !== undefined) {
      parsed.words.push({ text, prefix: star === '*' })
    }
  }
  return parsed
}

/** Orders by Unicode code points, which is how SQLite's BINARY collation orders UTF-8 (`<` on strings is not). */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return codePointRank(left) - codePointRank(right)
  }
  return a.length - b.length
}

function codePointRank(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  return isSurrogate ? unit + 0x10000 : unit
}
