import { changeSentence } from '../../shared/text-changes'
import { filledPattern, readTextPattern } from '../../shared/text-pattern'

const altParts = ['name', 'option', 'position', 'sku', 'file'] as const
type AltPart = (typeof altParts)[number]
export type AltPattern =
  { ok: false; problem: string } | { ok: true; write: (values: Record<AltPart, string>) => string }

const longest = 1000

const partCalled = (name: string): AltPart | undefined => altParts.find((part) => part === name.toLowerCase())

/** An alt text with parts, such as `{name}, {option}, {position}`. */
export function parseAltPattern(text: string): AltPattern {
  const { pieces, faults } = readTextPattern(text, (name) => partCalled(name) !== undefined)
  const problem = problemOf(faults)
  if (problem !== null) return { ok: false, problem }
  const write = (values: Record<AltPart, string>) =>
    filledPattern(pieces, (name) => values[partCalled(name) ?? 'name']).slice(0, longest)
  return { ok: true, write }
}

function problemOf(faults: ReturnType<typeof readTextPattern>['faults']): string | null {
  const unknown = faults.find(({ kind }) => kind === 'name')
  if (unknown) {
    const parts = altParts.map((part) => `{${part}}`).join(', ')
    return `There is no part {${unknown.text.toLowerCase()}}. Use ${parts}.`
  }
  const change = faults.find(({ kind }) => kind === 'change')
  if (change) return changeSentence(change.text)
  return faults.length > 0 ? 'A bracket is open. Parts are written like {name}.' : null
}
