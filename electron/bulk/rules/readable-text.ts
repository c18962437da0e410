import { findEntities } from '../../shared/html-entities'
import { textStretches } from '../../shared/html-markup'

/** A stretch of text as a reader sees it, and where each of its signs stands in what is stored. */
export type Readable = {
  text: string
  /** Where the sign at a place begins; at the end, where the stretch ends. */
  storedAt: (place: number) => number
}

/** Of HTML the stretches between its tags; of any other text the whole. */
export function readableText(stored: string, isHtml: boolean): Readable[] {
  if (!isHtml) return [{ text: stored, storedAt: (place) => place }]
  return textStretches(stored)
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => decoded(stored.slice(from, to), from))
}

function decoded(written: string, from: number): Readable {
  const entities = findEntities(written)
  if (entities.length === 0) return { text: written, storedAt: (place) => from + place }
  const starts: number[] = []
  let text = ''
  let at = 0
  const take = (piece: string, startOf: (place: number) => number) => {
    for (let place = 0; place < piece.length; place += 1) starts.push(startOf(place))
    text += piece
  }
  for (const { from: start, to, sign } of entities) {
    const before = at
    take(written.slice(at, start), (place) => before + place)
    take(sign, () => start)
    at = to
  }
  const rest = at
  take(written.slice(at), (place) => rest + place)
  return { text, storedAt: (place) => from + (starts[place] ?? written.length) }
}
