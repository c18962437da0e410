import { searchWords } from './search-words'

/** Scripts that write words without spaces, so that what is looked for begins inside of what looks like one. */
const letter = `(?=\\p{L})[${['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('')}]`
const syllable = '[\\u1100-\\u115f][\\u1160-\\u11ff]*'
const inside = new RegExp(`${syllable}|${letter}`, 'u')
const piece = new RegExp(`${syllable}|${letter}\\p{M}*|(?:(?!${letter}|[\\u1100-\\u115f])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const gramPieces = 3

const ascii = /^\p{ASCII}*$/u
const inWord = /[\p{L}\p{N}\p{M}]$/u

const isOnePiece = (folded: string): boolean => ascii.test(folded) || !inside.test(folded)

/** Whether something that is looked for may begin at a place of folded text: at words, and at each letter of such scripts. */
export function startsIn(folded: string): (at: number) => boolean {
  if (isOnePiece(folded)) return (at) => !inWord.test(folded.slice(Math.max(0, at - 2), at))
  const starts = new Set(Array.from(folded.matchAll(piece), ({ index }) => index))
  return (at) => starts.has(at)
}

/** False: no piece of the text begins so, which is seen without taking it apart. */
export const mayBegin = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => !isOnePiece(word) || folded.includes(word))

const piecesOf = (folded: string): string[] => (isOnePiece(folded) ? [folded] : (folded.match(piece) ?? []))

/** A text as its pieces between spaces: ` mug 保 温 杯 500 ` holds what begins with ` 温 杯 50`. */
export const spacedPieces = (text: string): string => ` ${searchWords(text).flatMap(piecesOf).join(' ')} `

/** The beginning of a run of pieces, as `spacedPieces` holds it. */
export const beginningPieces = (folded: string): string => ` ${piecesOf(folded).join(' ')}`

/** For a word with an inside: up to three pieces from each of its places. For all others none. */
export function innerGrams(folded: string): string[] {
  if (isOnePiece(folded)) return []
  const pieces = piecesOf(folded)
  return pieces.map((_, at) => pieces.slice(at, at + gramPieces).join(''))
}

/**
 * What must be there for a typed beginning to be found inside of words. All but the last are whole grams, the last is the
 * beginning of one: four pieces and more are looked for three side by side at a time.
 */
export function gramsToFind(folded: string): string[] {
  const pieces = piecesOf(folded)
  const last = Math.max(1, pieces.length - gramPieces + 1)
  return Array.from({ length: last }, (_, at) => pieces.slice(at, at + gramPieces).join(''))
}
