import type { RemoteProduct } from '../remote-product'
import { choice, flag } from './choice-kinds'
import type { Fault } from './fault'
import { anything, field, plain } from './field'
import { whole, wholeOrNone } from './number-kinds'

/** As far as a store can count. */
const mostWhole = 2_147_483_647

/** What a cell of stock says, and takes, where as many are there as are wanted. */
export const unlimitedWord = 'Unlimited'
const isUnlimited = ({ unlimited: said, quantity: left }: RemoteProduct): boolean => said ?? left === undefined

export const unlimited = field({
  label: 'Unlimited stock',
  section: 'stock',
  kind: flag,
  empty: true,
  json: { get: isUnlimited, lay: withUnlimited, body: (value) => ({ unlimited: value }) },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_is_inventory_tracked: '' },
  isTranslated: false,
  isInherited: true,
})

/** 0 while unlimited. It travels as a difference: 10 more stay 10 more though 3 were sold meanwhile. */
export const quantity = field({
  label: 'In stock',
  section: 'stock',
  kind: whole(undefined, 'Enter a whole number, or make the stock unlimited.'),
  empty: 0,
  json: {
    get: (product) => (isUnlimited(product) ? 0 : (product.quantity ?? 0)),
    lay: (product, value) => (isUnlimited(product) ? product : { ...product, quantity: value }),
    body: (value, { patch }) => (patch.unlimited === true ? {} : { quantity: value }),
  },
  merge: 'difference',
  problem: (value) => (Math.abs(value) > mostWhole ? 'quantity-too-large' : null),
  column: { title: 'Stock', width: 100 },
  sortedBy: 'STOCK',
  isFiltered: false,
  inFiles: { product_quantity: '' },
  isTranslated: false,
  isInherited: true,
})

export const warningLimit = field({
  label: 'Low stock warning level',
  hint: 'Ecwid writes you a mail at this level.',
  section: 'stock',
  kind: whole(0, 'Enter a whole number; 0 for no warning.'),
  empty: 0,
  json: plain('warningLimit'),
  problem: (value) => {
    if (value < 0) return 'warning-level-below-zero'
    return value > mostWhole ? 'warning-level-too-large' : null
  },
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_low_stock_notification_quantity: '' },
  isTranslated: false,
  isInherited: true,
})

export const outOfStockVisibilityBehaviour = field({
  label: 'When out of stock',
  hint: 'What shoppers meet when none are left.',
  section: 'stock',
  kind: choice({
    SHOW: 'Show it as sold out',
    HIDE: 'Hide it from shoppers',
    ALLOW_PREORDER: 'Take pre-orders',
  }),
  empty: 'SHOW',
  json: plain('outOfStockVisibilityBehaviour'),
  problem: anything,
  sortedBy: null,
  isFiltered: true,
  inFiles: { product_quantity_out_of_stock_behaviour: '' },
  isTranslated: false,
  isInherited: true,
})

/** Null: one is enough. */
export const minPurchaseQuantity = field({
  label: 'Minimum purchase quantity',
  hint: 'An order takes no fewer. Left empty, one is enough.',
  section: 'stock',
  kind: wholeOrNone('Enter a whole number, or leave it empty.'),
  empty: null,
  json: plain('minPurchaseQuantity'),
  problem: (value, { maxPurchaseQuantity: most }) =>
    purchaseProblem('minimum', value) ?? (isAbove(value, most) ? 'minimum-above-maximum' : null),
  column: { title: 'Min. purchase', width: 120 },
  sortedBy: 'itself',
  isFiltered: true,
  inFiles: { product_quantity_minimum_allowed_for_purchase: '' },
  isTranslated: false,
  isInherited: true,
})

/** Null: as many as there are. */
export const maxPurchaseQuantity = field({
  label: 'Maximum purchase quantity',
  hint: 'An order takes no more. Left empty, as many as there are.',
  section: 'stock',
  kind: wholeOrNone('Enter a whole number, or leave it empty.'),
  empty: null,
  json: plain('maxPurchaseQuantity'),
  problem: (value, { minPurchaseQuantity: fewest }) =>
    purchaseProblem('maximum', value) ?? (isAbove(fewest, value) ? 'maximum-below-minimum' : null),
  column: { title: 'Max. purchase', width: 120 },
  sortedBy: 'itself',
  isFiltered: true,
  inFiles: { product_quantity_maximum_allowed_for_purchase: '' },
  isTranslated: false,
  isInherited: true,
})

const isAbove = (fewest: unknown, most: unknown) =>
  typeof fewest === 'number' && typeof most === 'number' && fewest > most

function purchaseProblem(end: 'minimum' | 'maximum', value: number | null): Fault | null {
  if (value === null) return null
  if (value < 1) return `${end}-below-one`
  return value > mostWhole ? `${end}-too-large` : null
}

function withUnlimited(product: RemoteProduct, value: boolean): RemoteProduct {
  const { quantity: left, ...rest } = product
  if (value) return { ...rest, id: product.id, unlimited: true, inStock: true }
  return { ...product, unlimited: false, quantity: left ?? 0, inStock: (left ?? 0) > 0 }
}
