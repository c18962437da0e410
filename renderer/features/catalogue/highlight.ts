import type { ProductQuery } from '../../../electron/shared/product-query'
import { foldText, parseKeyword, searchWords } from '../../../electron/shared/search-words'

/** A folded word to mark. word: as a whole. start: at the start of a word. part: anywhere, as in a SKU. */
export type Needle = { text: string; where: 'word' | 'start' | 'part' }
/** A stretch of a text; put together they are the text again. */
export type TextPart = { text: string; marked: boolean }

const wordCharacter = /[\p{L}\p{N}]/u

/** What to mark in names and found texts. */
export function needlesOf({ text = '', keyword = '' }: Pick<ProductQuery, 'text' | 'keyword'>): Needle[] {
  const { words, phrases } = parseKeyword(keyword)
  return [
    ...searchWords(text).map((word): Needle => ({ text: word, where: 'start' })),
    ...words.map((word): Needle => ({ text: word.text, where: word.prefix ? 'start' : 'word' })),
    ...phrases.flat().map((word): Needle => ({ text: word, where: 'word' })),
  ]
}

/** What to mark in a SKU: search as you type finds any part of it. */
export function skuNeedlesOf(query: Pick<ProductQuery, 'text' | 'keyword'>): Needle[] {
  return needlesOf(query).map((needle) => (needle.where === 'start' ? { ...needle, where: 'part' } : needle))
}

/** Splits a text into what is marked and what is not, case and accents put aside. */
export function textParts(text: string, needles: Needle[]): TextPart[] {
  if (needles.length === 0 || text === '') return [{ text, marked: false }]
  const { folded, origin } = foldWithOrigin(text)
  const isMarked = new Array<boolean>(text.length).fill(false)
  for (const needle of needles) {
    for (const at of placesOf(folded, needle)) {
      const end = origin[at + needle.text.length] ?? text.length
      isMarked.fill(true, origin[at] ?? 0, end)
    }
  }
  return runsOf(text, isMarked)
}

/** The folded text, and for each of its characters where it stands in the original. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const plain = foldText(character)
    folded += plain
    for (let i = 0; i < plain.length; i++) origin.push(at)
    at += character.length
  }
  return { folded, origin }
}

function placesOf(folded: string, { text, where }: Needle): number[] {
  const places: number[] = []
  if (text === '') return places
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
    const startsWord = !isWordCharacter(folded[at - 1])
    const endsWord = !isWordCharacter(folded[at + text.length])
    if (where === 'part' || (startsWord && (where === 'start' || endsWord))) places.push(at)
  }
  return places
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && wordCharacter.test(character)
}

function runsOf(text: string, isMarked: boolean[]): TextPart[] {
  const parts: TextPart[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isMarked[at] === isMarked[start]) continue
    parts.push({ text: text.slice(start, at), marked: isMarked[start] === true })
    start = at
  }
  return parts
}
