import { fieldOf } from '../../../electron/shared/fields/product-fields'
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
  const amount = kind.shown(Math.abs(difference), { profile, categories: [], productTypes: [] })
  const sign = difference < 0 ? '−' : '+'
  const percent = before > 0 ? ` (${sign}${percentText((Math.abs(difference) / before) * 100)} %)` : ''
  return `${sign}${amount}${percent}`
}

/** Two figures say enough of it. */
const percentText = (percent: number): string =>
  percent < 10 ? String(Math.round(percent * 10) / 10) : String(Math.round(percent))
