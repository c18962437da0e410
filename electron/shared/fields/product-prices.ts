import { flag } from './choice-kinds'
import { anything, field, plain, zeroForNone } from './field'
import { money, moneyOrNone, moneyUnlessZero } from './number-kinds'
import { part, record } from './record-kinds'
import { isTierNotBelow } from './wholesale-doubts'

export const price = field({
  label: 'Price',
  section: 'price',
  kind: money(undefined, 'Enter the price as a number; 0 is free.'),
  empty: 0,
  json: plain('price'),
  problem: (value) => (value < 0 ? 'price-below-zero' : null),
  doubt: {
    beside: ['wholesalePrices'],
    of: (value, { wholesalePrices: tiers }) => (isTierNotBelow(tiers, value) ? 'tier-not-below-price' : null),
  },
  sortedBy: 'PRICE',
  isFiltered: false,
  inFiles: { product_price: '' },
  isTranslated: false,
  isInherited: true,
})

/** Null: no "was" price. */
export const compareToPrice = field({
  label: 'Compare-to price',
  section: 'price',
  kind: moneyOrNone,
  empty: null,
  json: zeroForNone('compareToPrice'),
  problem: (value) => ((value ?? 0) < 0 ? 'compare-to-price-below-zero' : null),
  doubt: {
    beside: ['price'],
    of: (value, { price: now }) =>
      value !== null && value > 0 && typeof now === 'number' && value <= now ? 'compare-to-not-above-price' : null,
  },
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_compare_to_price: '' },
  isTranslated: false,
  isInherited: true,
})

export const costPrice = field({
  label: 'Cost price',
  section: 'price',
  kind: money(0),
  empty: 0,
  json: plain('costPrice'),
  problem: (value) => (value < 0 ? 'cost-price-below-zero' : null),
  doubt: {
    beside: ['price'],
    of: (value, { price: now }) => (typeof now === 'number' && now < value ? 'price-below-cost' : null),
  },
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_cost_price: '' },
  isTranslated: false,
  isInherited: true,
})

const lowest = {
  lowestPriceEnabled: part('Show the lowest price', flag, true),
  manualLowestPrice: part(
    'Lowest price',
    moneyUnlessZero,
    0,
    'Before taxes and discounts. Left empty, the store finds it in its own records.',
  ),
}

export const lowestPriceSettings = field({
  label: 'Lowest price',
  hint: 'In the EU, whoever announces a reduced price says what the lowest was in the 30 days before.',
  section: 'lowestPrice',
  kind: record(lowest, {
    shown({ lowestPriceEnabled, manualLowestPrice }, words) {
      if (!lowestPriceEnabled) return 'Not shown'
      return moneyUnlessZero.shown(manualLowestPrice, words) || 'Shown as the store finds it'
    },
    counts: { manualLowestPrice: ({ lowestPriceEnabled }) => lowestPriceEnabled },
    problems: {
      manualLowestPrice: ({ manualLowestPrice }) => (manualLowestPrice < 0 ? 'lowest-price-below-zero' : null),
    },
  }),
  empty: { lowestPriceEnabled: true, manualLowestPrice: 0 },
  json: plain('lowestPriceSettings'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: true,
})
