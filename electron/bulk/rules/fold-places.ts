import type { Find } from '../../shared/find-rule'
import { foldText } from '../../shared/fold-text'

type Plain = Extract<Find, { kind: 'plain' }>

/** A text as it is compared. `placeAt`: where a sign of it came from; -1 within what stands for one letter, as the second `s` of `ß` does. */
export type Compared = { text: string; placeAt: (at: number) => number }

const ascii = /^\p{ASCII}*$/u
/** With the marks on it. */
const letters = /\P{M}\p{M}*|\p{M}+/gu

/** Letter by letter, so that every hit begins and ends between letters. Every kind of space is one. */
export function comparedWithPlaces(text: string, { matchCase, matchAccents }: Plain): Compared {
  if (ascii.test(text)) return { text: matchCase ? text : text.toLowerCase(), placeAt: (at) => at }
  const known = new Map<string, string>()
  const places: number[] = []
  let compared = ''
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const piece = known.get(letter) ?? folded(letter, matchCase, matchAccents)
    known.set(letter, piece)
    for (let at = 0; at < piece.length; at += 1) places.push(at === 0 ? index : -1)
    compared += piece
  }
  places.push(text.length)
  return { text: compared, placeAt: (at) => places[at] ?? -1 }
}

function folded(letter: string, matchCase: boolean, matchAccents: boolean): string {
  if (/^\p{Zs}/u.test(letter)) return ' '
  const whole = letter.normalize('NFC')
  if (matchAccents) return matchCase ? whole : whole.toLowerCase()
  const plain = foldText(letter)
  return matchCase && whole !== whole.toLowerCase() ? plain.toUpperCase() : plain
}
