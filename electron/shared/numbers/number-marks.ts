import type { NumberStyle } from './numbers'

/** A typed number taken apart: `1.234,50` is 1, 234, 50 with `.` and `,` between them. */
export type MarkedDigits = { chunks: string[]; marks: string[] }

/** What people type for a comma, a point, a space, an apostrophe, by keyboard and script. */
const alike: [mark: string, typed: RegExp][] = [
  [',', /[,，﹐،､、]/],
  ['.', /[.．﹒。｡]/],
  [' ', /[\p{Zs}_]/u],
  ["'", /['’‘ʼ＇´`′]/],
]

/** Arabic has signs of its own, which mean one thing each. */
const arabicDecimal = '٫'
const arabicGroup = '٬'

function foldMark(mark: string): string {
  return alike.find(([, typed]) => typed.test(mark))?.[0] ?? mark
}

/** The store's own signs, folded like typed ones; none while its format is unknown. */
export function ownMarks(style: NumberStyle | null): Partial<NumberStyle> {
  if (!style) return {}
  const decimal = foldMark(style.decimal)
  return style.group === '' ? { decimal } : { decimal, group: foldMark(style.group) }
}

/** Null for text that holds anything but digits and single signs between them. A number may start with its decimal sign. */
export function takeApart(text: string, own: Partial<NumberStyle>): MarkedDigits | null {
  const known = [',', '.', ' ', "'", arabicDecimal, arabicGroup, own.decimal, own.group]
  const chunks = ['']
  const marks: string[] = []
  for (const sign of text) {
    if (/[0-9]/.test(sign)) {
      chunks.push((chunks.pop() ?? '') + sign)
      continue
    }
    const mark = foldMark(sign)
    if (!known.includes(mark)) return null
    marks.push(mark)
    chunks.push('')
  }
  const isWhole = chunks.every((chunk, at) => chunk !== '' || (at === 0 && chunks.length === 2))
  return isWhole ? { chunks, marks } : null
}

/** A sign that only ever groups, such as a space, is no decimal sign. */
export function canBeDecimal(mark: string, own: Partial<NumberStyle>): boolean {
  return [',', '.', arabicDecimal, own.decimal].includes(mark)
}

export function canGroup(mark: string): boolean {
  return mark !== arabicDecimal
}

/** Threes, or as in India a three at the end and twos before it: 1,234,567 or 12,34,567. */
export function isGrouped(chunks: string[]): boolean {
  const [first = '', ...rest] = chunks
  if (!/^[1-9]\d{0,2}$/.test(first) || rest.at(-1)?.length !== 3) return false
  const middle = rest.slice(0, -1)
  const isIndian = first.length < 3 && middle.every(({ length }) => length === 2)
  return isIndian || middle.every(({ length }) => length === 3)
}
