import type { BulkAction } from '../../../electron/shared/bulk-action'
import type { Calculation, PriceMath, Rounding, SaleStart } from '../../../electron/shared/price-rule'
import { limitOf, noLimit, type LimitWish } from './limit-choices'

export const deeds = {
  price: 'Change the price',
  compareToPrice: 'Change the compare-to price',
  costPrice: 'Change the cost price',
  'start-sale': 'Start a sale',
  'end-sale': 'End the sale',
} as const
type Deed = keyof typeof deeds

/** How an amount is found, in the order of the menu. */
export const ways = {
  percent: { label: 'By percent', of: 'percent', hint: '-20 takes a fifth off, 20 puts a fifth on.' },
  amount: { label: 'By an amount', of: 'amount', hint: '-5 takes 5 off, 5 puts 5 on.' },
  set: { label: 'To an amount', of: 'amount', hint: '' },
  markup: { label: 'Markup on the cost price', of: 'percent', hint: '100 is twice what it costs you.' },
  margin: { label: 'Margin over the cost price', of: 'percent', hint: 'So much of the price is what you earn.' },
  ofCompareTo: {
    label: 'By percent of the compare-to price',
    of: 'percent',
    hint: '-20 is a fifth below the compare-to price.',
  },
} as const satisfies Record<string, { label: string; of: 'percent' | 'amount'; hint: string }>
/** What becomes of what is on sale already. */
export const onSaleWays = {
  leave: 'Stays as it is',
  anew: 'Begins anew, from the price before its sale',
  further: 'Goes on, from what it costs now',
} as const satisfies Record<SaleStart['onSale'], string>

type Way = keyof typeof ways

export const endings = {
  none: { label: 'To the decimals of the currency', every: 0, ending: 0 },
  '99': { label: 'To .99', every: 1, ending: 0.99 },
  '95': { label: 'To .95', every: 1, ending: 0.95 },
  '90': { label: 'To .90', every: 1, ending: 0.9 },
  whole: { label: 'To whole amounts', every: 1, ending: 0 },
  nine: { label: 'To 9, 19, 29', every: 10, ending: 9 },
  half: { label: 'To .00 and .50', every: 0.5, ending: 0 },
  five: { label: 'To 5 cents', every: 0.05, ending: 0 },
} as const
type Ending = keyof typeof endings

export type PriceWish = {
  deed: Deed
  way: Way
  typed: string
  number: number | null
  ending: Ending
  to: Rounding['to']
  floor: LimitWish
  ceiling: LimitWish
  variations: boolean
  onSale: SaleStart['onSale']
}

export const firstWish: PriceWish = {
  deed: 'price',
  way: 'percent',
  typed: '',
  number: null,
  ending: 'none',
  to: 'nearest',
  floor: noLimit,
  ceiling: noLimit,
  variations: true,
  onSale: 'leave',
}

export const isKeyOf = <Key extends string>(all: Readonly<Record<Key, unknown>>, key: string | null): key is Key =>
  key !== null && Object.hasOwn(all, key)

/** Null: a number is missing. */
export function mathOf(wish: PriceWish): PriceMath | null {
  const { deed, way, number, ending, to } = wish
  const [floor, ceiling] = [limitOf(wish.floor), limitOf(wish.ceiling)]
  if (number === null || floor === 'missing' || ceiling === 'missing') return null
  const { every, ending: end } = endings[ending]
  return {
    calculation: calculationOf(way, fieldOf(deed), number),
    rounding: every === 0 ? null : { to, every, ending: end },
    floor,
    ceiling,
  }
}

export function priceAction(wish: PriceWish): BulkAction | null {
  const { deed, variations, onSale } = wish
  if (deed === 'end-sale') return { kind: 'end-sale' }
  const math = mathOf(wish)
  if (!math) return null
  if (deed === 'start-sale') return { kind: 'start-sale', sale: { ...math, onSale } }
  return { kind: 'price', rule: { ...math, field: fieldOf(deed), variations } }
}

type Field = 'price' | 'compareToPrice' | 'costPrice'
const fieldOf = (deed: Deed): Field => (deed === 'start-sale' || deed === 'end-sale' ? 'price' : deed)

function calculationOf(way: Way, field: Field, number: number): Calculation {
  switch (way) {
    case 'percent':
      return { kind: 'percent', of: field, percent: number }
    case 'amount':
      return { kind: 'amount', of: field, amount: number }
    case 'set':
      return { kind: 'set', amount: number }
    case 'markup':
      return { kind: 'percent', of: 'costPrice', percent: number }
    case 'margin':
      return { kind: 'margin', of: 'costPrice', percent: number }
    case 'ofCompareTo':
      return { kind: 'percent', of: 'compareToPrice', percent: number }
  }
}
