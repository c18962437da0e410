import { isDigit, isLetter } from '../../shared/numbers/ascii'
import { canBeDecimal, canGroup, isGrouped, takeApart } from '../../shared/numbers/number-marks'
import { plainDigits } from '../../shared/numbers/plain-digits'
import { numberFaultText, readNumber, splitSign, tidied, type NumberReading } from '../../shared/numbers/read-number'
import type { Cell } from '../../shared/table'

/** What the signs of one number say about those of its column. */
export type NumberEvidence =
  /** No number. */
  | null
  /** A number that reads the same whatever the signs mean. */
  | 'none'
  /** This sign stands before its decimals; nothing else makes a number of it. */
  | ','
  | '.'
  /** Three digits behind one sign: 1.299. */
  | 'either'

/** Signs and codes of money, and the units of weights and lengths. */
const money = String.raw`\p{Sc}|[A-Z]{0,2}\$|EUR|USD|GBP|CHF|PLN|RUB|SEK|NOK|DKK|CZK|HUF|RON|TRY|JPY|CNY|CAD|AUD|Fr\.|kr\.?|zł|Kč|Ft|руб\.?|р\.`
const units = 'kg|g|mg|t|lbs?|oz|cm|mm|m|in|l|ml|pcs|st(?:k|ück)?\\.?|шт\\.?|%'
const before = new RegExp(`^(?:${money})\\s*`, 'u')
const behind = new RegExp(`\\s*(?:${money}|${units})$`, 'iu')
const plainWhole = /^-?\d{1,15}$/
const plainDecimal = /^-?(\d{1,15})([.,])(\d{1,15})$/
/** No number has it: most texts end here, and a table has millions of them. */
const manyLetters = /[A-Za-z]{4}/
const [minus, comma, point] = [0x2d, 0x2c, 0x2e]
const mostDigits = 15
const longest = 60
/** Fifteen digits, or fourteen and a sign. */
const mostPlain = 15

/** Without sign, money, units and what cannot be seen; null for what does not look like a number at all. */
function bareNumber(text: string): { isNegative: boolean; digits: string } | null {
  if (text.length > longest) return null
  if (isLetter(text.charCodeAt(0)) && !before.test(text)) return null
  if (manyLetters.test(text) || !/\p{Nd}/u.test(text)) return null
  const first = splitSign(tidied(text))
  const amount = splitSign(first.rest.replace(before, '').replace(behind, ''))
  const digits = plainDigits(amount.rest)
  if (!/^[\d.,٫]/.test(digits) || /\p{L}/u.test(digits)) return null
  return { isNegative: first.isNegative || amount.isNegative, digits }
}

/** Of a number that is digits and no more than one sign between them; undefined: it is to be looked at. */
export function plainEvidence(text: string): NumberEvidence | undefined {
  const start = text.charCodeAt(0) === minus ? 1 : 0
  let mark = -1
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) continue
    if ((code !== comma && code !== point) || mark >= 0) return undefined
    mark = at
  }
  const head = (mark < 0 ? text.length : mark) - start
  if (head < 1 || head > mostDigits) return undefined
  if (mark < 0) return 'none'
  const tail = text.length - mark - 1
  if (tail < 1 || tail > mostDigits) return undefined
  if (tail === 3 && isGrouped([text.slice(start, mark), text.slice(mark + 1)])) return 'either'
  return text.charCodeAt(mark) === comma ? ',' : '.'
}

export function numberEvidence(text: string): NumberEvidence {
  const plain = plainEvidence(text)
  if (plain !== undefined) return plain
  const bare = bareNumber(text)
  const parts = bare && takeApart(bare.digits, {})
  if (!parts) return null
  const { chunks, marks } = parts
  const last = marks.at(-1)
  if (last === undefined) return 'none'
  const decimal = last === ',' || last === '.' ? last : null
  const other = last === ',' ? '.' : ','
  if (marks.length === 1) {
    if (decimal === null) return canBeDecimal(last, {}) || isGrouped(chunks) ? 'none' : null
    return isGrouped(chunks) ? 'either' : decimal
  }
  const [group = ''] = marks
  if (!canGroup(group)) return null
  if (marks.every((mark) => mark === group)) return isGrouped(chunks) ? (decimal ? other : 'none') : null
  const isClear = marks.slice(0, -1).every((mark) => mark === group) && isGrouped(chunks.slice(0, -1))
  return isClear && canBeDecimal(last, {}) ? (decimal ?? 'none') : null
}

/** Most numbers are plain: with nothing in them but digits and the sign of their column, and short enough to be kept exactly. */
function plainIn(text: string, decimal: ',' | '.'): number | null {
  if (text.length > mostPlain) return null
  if (!plainWhole.test(text) && plainDecimal.exec(text)?.[2] !== decimal) return null
  // No zero below zero.
  return Number(text.replace(',', '.')) + 0
}

/** A cell as the number that it is by the sign before the decimals of its column. A problem has a sentence for the person. */
export function cellNumber(cell: Cell, decimal: ',' | '.'): NumberReading {
  if (typeof cell === 'number') return { kind: 'value', value: cell }
  const plain = typeof cell === 'string' ? plainIn(cell, decimal) : null
  if (plain !== null) return { kind: 'value', value: plain }
  const bare = typeof cell === 'string' ? bareNumber(cell) : null
  if (!bare) return { kind: 'problem', why: 'unreadable', message: numberFaultText('unreadable') }
  const style = decimal === ',' ? { decimal, group: '.' } : { decimal, group: ',' }
  return readNumber(`${bare.isNegative ? '-' : ''}${bare.digits}`, { style, unreadable: numberFaultText('unreadable') })
}
