import { canBeDecimal, canGroup, isGrouped, ownMarks, takeApart, type MarkedDigits } from './number-marks'
import type { NumberStyle } from './numbers'
import { plainDigits } from './plain-digits'

export type NumberReading =
  | { kind: 'value'; value: number }
  /** Text that may mean another number than it says, as `1.500` does beside `1500`: whoever typed it is asked. */
  | { kind: 'ambiguous'; readings: number[] }
  /** No number, or one that does not fit: why, and a sentence for the field. */
  | { kind: 'problem'; why: NumberFault; message: string }

export const numberFaults = ['unreadable', 'groups', 'too-long', 'too-fine', 'two-numbers'] as const
export type NumberFault = (typeof numberFaults)[number]

export type NumberRules = {
  /** Null: not known (yet), so no sign is the store's own. */
  style: NumberStyle | null
  /** What to say about text that is no number (yet). */
  unreadable?: string
  /** The most digits after the decimal sign, and what to say about more. */
  decimals?: { most: number; tooFine: string }
}

/** Digits without signs: 1234 and 5 for 1.234,5. */
type Digits = { whole: string; fraction: string }

/** More digits than this do not survive as a number of this program. */
const mostDigits = 15
const longest = 200

/**
 * Reads a number as people type and paste it: digits of any script, the store's separators or other ones, groups of
 * three or as in India. Signs are never guessed: what reads two ways is ambiguous, what would lose a digit is a problem.
 */
export function readNumber(typed: string, rules: NumberRules): NumberReading {
  const unreadable = problem('unreadable', rules.unreadable ?? 'Enter a number.')
  if (typed.length > longest) return unreadable
  const { isNegative, rest } = splitSign(plainDigits(tidied(typed)))
  const own = ownMarks(rules.style)
  const parts = takeApart(rest, own)
  if (!parts || rest === '') return unreadable
  const found = readingsOf(parts, own, rules)
  if (found.length === 0) return problem('groups')
  if (found.some(isTooLong)) return problem('too-long')
  const fitting = found.filter((digits) => fits(digits, rules))
  if (fitting.length === 0) return problem('too-fine', rules.decimals?.tooFine)
  const readings = fitting.map((digits) => numberOf(digits, isNegative))
  const [value] = readings
  return value !== undefined && found.length === 1 ? { kind: 'value', value } : { kind: 'ambiguous', readings }
}

/** Without what pasted text carries unseen: marks of direction, joiners, soft hyphens. */
export function tidied(text: string): string {
  return text.replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '').trim()
}

export function splitSign(text: string): { isNegative: boolean; rest: string } {
  const sign = /^[-+\u2010-\u2013\u2212\uFE62\uFE63\uFF0B\uFF0D]/.exec(text)?.[0]
  if (sign === undefined) return { isNegative: false, rest: text }
  return { isNegative: !/[+\uFE62\uFF0B]/.test(sign), rest: text.slice(sign.length).trim() }
}

/** None: the digits make no number. Two: nobody but the person knows. */
function readingsOf(parts: MarkedDigits, own: Partial<NumberStyle>, rules: NumberRules): Digits[] {
  const { chunks, marks } = parts
  const last = marks.at(-1)
  if (last === undefined) return [asWhole(parts)]
  if (marks.length === 1) return readingsOfOne(parts, last, own, rules)
  const [group = ''] = marks
  if (!canGroup(group)) return []
  if (marks.every((mark) => mark === group)) return isGrouped(chunks) ? [asWhole(parts)] : []
  const isClear = canBeDecimal(last, own) && marks.slice(0, -1).every((mark) => mark === group)
  return isClear && isGrouped(chunks.slice(0, -1)) ? [asDecimal(parts)] : []
}

function readingsOfOne(parts: MarkedDigits, mark: string, own: Partial<NumberStyle>, rules: NumberRules): Digits[] {
  const [head = '', tail = ''] = parts.chunks
  if (!canBeDecimal(mark, own)) return isGrouped(parts.chunks) ? [asWhole(parts)] : []
  const looksGrouped = canGroup(mark) && tail.length === 3 && !/^0*$/.test(head)
  if (!looksGrouped) return [asDecimal(parts)]
  if (mark === own.group && isGrouped(parts.chunks)) return [asWhole(parts)]
  if (mark !== own.decimal) return [asWhole(parts), asDecimal(parts)]
  // 1,000 in a field of cents has a digit too many for its own sign: either a typed zero or a thousand of somebody else.
  const isOdd = isGrouped(parts.chunks) && (rules.decimals?.most ?? tail.length) < tail.length
  return isOdd && fits(asDecimal(parts), rules) ? [asWhole(parts), asDecimal(parts)] : [asDecimal(parts)]
}

const asWhole = ({ chunks }: MarkedDigits): Digits => ({ whole: chunks.join(''), fraction: '' })

const asDecimal = ({ chunks }: MarkedDigits): Digits => ({
  whole: chunks.slice(0, -1).join(''),
  fraction: chunks.at(-1) ?? '',
})

const endingZeros = /0+$/

function fits({ fraction }: Digits, { decimals }: NumberRules): boolean {
  return !decimals || fraction.replace(endingZeros, '').length <= decimals.most
}

function isTooLong({ whole, fraction }: Digits): boolean {
  return whole.replace(/^0+/, '').length + fraction.replace(endingZeros, '').length > mostDigits
}

function numberOf({ whole, fraction }: Digits, isNegative: boolean): number {
  const value = Number(`${whole || '0'}.${fraction || '0'}`)
  return isNegative && value !== 0 ? -value : value
}

const problem = (why: NumberFault, message = numberFaultText(why)): NumberReading => ({ kind: 'problem', why, message })

/** What is said where the field has no words of its own; of two numbers, where nobody is asked which. */
export const numberFaultText = (why: NumberFault): string => sentences[why]

const sentences: Record<NumberFault, string> = {
  unreadable: 'This is no number.',
  groups: 'The groups of digits do not fit. Write the number without them.',
  'too-long': 'This number has more digits than can be kept exactly. Write a shorter one.',
  'too-fine': 'This number has too many decimals.',
  'two-numbers': 'This may mean two numbers. Write it without groups of digits.',
}
export const mayMeanTwo = sentences['two-numbers']
