import { anything, field, plain, type Beside } from './field'
import { listOf } from './list-kind'
import { moneyOrNone, wholeOrNone } from './number-kinds'
import { plainField } from './plain-field'

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
  sortedBy: null,
  isFiltered: false,
  // Ecwid has none for them.
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})

function quantityProblem(value: number | null): string | null {
  if (value === null) return 'Enter from how many on the price counts.'
  return value < 2 ? 'A wholesale price starts from 2 or more.' : null
}

function priceProblem(value: number | null, { price }: Beside): string | null {
  if (value === null) return 'Enter the price of each.'
  if (value <= 0) return 'A wholesale price is above zero.'
  return typeof price === 'number' && value > price ? 'A wholesale price is not above the price of the product.' : null
}
