import type { ProductQuery } from '../../../electron/shared/product-query'
import { foundPlaces, type Needle } from '../../../electron/shared/found-places'
import { parseKeyword, searchWords } from '../../../electron/shared/search-words'

/** A stretch of a text; put together they are the text again. */
export type TextPart = { text: string; marked: boolean }

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
  const isMarked = new Array<boolean>(text.length).fill(false)
  for (const [start, end] of foundPlaces(text, needles)) isMarked.fill(true, start, end)
  return runsOf(text, isMarked)
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
