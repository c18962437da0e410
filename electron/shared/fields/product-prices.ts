import { field, plain, zeroForNone } from './field'
import { money, moneyOrNone } from './number-kinds'

export const price = field({
  label: 'Price',
  section: 'price',
  kind: money(undefined, 'Enter the price as a number; 0 is free.'),
  empty: 0,
  json: plain('price'),
  problem: (value) => (value < 0 ? 'The price cannot be below zero.' : null),
  sortedBy: 'PRICE',
  isFiltered: false,
  inFiles: ['product_price'],
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
  problem: (value) => ((value ?? 0) < 0 ? 'The compare-to price cannot be below zero.' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: ['product_compare_to_price'],
  isTranslated: false,
  isInherited: true,
})

export const costPrice = field({
  label: 'Cost price',
  section: 'price',
  kind: money(0),
  empty: 0,
  json: plain('costPrice'),
  problem: (value) => (value < 0 ? 'The cost price cannot be below zero.' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: ['product_cost_price'],
  isTranslated: false,
  isInherited: true,
})
