import { describe, expect, it } from 'vitest'
import { mergeField } from '../../../../../electron/changes/merge'
import { noWords, type Entry } from '../../../../../electron/shared/fields/kind'
import {
  layField,
  newProductFields,
  readField,
  writeFields,
  type ProductFields,
} from '../../../../../electron/shared/fields/product-fields'
import { shownApart, shownField } from '../../../../../electron/shared/fields/shown'
import { validateProduct } from '../../../../../electron/shared/fields/validate-product'
import { remoteProductSchema } from '../../../../../electron/shared/remote-product'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const problems = (wrong: Partial<ProductFields>) => validateProduct({ ...newProductFields, name: 'Mug', ...wrong })

it('a minimum above the maximum is said at both, whichever was edited', () => {
  expect(problems({ minPurchaseQuantity: 6, maxPurchaseQuantity: 5 })).toEqual({
    minPurchaseQuantity: 'The minimum is above the maximum purchase quantity.',
    maxPurchaseQuantity: 'The maximum is below the minimum purchase quantity.',
  })
  expect(problems({ minPurchaseQuantity: 5, maxPurchaseQuantity: 5 })).toEqual({})
  expect(problems({ minPurchaseQuantity: 6, maxPurchaseQuantity: null })).toEqual({})
})

describe('suggested amounts', () => {
  const [five, ten, twenty] = [5, 10, 20].map((value) => ({ value }))
  const stored = remoteProductSchema.parse({ id: 1, customPriceTiers: [five, ten], priceDefaultTier: 1 })

  it('say themselves which is chosen at first, and go back as Ecwid keeps them', () => {
    const read = readField(stored, 'customPriceTiers')
    expect(read).toEqual([
      { value: 5, isDefault: false },
      { value: 10, isDefault: true },
    ])
    expect(layField(stored, 'customPriceTiers', read)).toEqual(stored)
    const moved = [{ value: 10, isDefault: true }, { value: 5 }, { value: 20 }]
    expect(writeFields({ customPriceTiers: moved })).toEqual({
      customPriceTiers: [ten, five, twenty],
      priceDefaultTier: 0,
    })
  })

  it('stay chosen when somebody else puts one before them', () => {
    const before = readField(stored, 'customPriceTiers') as Entry[]
    const mine = [...before, { value: 20, isDefault: false }]
    const theirs = [{ value: 1, isDefault: false }, ...before]
    const merge = mergeField('customPriceTiers', before, mine, theirs)
    const sent = merge.outcome === 'send' ? (merge.value as Entry[]) : []
    expect(writeFields({ customPriceTiers: sent })).toEqual({
      customPriceTiers: [{ value: 1 }, five, ten, twenty],
      priceDefaultTier: 2,
    })
  })

  it('are above zero', () => {
    expect(problems({ customPriceTiers: [{ value: 0 }, {}] })).toEqual({
      'customPriceTiers.0.value': 'An amount is above zero.',
      'customPriceTiers.1.value': 'Enter an amount.',
    })
  })
})

describe('a subscription', () => {
  const monthly = { recurringInterval: 'MONTH', recurringIntervalCount: 1 }
  const weekly = { recurringInterval: 'WEEK', recurringIntervalCount: 2, subscriptionPriceWithSignUpFee: 30 }
  const settings = { ...newProductFields.subscriptionSettings, subscriptionAllowed: true }

  it('is shown in words, and in a diff part by part', () => {
    const value = { ...settings, recurringChargeSettings: [monthly, weekly], oneTimePurchasePrice: 12 }
    expect(shownField('subscriptionSettings', value, words)).toBe(
      'every month, every 2 weeks: first payment 30,00 €, or once for 12,00 €',
    )
    expect(shownField('subscriptionSettings', newProductFields.subscriptionSettings, words)).toBe('')
    expect(shownApart('subscriptionSettings', value, words)?.map(({ label, text }) => [label, text])).toEqual([
      ['Subscription: Sold as a subscription', 'Yes'],
      ['Subscription: Paid, every month', 'Yes'],
      ['Subscription: Paid, every 2 weeks', 'first payment 30,00 €'],
      ['Subscription: Sold once as well', 'Yes'],
      ['Subscription: Price when bought once', '12,00 €'],
    ])
  })

  it('keeps what two people add to it, and what the store derives', () => {
    const stored = remoteProductSchema.parse({
      id: 1,
      subscriptionSettings: { ...settings, recurringChargeSettings: [{ ...monthly, signUpFee: 0 }], derived: 1 },
    })
    const before = readField(stored, 'subscriptionSettings') as typeof settings
    const withMine = [...before.recurringChargeSettings, weekly]
    const mine = { ...before, recurringChargeSettings: withMine }
    const theirs = { ...before, oneTimePurchaseAllowed: false }
    expect(mergeField('subscriptionSettings', before, mine, theirs)).toEqual({
      outcome: 'send',
      value: { ...mine, oneTimePurchaseAllowed: false },
    })
    expect(layField(stored, 'subscriptionSettings', mine).subscriptionSettings).toMatchObject({
      derived: 1,
      recurringChargeSettings: [{ signUpFee: 0 }, weekly],
    })
  })

  it('says how often it is paid, in counts of 1 or more', () => {
    const path = 'subscriptionSettings.recurringChargeSettings'
    expect(problems({ subscriptionSettings: { ...settings, recurringChargeSettings: [] } })).toEqual({
      [path]: 'Add how often it is paid.',
    })
    const wrong = [{ recurringIntervalCount: 0 }, monthly, { recurringIntervalCount: 1 }]
    expect(problems({ subscriptionSettings: { ...settings, recurringChargeSettings: wrong } })).toEqual({
      [`${path}.0.recurringIntervalCount`]: 'Enter 1 or more.',
      [`${path}.2.recurringIntervalCount`]: 'Another line has the same. Change or remove one of them.',
    })
  })
})

describe('several values that Ecwid keeps together', () => {
  const days = { ...newProductFields.shippingPreparationTime, shippingPreparationTimeForInStockItemDays: '2-4' }

  it('are sent without those that neither side has', () => {
    expect(writeFields({ shippingPreparationTime: days }, { id: 1, shippingPreparationTime: {} })).toEqual({
      shippingPreparationTime: { shippingPreparationTimeForInStockItemDays: '2-4' },
    })
  })

  it('are emptied where the store has one', () => {
    const there = { pickupPreparationTimeForInStockItemInMinutes: 30, somethingNew: 1 }
    const product = { id: 1, shippingPreparationTime: there }
    expect(writeFields({ shippingPreparationTime: days }, product)).toEqual({
      shippingPreparationTime: {
        shippingPreparationTimeForInStockItemDays: '2-4',
        pickupPreparationTimeForInStockItemInMinutes: 0,
      },
    })
    expect(layField(product, 'shippingPreparationTime', days).shippingPreparationTime).toMatchObject({
      somethingNew: 1,
    })
  })
})
