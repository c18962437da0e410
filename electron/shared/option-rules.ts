import { z } from 'zod'
import { optionTypes, hasChoices } from './fields/option-kind'
import type { MoneyFormat } from './numbers/money'
import { decimalsOf } from './price-rule'

const longestName = 255
const name = z.string().trim().min(1).max(longestName)

/** Those that shoppers pick from. */
export const pickedTypes = Object.keys(optionTypes).filter(hasChoices)

/** An option with choices for many products; a product that has one of the name gets the choices that it lacks. */
export const optionRuleSchema = z.strictObject({
  name,
  type: z.enum(pickedTypes),
  choices: z.array(name).min(1).max(300),
})

/** What the variations that a product lacks are made of, and what each begins with. */
export const generateRuleSchema = z.strictObject({
  /** Names of options; none: all that shoppers pick one of. */
  options: z.array(name).max(20),
  /** Of their SKUs; null: the SKU of the product and each choice, empty: none. */
  pattern: z.string().max(500).nullable(),
  /** Null: as the product. */
  price: z.number().min(0).nullable(),
  quantity: z.number().int().nullable(),
})
export type GenerateRule = z.infer<typeof generateRuleSchema>

/** What choices of an option add to the price, or take off it. */
export const choicePriceRuleSchema = z.strictObject({
  option: name,
  /** Null: all of its choices. */
  choice: name.nullable(),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set'), value: z.number(), of: z.enum(['ABSOLUTE', 'PERCENT']) }),
    z.strictObject({ kind: z.literal('percent'), percent: z.number() }),
    z.strictObject({ kind: z.literal('amount'), amount: z.number() }),
  ]),
})
export type ChoicePriceRule = z.infer<typeof choicePriceRuleSchema>

/** What is wrong with it for every product; null: nothing. */
export function choicePriceProblem({ change }: ChoicePriceRule, profile: MoneyFormat): string | null {
  if (change.kind === 'percent') return change.percent < -100 ? 'More than 100 % cannot be taken off.' : null
  const value = change.kind === 'amount' ? change.amount : change.of === 'ABSOLUTE' ? change.value : 0
  const decimals = decimalsOf(profile)
  return Number(value.toFixed(decimals)) === value ? null : `${profile?.currency ?? 'The currency'} has fewer decimals.`
}
