import type { StoreProfile } from '../store'

type Choice = { priceModifier?: number; priceModifierType?: string }

/** An amount: how Ecwid's files write a percentage is not known. */
export function markupOf(
  { priceModifier = 0, priceModifierType }: Choice,
  price: number,
  profile: StoreProfile | null,
): number {
  return priceModifierType === 'PERCENT' ? inCurrency((price * priceModifier) / 100, profile) : priceModifier
}

/** With no more decimals than the store's currency has. */
export function inCurrency(amount: number, profile: StoreProfile | null): number {
  const units = 10 ** (profile?.currencyPrecision ?? 2)
  return Math.round(amount * units) / units
}
