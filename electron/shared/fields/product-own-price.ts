import { flag } from './choice-kinds'
import type { Fault } from './fault'
import { anything, field, plain } from './field'
import type { Entry } from './kind'
import { listOf } from './list-kind'
import { moneyOrNone } from './number-kinds'
import { plainField } from './plain-field'

/** Pay what you want: shoppers choose the amount themselves. */
export const nameYourPriceEnabled = field({
  label: 'Shoppers choose the amount',
  hint: 'For donations and the like: whoever buys it says what it is worth to them.',
  section: 'nameYourPrice',
  kind: flag,
  empty: false,
  json: plain('nameYourPriceEnabled'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_custom_price_enabled: '' },
  isTranslated: false,
  isInherited: false,
})

const amounts = listOf({
  key: 'value',
  fields: {
    value: plainField({
      label: 'Amount',
      kind: moneyOrNone,
      empty: null,
      problem: amountProblem,
      isTranslated: false,
    }),
    isDefault: plainField({
      label: 'Chosen at first',
      kind: flag,
      empty: false,
      problem: anything,
      isTranslated: false,
    }),
  },
  isOrdered: true,
  shown: ({ isDefault }) => (isDefault ? 'chosen at first' : ''),
  settled: (entries, at) =>
    entries[at]?.isDefault === true ? entries.map((entry, place) => ({ ...entry, isDefault: place === at })) : entries,
})

/** Ecwid keeps beside the amounts the place of the one that is chosen at first; here the amount itself says so. */
export const customPriceTiers = field({
  label: 'Suggested amounts',
  hint: 'Shoppers choose one of these, or write another.',
  section: 'nameYourPrice',
  kind: { ...amounts, isSame: (a, b) => amounts.isSame(withOneDefault(a), withOneDefault(b)) },
  empty: [],
  json: {
    get: ({ customPriceTiers: tiers, priceDefaultTier }) =>
      (amounts.read(tiers) ?? []).map((tier, place) => ({ ...tier, isDefault: place === (priceDefaultTier ?? 0) })),
    lay: (product, tiers) => ({ ...product, ...body(tiers) }),
    body,
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

function amountProblem(value: number | null): Fault | null {
  if (value === null) return 'no-amount'
  return value > 0 ? null : 'amount-not-above-zero'
}

/** Without one that is chosen, it is the first. */
const defaultOf = (tiers: readonly Entry[]): number =>
  Math.max(
    0,
    tiers.findIndex(({ isDefault }) => isDefault === true),
  )

function body(tiers: readonly Entry[]): Record<string, unknown> {
  return {
    customPriceTiers: tiers.map(({ isDefault: _, ...tier }) => tier),
    priceDefaultTier: defaultOf(tiers),
  }
}

function withOneDefault(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const tiers = value as Entry[]
  const chosen = defaultOf(tiers)
  return tiers.map((tier, place) => ({ ...tier, isDefault: place === chosen }))
}
