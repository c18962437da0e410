import { isJsonObject } from './json-object'

/** Tiers come back in the order of their quantities, however they were sent. */
export function sortedTiers(tiers: unknown): unknown {
  if (!Array.isArray(tiers)) return tiers
  const quantity = (tier: unknown) => (isJsonObject(tier) ? Number(tier['quantity']) : 0)
  return [...tiers].sort((a, b) => quantity(a) - quantity(b))
}
