import { editSays, type EditReason } from '../../shared/edit-reason'
import {
  asNumber,
  changedBy,
  compared,
  dividedBy,
  exact,
  floorOf,
  minus,
  plus,
  times,
  whole,
  type Exact,
} from '../../shared/numbers/exact'
import type { Calculation, Limit, MoneyField, PriceMath, Rounding } from '../../shared/price-rule'

/** What a product or a variation has now; null: nothing. */
export type Money = Readonly<Record<MoneyField, number | null>>

/** An amount, or why there is none. */
export type Reckoned = { value: number } | { why: EditReason }

/** Why a rule makes nothing of this product. It never leaves `reckon`. */
class NoAmount extends Error {
  constructor(readonly why: EditReason) {
    super(why.says)
  }
}

/** More digits than this do not survive as a number of this program. */
const mostDigits = 15

/** `decimals`: of the currency. The result has no more of them, is within the limits and rounded as the rule says. */
export function reckon(math: PriceMath, now: Money, decimals: number): Reckoned {
  try {
    const grid = gridOf(math.rounding, decimals)
    const low = math.floor && limitOf(math.floor, now)
    const high = math.ceiling && limitOf(math.ceiling, now)
    const settled = within(made(math.calculation, now), grid, low, high)
    if (tooLong(settled, decimals)) throw new NoAmount(editSays('amount-too-long'))
    return { value: asNumber(settled) }
  } catch (error) {
    if (error instanceof NoAmount) return { why: error.why }
    throw error
  }
}

function made(calculation: Calculation, now: Money): Exact {
  if (calculation.kind === 'set') return exact(calculation.amount)
  const from = amountOf(calculation.of, now)
  if (calculation.kind === 'amount') return plus(from, exact(calculation.amount))
  const percent = exact(calculation.percent)
  if (calculation.kind === 'percent') return changedBy(from, percent)
  return dividedBy(times(from, whole(100)), minus(whole(100), percent))
}

const limitOf = (limit: Limit, now: Money): Exact =>
  limit.kind === 'amount' ? exact(limit.amount) : changedBy(amountOf(limit.of, now), exact(limit.percent))

function amountOf(field: MoneyField, now: Money): Exact {
  const value = now[field]
  if (value === null) throw new NoAmount({ says: 'has-none-of', field })
  return exact(value)
}

/** The amounts that may come out: `every` apart, from `ending` on. */
type Grid = { to: Rounding['to']; every: Exact; ending: Exact }

function gridOf(rounding: Rounding | null, decimals: number): Grid {
  if (!rounding) return { to: 'nearest', every: { over: 1n, under: 10n ** BigInt(decimals) }, ending: whole(0) }
  return { to: rounding.to, every: exact(rounding.every), ending: exact(rounding.ending) }
}

const stepsTo = (value: Exact, { every, ending }: Grid): Exact => dividedBy(minus(value, ending), every)
const at = (step: bigint, { every, ending }: Grid): Exact => plus(ending, times(every, { over: step, under: 1n }))
const down = (value: Exact, grid: Grid): Exact => at(floorOf(stepsTo(value, grid)), grid)

function up(value: Exact, grid: Grid): Exact {
  const below = down(value, grid)
  return compared(below, value) === 0 ? below : plus(below, grid.every)
}

/** Of two that are as near, the higher one. */
function nearest(value: Exact, grid: Grid): Exact {
  const below = down(value, grid)
  const above = plus(below, grid.every)
  return compared(minus(value, below), minus(above, value)) < 0 ? below : above
}

const zero = whole(0)
const isBelow = (one: Exact, other: Exact): boolean => compared(one, other) < 0

function within(value: Exact, grid: Grid, low: Exact | null, high: Exact | null): Exact {
  const rounded = { nearest, up, down }[grid.to](value, grid)
  const raised = low && isBelow(rounded, low) ? up(low, grid) : rounded
  const held = high && isBelow(high, raised) ? down(high, grid) : raised
  if (low && isBelow(held, low)) throw new NoAmount(editSays('no-amount-between'))
  if (!isBelow(held, zero)) return held
  // 0.30 to the nearest .99 is 0.99: there is no price on the other side.
  if (grid.to !== 'nearest' || isBelow(value, zero) || high) throw new NoAmount(editSays('amount-below-zero'))
  return up(zero, grid)
}

const tooLong = ({ over, under }: Exact, decimals: number): boolean =>
  over / under >= 10n ** BigInt(mostDigits - Math.min(decimals, mostDigits))
