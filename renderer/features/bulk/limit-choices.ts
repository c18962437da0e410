import type { Limit } from '../../../electron/shared/price-rule'

/** What an amount is kept within, in the order of the menu. */
export const limits = {
  none: 'No limit',
  amount: 'An amount',
  costPrice: 'The cost price, and percent of it',
  compareToPrice: 'The compare-to price, and percent of it',
} as const

export type LimitWish = { by: keyof typeof limits; typed: string; number: number | null }

export const noLimit: LimitWish = { by: 'none', typed: '', number: null }

/** As it is chosen: just that price, where it is one. */
export const firstLimit = (by: LimitWish['by']): LimitWish =>
  by === 'costPrice' || by === 'compareToPrice' ? { by, typed: '0', number: 0 } : { ...noLimit, by }

export function limitOf({ by, number }: LimitWish): Limit | null | 'missing' {
  if (by === 'none') return null
  if (number === null) return 'missing'
  return by === 'amount' ? { kind: 'amount', amount: number } : { kind: 'percent', of: by, percent: number }
}
