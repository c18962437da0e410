import { foldText } from './fold-text'
import { startsIn } from './word-pieces'

/** Folded text to look for. word: as a whole. start: at the start of a word or inside of one without spaces. part: anywhere. */
export type Needle = { text: string; where: 'word' | 'start' | 'part' }
export type Place = [start: number, end: number]

const word = /[\p{L}\p{N}\p{M}]+/gu
/** A letter with its marks; syllables in parts are folded together. */
const cluster = /[\u1100-\u11ff]+|\P{M}\p{M}{0,30}|\p{M}/gu

/** Where the needles stand in a text as it was written. */
export function foundPlaces(text: string, needles: readonly Needle[]): Place[] {
  if (needles.length === 0 || text === '') return []
  const { folded, starts, ends } = foldWithOrigin(text)
  return needles.flatMap((needle) =>
    placesIn(folded, needle).map((at): Place => {
      const last = at + needle.text.length - 1
      return [starts?.[at] ?? at, ends?.[last] ?? last + 1]
    }),
  )
}

/** The folded text, and for each of its characters where its letter begins and ends in the original; the same places if none moved. */
function foldWithOrigin(text: string): { folded: string; starts?: number[]; ends?: number[] } {
  const whole = foldText(text)
  if (whole.length === text.length && whole === text.toLowerCase()) return { folded: whole }
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: letter, index } of text.matchAll(cluster)) {
    const plain = foldText(letter)
    folded += plain
    for (let i = 0; i < plain.length; i++) {
      starts.push(index)
      ends.push(index + letter.length)
    }
  }
  return { folded, starts, ends }
}

function placesIn(folded: string, { text, where }: Needle): number[] {
  if (text === '') return []
  if (where === 'word') {
    return Array.from(folded.matchAll(word)).flatMap((found) => (found[0] === text ? [found.index] : []))
  }
  const places: number[] = []
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) places.push(at)
  if (where === 'part' || places.length === 0) return places
  return places.filter(startsIn(folded))
}
