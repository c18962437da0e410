import { plainFileName, stemOf } from './fold-name'
import type { NamedFile } from './match-file'

const patternParts = ['sku', 'upc', 'id', 'name', 'slug', 'position', 'any'] as const
export type PatternPart = (typeof patternParts)[number]

type PatternReadings = { ways: Partial<Record<PatternPart, string>>[]; isCut: boolean }
export type NamePattern =
  | { ok: false; problem: string }
  | {
      ok: true
      /** Every way the file fits; `isCut`: there are more. */ read: (file: NamedFile) => PatternReadings
    }

type Piece = { part: PatternPart } | { literal: string }

const maxReadings = 50
const maxSteps = 20_000
const isPart = (name: string): name is PatternPart => (patternParts as readonly string[]).includes(name)

/**
 * A rule of one's own for names, such as `{sku}-{position}`; with slashes it speaks of folders too: `{sku}/{any}`.
 * Capital letters do not count, a part stands for at least one character, `{position}` for digits.
 */
export function parseNamePattern(text: string): NamePattern {
  const pieces: Piece[] = []
  for (const [token] of text.trim().matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (!token.startsWith('{') || token === '{') {
      if (token === '{' || token === '}') return refuse('A bracket is open. Parts are written like {sku}.')
      pieces.push({ literal: plainFileName(token).toLowerCase() || token })
      continue
    }
    const name = token.slice(1, -1).trim().toLowerCase()
    if (!isPart(name))
      return refuse(`There is no part {${name}}. Use ${patternParts.map((part) => `{${part}}`).join(', ')}.`)
    const before = pieces.at(-1)
    if (before && 'part' in before)
      return refuse(`Between {${before.part}} and {${name}} nothing tells where one ends.`)
    pieces.push({ part: name })
  }
  if (!pieces.some((piece) => 'part' in piece && !['position', 'any'].includes(piece.part))) {
    return refuse('The rule needs a part that names the product: {sku}, {upc}, {id}, {name} or {slug}.')
  }
  const depth = pieces.reduce((sum, piece) => sum + ('literal' in piece ? piece.literal.split('/').length - 1 : 0), 0)
  return { ok: true, read: (file) => readingsOf(pieces, subjectOf(file, depth)) }
}

const refuse = (problem: string): NamePattern => ({ ok: false, problem })

/** As many folders as the rule speaks of, and the name without its ending. */
function subjectOf({ name, folders }: NamedFile, depth: number): string {
  const above = depth === 0 ? [] : folders.slice(-depth).map(plainFileName)
  return [...above, stemOf(name)].join('/')
}

function readingsOf(pieces: readonly Piece[], subject: string): PatternReadings {
  const found: Partial<Record<PatternPart, string>>[] = []
  const lower = subject.toLowerCase()
  let steps = 0

  function fit(piece: number, at: number, parts: Partial<Record<PatternPart, string>>): void {
    // A rule of many parts on a long name must not run for ever.
    if (found.length >= maxReadings || ++steps > maxSteps) return
    const current = pieces[piece]
    if (!current) {
      if (at === subject.length) found.push(parts)
      return
    }
    if ('literal' in current) {
      if (lower.startsWith(current.literal, at)) fit(piece + 1, at + current.literal.length, parts)
      return
    }
    const next = pieces[piece + 1]
    const literal = next && 'literal' in next ? next.literal : ''
    const folderEnd = subject.indexOf('/', at)
    const last = folderEnd < 0 ? subject.length : folderEnd
    // The longest first, so that an SKU with dashes is tried whole; only where the rule can go on.
    for (let end = lower.lastIndexOf(literal, last); end > at; end = lower.lastIndexOf(literal, end - 1)) {
      if (!next && end < subject.length) return
      const value = subject.slice(at, end)
      if (current.part === 'position' && !/^\d{1,4}$/.test(value)) continue
      fit(piece + 1, end, { ...parts, [current.part]: value.trim() })
      if (found.length >= maxReadings || steps > maxSteps) return
    }
  }

  fit(0, 0, {})
  return { ways: found, isCut: found.length >= maxReadings || steps > maxSteps }
}
