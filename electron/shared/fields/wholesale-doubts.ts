import { z } from 'zod'

const tiersSchema = z.array(z.object({ quantity: z.number(), price: z.number() }))

/** Those that are whole by now, by their quantity. */
function tiersOf(value: unknown): z.infer<typeof tiersSchema> {
  const whole = (Array.isArray(value) ? value : []).filter((tier) => tiersSchema.element.safeParse(tier).success)
  return tiersSchema.parse(whole).toSorted((one, other) => one.quantity - other.quantity)
}

/** Who buys many would not pay less. */
export const isTierNotBelow = (tiers: unknown, price: unknown): boolean =>
  typeof price === 'number' && tiersOf(tiers).some((tier) => tier.price >= price)

export const isRising = (tiers: unknown): boolean =>
  tiersOf(tiers).some(({ price }, at, all) => at > 0 && price >= (all[at - 1]?.price ?? price + 1))
