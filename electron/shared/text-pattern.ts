import { changedText, isTextChange } from './text-changes'

// `{name}, {Size:3}, {brand:upper}`: names between brackets stand for values, and what follows a colon changes them.

type Name = { name: string; changes: readonly string[] }
type Piece = { text: string } | Name

/** Where in a pattern it stands: a name or a change that nothing knows, or a bracket without its other one. */
export type PatternFault = { kind: 'name' | 'change' | 'bracket'; text: string; from: number; to: number }

export type TextPattern = { pieces: readonly Piece[]; faults: readonly PatternFault[] }

const bracketed = /\{([^{}]*)\}/g

/** Names are told from each other as written, but for case; a name may hold colons. */
export function readTextPattern(pattern: string, isKnown: (name: string) => boolean): TextPattern {
  const pieces: Piece[] = []
  const faults: PatternFault[] = []
  let at = 0
  const takeText = (text: string, from: number) => {
    if (text !== '') pieces.push({ text })
    for (const { index } of text.matchAll(/[{}]/g)) {
      faults.push({ kind: 'bracket', text: text[index] ?? '', from: from + index, to: from + index + 1 })
    }
  }
  for (const { 0: whole, 1: inside = '', index } of pattern.matchAll(bracketed)) {
    takeText(pattern.slice(at, index), at)
    const { name, changes } = parted(inside, isKnown)
    const place = { from: index, to: index + whole.length }
    if (!isKnown(name)) faults.push({ kind: 'name', text: name, ...place })
    for (const change of changes) if (!isTextChange(change)) faults.push({ kind: 'change', text: change, ...place })
    pieces.push({ name, changes })
    at = index + whole.length
  }
  takeText(pattern.slice(at), at)
  return { pieces, faults }
}

/** The longest name that is known, and what follows it. */
function parted(inside: string, isKnown: (name: string) => boolean): Name {
  const colons = [...inside.matchAll(/:/g)].map(({ index }) => index)
  const ends = [inside.length, ...colons.reverse()]
  const end = ends.find((at) => isKnown(inside.slice(0, at).trim())) ?? ends.at(-1) ?? inside.length
  const changes = end === inside.length ? [] : inside.slice(end + 1).split(':')
  return { name: inside.slice(0, end).trim(), changes: changes.map((change) => change.trim()) }
}

/** The values one behind the other, with what is written between them. */
export const joinedPattern = (pieces: TextPattern['pieces'], valueOf: (name: Name) => string): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : valueOf(piece))).join('')

/** For readers: a value that is empty takes the separator before it along. */
export function filledPattern(pieces: TextPattern['pieces'], valueOf: (name: string) => string): string {
  let result = ''
  let separator = ''
  // A bracket that was left out with its part takes the closing one along.
  let opened = false
  for (const piece of pieces) {
    if ('text' in piece) {
      separator += opened ? piece.text.replace(/^\s*[)\]]/, '') : piece.text
      opened = false
      continue
    }
    const value = piece.changes.reduce(changedText, valueOf(piece.name))
    if (value === '') {
      opened ||= /[([]\s*$/.test(separator)
      separator = result === '' ? separator : ''
    } else {
      result += separator + value
      separator = ''
    }
  }
  return (result + separator).replace(/\s+/g, ' ').trim()
}
