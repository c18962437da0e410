import { z } from 'zod'
import type { MoneyFormat } from './numbers/money'
import { formatExactMoney } from './numbers/money'
import { compared, exact } from './numbers/exact'

const moneyFields = ['price', 'compareToPrice', 'costPrice'] as const
export type MoneyField = (typeof moneyFields)[number]

const amount = z.number()
const moneyField = z.enum(moneyFields)

/** What an amount is made from. A markup on cost is a percentage of the cost price, another field as it is one of 0 %. */
const calculationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), amount }),
  z.strictObject({ kind: z.literal('amount'), of: moneyField, amount }),
  z.strictObject({ kind: z.literal('percent'), of: moneyField, percent: amount }),
  /** So much of the result is what is earned. */
  z.strictObject({ kind: z.literal('margin'), of: moneyField, percent: amount }),
])
export type Calculation = z.infer<typeof calculationSchema>

const limitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount }),
  z.strictObject({ kind: z.literal('percent'), of: moneyField, percent: amount }),
])
export type Limit = z.infer<typeof limitSchema>

/** To amounts that lie `every` apart, `ending` above the full ones: 1 and 0.99 for .99, 0.05 and 0 for 5 cents, 10 and 9 for 19, 29. */
const roundingSchema = z.strictObject({
  to: z.enum(['nearest', 'up', 'down']),
  every: amount,
  ending: amount,
})
export type Rounding = z.infer<typeof roundingSchema>

/** How an amount is found: made, rounded, kept within limits. A limit goes before the direction of the rounding. */
const priceMathSchema = z.strictObject({
  calculation: calculationSchema,
  /** Null: to the decimals of the currency. */
  rounding: roundingSchema.nullable(),
  floor: limitSchema.nullable(),
  ceiling: limitSchema.nullable(),
})
export type PriceMath = z.infer<typeof priceMathSchema>

export const priceRuleSchema = priceMathSchema.extend({
  field: moneyField,
  /** Whether variations with an amount of their own get a new one too. Those without follow their product. */
  variations: z.boolean(),
})

/** A sale that starts: the price becomes the compare-to price. `onSale`: what becomes of what is on sale already. */
export const saleStartSchema = priceMathSchema.extend({
  /** leave: as it is. anew: reckoned from the price before its sale. further: reckoned from what it costs now. */
  onSale: z.enum(['leave', 'anew', 'further']),
})
export type SaleStart = z.infer<typeof saleStartSchema>

export type MathPart = 'amount' | 'percent' | 'every' | 'ending' | 'floor' | 'ceiling'

/** What is wrong with a rule for every product, as sentences for the boxes of its parts. */
export function mathProblems(math: PriceMath, profile: MoneyFormat): Partial<Record<MathPart, string>> {
  const { calculation, rounding, floor, ceiling } = math
  const given: [MathPart, number | undefined][] = [
    ['amount', 'amount' in calculation ? calculation.amount : undefined],
    ['every', rounding?.every],
    ['ending', rounding?.ending],
    ['floor', floor?.kind === 'amount' ? floor.amount : undefined],
    ['ceiling', ceiling?.kind === 'amount' ? ceiling.amount : undefined],
  ]
  const tooFine = given.filter(([, value]) => value !== undefined && isFiner(value, profile))
  return {
    ...ofCalculation(calculation),
    ...(rounding && ofRounding(rounding, profile)),
    ...ofLimits(floor, ceiling),
    ...Object.fromEntries(tooFine.map(([part]) => [part, tooFineFor(profile)])),
  }
}

function ofCalculation(calculation: Calculation): Partial<Record<MathPart, string>> {
  if (calculation.kind === 'set') return calculation.amount < 0 ? { amount: 'A price cannot be below zero.' } : {}
  if (calculation.kind === 'amount') return {}
  if (calculation.percent < -100) return { percent: 'More than 100 % cannot be taken off.' }
  const isMargin = calculation.kind === 'margin'
  return isMargin && calculation.percent >= 100 ? { percent: 'A margin is below 100 %.' } : {}
}

function ofRounding({ every, ending }: Rounding, profile: MoneyFormat): Partial<Record<MathPart, string>> {
  if (every <= 0) return { every: 'The step is above zero.' }
  if (ending < 0) return { ending: 'An ending cannot be below zero.' }
  return ending < every ? {} : { ending: `The ending is below the step of ${formatExactMoney(every, profile)}.` }
}

function ofLimits(floor: Limit | null, ceiling: Limit | null): Partial<Record<MathPart, string>> {
  if (floor?.kind === 'percent' && floor.percent < -100) return { floor: 'Nothing is below zero anyway.' }
  if (ceiling?.kind === 'percent' && ceiling.percent < -100) return { ceiling: 'Nothing is below zero.' }
  if (ceiling?.kind === 'amount' && ceiling.amount < 0) return { ceiling: 'Nothing is below zero.' }
  const isCrossed = floor?.kind === 'amount' && ceiling?.kind === 'amount' && floor.amount > ceiling.amount
  return isCrossed ? { ceiling: 'The highest amount is below the lowest.' } : {}
}

function isFiner(value: number, profile: MoneyFormat): boolean {
  const smallest = { over: 1n, under: 10n ** BigInt(decimalsOf(profile)) }
  const { over, under } = exact(value)
  return compared({ over: (over * smallest.under) % under, under: 1n }, { over: 0n, under: 1n }) !== 0
}

function tooFineFor(profile: MoneyFormat): string {
  const decimals = decimalsOf(profile)
  const currency = profile?.currency ?? 'The currency'
  if (decimals === 0) return `${currency} has no decimals: such an amount cannot be.`
  return `${currency} has ${decimals === 1 ? 'one decimal' : `${decimals} decimals`}: such an amount cannot be.`
}

/** Of the store's currency. */
export const decimalsOf = (profile: MoneyFormat): number => profile?.currencyPrecision ?? 2
