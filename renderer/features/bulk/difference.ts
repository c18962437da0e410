import type { NamedText, StoreWords } from '../../../electron/shared/fields/kind'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import { countStyle } from '../../../electron/shared/numbers/money'
import { formatDecimal } from '../../../electron/shared/numbers/numbers'
import { isOfField, type ProposedRow } from '../../../electron/shared/proposal'
import type { StoreProfile } from '../../../electron/shared/store'

/** "+€ 2.00 (+20 %)" of a number; null where there is nothing to count. */
export function differenceText(
  { field, before, after }: Pick<ProposedRow, 'field' | 'before' | 'after'>,
  profile: StoreProfile | null,
): string | null {
  if (!isOfField(field) || typeof before !== 'number' || typeof after !== 'number') return null
  // Without what a double adds to cents.
  const difference = Number((after - before).toFixed(6))
  const { kind } = fieldOf(field)
  // What is named by a number, such as a category, is not so many more.
  if (kind.name !== 'number') return null
  const amount = kind.shown(Math.abs(difference), { profile, categories: [], productTypes: [] })
  const sign = difference < 0 ? '−' : '+'
  const percent = before > 0 ? ` (${sign}${percentText((Math.abs(difference) / before) * 100, profile)} %)` : ''
  return `${sign}${amount}${percent}`
}

/** Two long texts from where they part, so that what becomes of a list is seen: “…, Engraving”. */
export function partingTexts(before: string, after: string, longest: number): [before: string, after: string] {
  const isLong = Math.max(before.length, after.length) > longest
  const from = isLong ? lastComma(before, after) : 0
  const [old, now] = [before, after].map((text) => (from === 0 ? text : `…${text.slice(from)}`)) as [string, string]
  return [shortened(old, longest), shortened(now, longest)]
}

/** Of values that have names of their own, such as attributes and options, only those that differ; null for all other values. */
export function textsThatDiffer(
  field: ProductField,
  sides: readonly [before: unknown, after: unknown],
  words: StoreWords,
): [before: string, after: string] | null {
  const { kind } = fieldOf(field)
  if (kind.merge !== 'record' && kind.merge !== 'list') return null
  const [before, after] = sides.map((value) => kind.apart?.(value, words))
  if (!before || !after) return null
  const beyond = (all: NamedText[], others: NamedText[]) =>
    all
      .filter(({ key, text }) => text !== '' && others.find((other) => other.key === key)?.text !== text)
      .map(({ label, text }) => `${label}: ${text}`)
      .join(', ')
  const [old, now] = [beyond(before, after), beyond(after, before)]
  // Those of a list may stand in another order alone.
  return old === now && kind.merge === 'list' ? null : [old, now]
}

/** Where the last part begins that both have before they part. */
function lastComma(before: string, after: string): number {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1
  // All of the shorter one is in the other: its last part is what stays.
  return Math.max(0, before.lastIndexOf(', ', same - 1))
}

export const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text

/** Two figures say enough of it. */
const percentText = (percent: number, profile: StoreProfile | null): string =>
  formatDecimal(percent, { fewest: 0, most: percent < 10 ? 1 : 0 }, countStyle(profile))
