import { formatExactMoney } from '../numbers/money'
import { formatDimensions } from '../numbers/weight'
import { choice, flag } from './choice-kinds'
import type { Fault } from './fault'
import { anything, field, plain, zeroForNone } from './field'
import { length, money, volumeOrNone, weightOrNone } from './number-kinds'
import { part, record } from './record-kinds'
import { shippingMethods, taxes } from './reference-kinds'
import { text } from './text-kinds'

/** In the store's weight unit; null: not set. */
export const weight = field({
  label: 'Weight',
  section: 'product',
  kind: weightOrNone,
  empty: null,
  json: zeroForNone('weight'),
  problem: (value) => ((value ?? 0) < 0 ? 'weight-below-zero' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_weight: '' },
  isTranslated: false,
  isInherited: true,
})

export const isShippingRequired = field({
  label: 'Requires shipping',
  section: 'shipping',
  kind: flag,
  empty: true,
  json: plain('isShippingRequired'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_is_shipping_required: '' },
  isTranslated: false,
  isInherited: true,
})

const sides = {
  length: part('Length', length, 0),
  width: part('Width', length, 0),
  height: part('Height', length, 0),
}

const belowZero = (value: number, fault: Fault) => (value < 0 ? fault : null)

export const dimensions = field({
  label: 'Dimensions',
  section: 'shipping',
  kind: record(sides, {
    shown(value, { profile }) {
      const all = [value.length, value.width, value.height]
      return all.some(Boolean) ? formatDimensions(all, profile) : ''
    },
    problems: {
      length: (value) => belowZero(value.length, 'length-below-zero'),
      width: ({ width }) => belowZero(width, 'width-below-zero'),
      height: ({ height }) => belowZero(height, 'height-below-zero'),
    },
  }),
  empty: { length: 0, width: 0, height: 0 },
  json: plain('dimensions'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_length: 'length', product_width: 'width', product_height: 'height' },
  isTranslated: false,
  isInherited: true,
})

/** In the store's unit of volumes; null: not set. Of a variation the store says 0 where it says nothing. */
export const volume = field({
  label: 'Volume',
  hint: 'What one of it holds or takes up. Left empty, none is said.',
  section: 'shipping',
  kind: volumeOrNone,
  empty: null,
  json: zeroForNone('volume'),
  problem: (value) => belowZero(value ?? 0, 'volume-below-zero'),
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

const rules = choice({
  GLOBAL_METHODS: 'All shipping methods of the store',
  SELECTED_METHODS: 'Only chosen shipping methods',
  FLAT_RATE: 'A flat rate per item',
  FREE_SHIPPING: 'Free shipping',
})

const shippingParts = {
  type: part('Shipping rule', rules, 'GLOBAL_METHODS'),
  enabledMethods: part('Shipping methods', shippingMethods, []),
  disabledMethods: part('Shipping methods left out', shippingMethods, []),
  flatRate: part('Flat rate', money(0), 0),
  methodMarkup: part('Added to the rate', money(0), 0, 'Per item, on top of the method’s rate.'),
}

export const shipping = field({
  label: 'Shipping rule',
  section: 'shipping',
  kind: record(shippingParts, {
    shown({ type, methodMarkup, flatRate, enabledMethods }, words) {
      const markup = methodMarkup ? `, plus ${formatExactMoney(methodMarkup, words.profile)}` : ''
      if (type === 'FREE_SHIPPING') return 'Free shipping'
      if (type === 'FLAT_RATE') return `Flat rate ${formatExactMoney(flatRate, words.profile)}`
      if (type === 'GLOBAL_METHODS') return `All methods${markup}`
      return `Selected methods: ${shippingMethods.shown(enabledMethods, words) || 'none'}${markup}`
    },
    counts: {
      enabledMethods: ({ type }) => type === 'SELECTED_METHODS',
      disabledMethods: ({ type, disabledMethods }) => type === 'SELECTED_METHODS' && disabledMethods.length > 0,
      flatRate: ({ type }) => type === 'FLAT_RATE',
      methodMarkup: ({ type }) => type === 'GLOBAL_METHODS' || type === 'SELECTED_METHODS',
    },
    problems: {
      enabledMethods({ type, enabledMethods, disabledMethods }) {
        const hasNoMethod = enabledMethods.length === 0 && disabledMethods.length === 0
        const isUnfinished = type === 'SELECTED_METHODS' && hasNoMethod
        return isUnfinished ? 'no-shipping-method' : null
      },
      flatRate: ({ flatRate }) => belowZero(flatRate, 'flat-rate-below-zero'),
    },
    settled: {
      enabledMethods(value) {
        const isLeft = (id: string) => !value.enabledMethods.includes(id)
        return { ...value, disabledMethods: value.disabledMethods.filter(isLeft) }
      },
      disabledMethods(value) {
        const isLeft = (id: string) => !value.disabledMethods.includes(id)
        return { ...value, enabledMethods: value.enabledMethods.filter(isLeft) }
      },
    },
  }),
  empty: { type: 'GLOBAL_METHODS', enabledMethods: [], disabledMethods: [], flatRate: 0, methodMarkup: 0 },
  json: plain('shipping'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {
    product_shipping_type: 'type',
    product_shipping_method_markup: 'methodMarkup',
    product_shipping_fixed_rate: 'flatRate',
  },
  isTranslated: false,
  isInherited: false,
})

const taxParts = {
  taxable: part('Taxable', flag, true),
  enabledManualTaxes: part('Taxes', taxes, []),
  taxClassCode: part('Tax class code', text, 'default', 'Used by automatic taxes; “default” fits most products.'),
}

export const tax = field({
  label: 'Taxes',
  section: 'tax',
  kind: record(taxParts, {
    shown({ taxable, enabledManualTaxes, taxClassCode }, words) {
      if (!taxable) return 'Not taxable'
      const taxClass = taxClassCode === 'default' ? '' : taxClassCode ? `class ${taxClassCode}` : 'no class'
      return ['Taxable', taxes.shown(enabledManualTaxes, words), taxClass].filter(Boolean).join(', ')
    },
    counts: { enabledManualTaxes: ({ taxable }) => taxable },
  }),
  empty: { taxable: true, enabledManualTaxes: [], taxClassCode: 'default' },
  json: plain('tax'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_taxable: 'taxable', product_tax_class_code: 'taxClassCode' },
  isTranslated: false,
  isInherited: false,
})
