import type { Find } from '../../shared/find-rule'
import { comparedWithPlaces } from './fold-places'
import { patternSpans } from './pattern-spans'

/** What was found in a text, by the places of its signs, and what is to stand there. */
export type Span = { from: number; to: number; replacement: string }

/** In each of the texts, in order, none over another. */
export function findSpans(texts: readonly string[], find: Find, replacement: string): Span[][] {
  const found =
    find.kind === 'pattern'
      ? patternSpans(texts, find, replacement)
      : texts.map((text) => plainSpans(text, find, replacement))
  return found.map((spans, at) => spans.filter((span) => !find.words || isOfWords(texts[at] ?? '', span)))
}

function plainSpans(text: string, find: Extract<Find, { kind: 'plain' }>, replacement: string): Span[] {
  const wanted = comparedWithPlaces(find.text, find).text
  const { text: compared, placeAt } = comparedWithPlaces(text, find)
  const spans: Span[] = []
  if (wanted === '') return spans
  for (let at = compared.indexOf(wanted); at >= 0;) {
    const span = { from: placeAt(at), to: placeAt(at + wanted.length), replacement }
    const isFound = span.from >= 0 && span.to >= 0 && (!find.words || isOfWords(text, span))
    if (isFound) spans.push(span)
    at = compared.indexOf(wanted, isFound ? at + wanted.length : at + 1)
  }
  return spans
}

/** Whether no letter goes on before it or behind it. */
function isOfWords(text: string, { from, to }: Span): boolean {
  const isWithin = (place: number) =>
    endsInWord.test(text.slice(Math.max(0, place - 2), place)) && beginsWord.test(text.slice(place, place + 2))
  return !isWithin(from) && !isWithin(to)
}
const endsInWord = /[\p{L}\p{N}\p{M}_]$/u
const beginsWord = /^[\p{L}\p{N}\p{M}_]/u
