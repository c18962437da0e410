import type { Fault } from './fault'
import { anything, field, plain, type Beside } from './field'
import { listOf } from './list-kind'
import { moneyOrNone, wholeOrNone } from './number-kinds'
import { plainField } from './plain-field'
import { isRising, isTierNotBelow } from './wholesale-doubts'

const count = wholeOrNone('Enter a whole number.')

export const wholesalePrices = field({
  label: 'Wholesale prices',
  hint: 'Who buys at least so many pays this for each. Shoppers see the tiers beside the price.',
  section: 'wholesale',
  kind: listOf({
    key: 'quantity',
    fields: {
      quantity: plainField({
        label: 'From quantity',
        kind: count,
        empty: null,
        problem: quantityProblem,
        column: { align: 'left' },
        isTranslated: false,
      }),
      price: plainField({
        label: 'Price each',
        kind: moneyOrNone,
        empty: null,
        problem: priceProblem,
        isTranslated: false,
      }),
    },
    isOrdered: false,
    named: ({ quantity }, words) => (quantity === null ? '' : `from ${count.shown(quantity, words)}`),
  }),
  empty: [],
  json: plain('wholesalePrices'),
  problem: anything,
  doubt: {
    beside: ['price'],
    of(tiers, { price }) {
      if (isTierNotBelow(tiers, price)) return 'tier-not-below-price'
      return isRising(tiers) ? 'tiers-not-falling' : null
    },
  },
  sortedBy: null,
  isFiltered: false,
  // Ecwid has none for them.
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})

function quantityProblem(value: number | null): Fault | null {
  if (value === null) return 'tier-without-quantity'
  return value < 2 ? 'tier-below-two' : null
}

function priceProblem(value: number | null, { price }: Beside): Fault | null {
  if (value === null) return 'tier-without-price'
  if (value <= 0) return 'tier-price-not-above-zero'
  return typeof price === 'number' && value > price ? 'tier-price-above-price' : null
}
