import type { ActionOf } from '../../shared/bulk-action'
import { decimalsOf } from '../../shared/price-rule'
import type { Planner, ProposedEdit } from '../planner'
import { moneyRows } from './money-rows'
import { reckon } from './price-math'

/** A variation without an amount of its own follows its product, before and after. */
export const planPrice: Planner<ActionOf<'price'>> = (product, { rule }, { words }) => {
  const { field, variations } = rule
  const rows = moneyRows(product).filter(
    ({ variationId, stored }) => variationId === null || (variations && stored[field] !== null),
  )
  return rows.map(({ variationId, now, stored }): ProposedEdit => {
    const before = stored[field]
    const reckoned = reckon(rule, now, decimalsOf(words.profile))
    if ('why' in reckoned) return { variationId, field, before, after: before, reason: reckoned.why }
    return { variationId, field, before, after: reckoned.value }
  })
}
