import { createContext, Script } from 'node:vm'
import { AppError } from '../../shared/errors'
import type { Find } from '../../shared/find-rule'
import type { Span } from './find-spans'

type Pattern = Extract<Find, { kind: 'pattern' }>
type Groups = Record<string, string | undefined>
type Match = [index: number, found: (string | null)[], named: Groups | null]

/** Of the texts of one product; a pattern that takes longer would take for ever on another. */
const longestMs = 500

/**
 * JavaScript's own expressions can take longer than the world exists, as `(a+)+$` does. So they run where the engine can end them: a
 * script with a limit of time, in a context that has nothing but the pattern and the texts.
 */
export function patternSpans(texts: readonly string[], find: Pattern, replacement: string): Span[][] {
  const pattern = readPattern(find)
  if (texts.length === 0) return []
  const context = createContext(
    Object.assign(Object.create(null) as object, { given: JSON.stringify([pattern.source, pattern.flags, texts]) }),
  )
  const answer: unknown = run(context)
  // What the script above made of matches.
  const found = JSON.parse(String(answer)) as Match[][]
  return found.map((matches) =>
    matches.map(([from, groups, named]) => {
      const [whole = ''] = groups
      return { from, to: from + (whole ?? '').length, replacement: filledIn(replacement, groups, named) }
    }),
  )
}

/** Null: it can be used; else why not, as a sentence. */
export function patternProblem(find: Pattern): string | null {
  try {
    readPattern(find)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

function readPattern({ pattern, matchCase }: Pattern): RegExp {
  try {
    return new RegExp(pattern, matchCase ? 'gu' : 'giu')
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : '').split(': ').slice(-1)
    throw new AppError('invalid-input', `This pattern cannot be read: ${why}.`, { cause: error })
  }
}

/** What finds nothing between two letters is left out: it replaces nothing. */
const matching = new Script(`
  const [source, flags, texts] = JSON.parse(given)
  JSON.stringify(texts.map((text) =>
    [...text.matchAll(new RegExp(source, flags))]
      .filter((match) => match[0] !== '')
      .map((match) => [match.index, [...match], match.groups ?? null])))
`)

function run(context: object): unknown {
  try {
    return matching.runInContext(context, { timeout: longestMs })
  } catch (error) {
    if (!isTooLong(error)) throw error
    throw new AppError(
      'invalid-input',
      'This pattern takes too long, so nothing was changed. Nested repeats such as (a+)+ do that: write it without them.',
      { cause: error },
    )
  }
}

const isTooLong = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/** `$1`, `$<name>`, `$&` as JavaScript reads them; a group that took no part is empty, and one that is not there stays as written. */
function filledIn(replacement: string, groups: readonly (string | null)[], named: Groups | null): string {
  return replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (written, dollar, whole, number, name) => {
    if (dollar !== undefined) return '$'
    if (whole !== undefined) return groups[0] ?? ''
    if (number !== undefined) return groupOf(groups, String(number)) ?? String(written)
    return named === null ? String(written) : (named[String(name)] ?? '')
  })
}

/** `$12` is the twelfth group, or the first with a 2 behind it where there are fewer. */
function groupOf(groups: readonly (string | null)[], number: string): string | undefined {
  const at = Number(number)
  if (at > 0 && at < groups.length) return groups[at] ?? ''
  const first = Number(number[0])
  return number.length === 2 && first > 0 && first < groups.length
    ? (groups[first] ?? '') + (number[1] ?? '')
    : undefined
}
