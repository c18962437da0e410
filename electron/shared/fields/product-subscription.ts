import { choice, flag } from './choice-kinds'
import { anything, field, plain } from './field'
import { listOf } from './list-kind'
import { moneyOrNone, moneyUnlessZero, whole } from './number-kinds'
import { plainField } from './plain-field'
import { part, record } from './record-kinds'

const intervals = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' }

const payments = listOf({
  key: ['recurringIntervalCount', 'recurringInterval'],
  fields: {
    recurringIntervalCount: plainField({
      label: 'Every',
      kind: whole(undefined, 'Enter a whole number.'),
      empty: 1,
      problem: (value) => (value < 1 ? 'interval-below-one' : null),
      isTranslated: false,
    }),
    recurringInterval: plainField({
      label: 'Unit',
      kind: choice({ DAY: 'Days', WEEK: 'Weeks', MONTH: 'Months', YEAR: 'Years' }),
      empty: 'MONTH',
      problem: anything,
      isTranslated: false,
    }),
    subscriptionPriceWithSignUpFee: plainField({
      label: 'First payment',
      kind: moneyOrNone,
      empty: null,
      problem: (value) => (value !== null && value < 0 ? 'first-payment-below-zero' : null),
      isTranslated: false,
    }),
  },
  isOrdered: true,
  named: ({ recurringIntervalCount: count, recurringInterval: unit }) =>
    count === 1 ? `every ${intervals[unit]}` : `every ${count} ${intervals[unit]}s`,
  shown: ({ subscriptionPriceWithSignUpFee: first }, words) =>
    first === null ? '' : `first payment ${moneyOrNone.shown(first, words)}`,
})

const parts = {
  subscriptionAllowed: part('Sold as a subscription', flag, false),
  recurringChargeSettings: part(
    'Paid',
    payments,
    [{ recurringIntervalCount: 1, recurringInterval: 'MONTH' }],
    'The first payment holds a sign-up fee, where you take one: the price and the fee together. Left empty, it is the price.',
  ),
  oneTimePurchaseAllowed: part('Sold once as well', flag, true, 'Shoppers choose between the two.'),
  oneTimePurchasePrice: part('Price when bought once', moneyUnlessZero, 0, 'Left empty, it is the price.'),
}

export const subscriptionSettings = field({
  label: 'Subscription',
  hint: 'Buyers pay the price again and again, without ordering anew.',
  section: 'subscription',
  kind: record(parts, {
    shown({ subscriptionAllowed, recurringChargeSettings, oneTimePurchaseAllowed, oneTimePurchasePrice }, words) {
      if (!subscriptionAllowed) return ''
      const price = moneyUnlessZero.shown(oneTimePurchasePrice, words)
      const once = oneTimePurchaseAllowed ? `or once${price && ` for ${price}`}` : ''
      return [payments.shown(recurringChargeSettings, words), once].filter(Boolean).join(', ')
    },
    counts: {
      recurringChargeSettings: ({ subscriptionAllowed }) => subscriptionAllowed,
      oneTimePurchaseAllowed: ({ subscriptionAllowed }) => subscriptionAllowed,
      oneTimePurchasePrice: ({ subscriptionAllowed, oneTimePurchaseAllowed }) =>
        subscriptionAllowed && oneTimePurchaseAllowed,
    },
    problems: {
      recurringChargeSettings: ({ subscriptionAllowed, recurringChargeSettings }) =>
        subscriptionAllowed && recurringChargeSettings.length === 0 ? 'no-payments' : null,
      oneTimePurchasePrice: ({ oneTimePurchasePrice }) => (oneTimePurchasePrice < 0 ? 'price-once-below-zero' : null),
    },
  }),
  empty: {
    subscriptionAllowed: false,
    recurringChargeSettings: [{ recurringIntervalCount: 1, recurringInterval: 'MONTH' }],
    oneTimePurchaseAllowed: true,
    oneTimePurchasePrice: 0,
  },
  json: plain('subscriptionSettings'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {
    product_subscription_enabled: 'subscriptionAllowed',
    product_subscription_one_time_purchase_enabled: 'oneTimePurchaseAllowed',
    product_subscription_one_time_purchase_price: 'oneTimePurchasePrice',
  },
  isTranslated: false,
  isInherited: true,
})
