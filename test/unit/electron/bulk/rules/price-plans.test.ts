import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planPrice } from '../../../../../electron/bulk/rules/plan-price'
import { planSaleEnd, planSaleStart } from '../../../../../electron/bulk/rules/plan-sale'
import type { ActionOf } from '../../../../../electron/shared/bulk-action'
import type { SaleStart } from '../../../../../electron/shared/price-rule'
import {
  aPricedProduct,
  bulkProduct,
  bulkVariation,
  edited,
  inEuros,
  undone,
  withDecimals,
} from '../../../../support/bulk-products'

type PriceRule = ActionOf<'price'>['rule']

const dearer: PriceRule = {
  field: 'price',
  calculation: { kind: 'percent', of: 'price', percent: 10 },
  rounding: null,
  floor: null,
  ceiling: null,
  variations: true,
}
const sale: SaleStart = {
  calculation: { kind: 'percent', of: 'price', percent: -20 },
  rounding: null,
  floor: null,
  ceiling: null,
  onSale: 'leave',
}
const price = (rule: PriceRule) => ({ kind: 'price', rule }) as const
const start = (some: Partial<SaleStart> = {}) => ({ kind: 'start-sale', sale: { ...sale, ...some } }) as const
const end = { kind: 'end-sale' } as const
const decimals = fc.constantFrom(0, 2, 3)
const priced = decimals.chain((digits) =>
  fc.record({ product: aPricedProduct(digits), context: fc.constant(withDecimals(digits)) }),
)

describe('A price rule', () => {
  const product = bulkProduct({ price: 20, costPrice: 5 }, [bulkVariation(7, { price: 30 }), bulkVariation(8)])

  it('changes the product and the variations with a price of their own; the others keep following', () => {
    const after = edited(product, planPrice(product, price(dearer), inEuros))
    expect(after.fields.price).toBe(22)
    expect(after.variations.map(({ own }) => own)).toEqual([{ price: 33 }, {}])
  })

  it('leaves prices of variations alone where it is told to', () => {
    const edits = planPrice(product, price({ ...dearer, variations: false }), inEuros)
    expect(edits).toEqual([{ variationId: null, field: 'price', before: 20, after: 22 }])
  })

  it('reckons a variation from what it has of its own, and else from its product', () => {
    const margin: PriceRule = { ...dearer, calculation: { kind: 'margin', of: 'costPrice', percent: 50 } }
    expect(edited(product, planPrice(product, price(margin), inEuros)).variations[0]?.own.price).toBe(10)
  })

  it('says of whom it makes nothing why, and changes nothing of it', () => {
    const [edit] = planPrice(
      bulkProduct({ price: 3 }),
      price({ ...dearer, calculation: { kind: 'amount', of: 'price', amount: -5 } }),
      inEuros,
    )
    expect(edit).toEqual({
      variationId: null,
      field: 'price',
      before: 3,
      after: 3,
      reason: { says: 'amount-below-zero' },
    })
  })

  it('applied and undone leaves every amount as it was, to the last digit', () => {
    fc.assert(
      fc.property(priced, ({ product: given, context }) => {
        const edits = planPrice(given, price(dearer), context)
        expect(undone(edited(given, edits), edits)).toEqual(given)
      }),
    )
  })

  it('never gives a variation a price of its own, nor takes one', () => {
    fc.assert(
      fc.property(priced, ({ product: given, context }) => {
        const after = edited(given, planPrice(given, price(dearer), context))
        const owners = (all: typeof given) => all.variations.map(({ own }) => own.price !== undefined)
        expect(owners(after)).toEqual(owners(given))
      }),
    )
  })
})

describe('A sale', () => {
  it('makes the price the compare-to price and asks a lower one', () => {
    const product = bulkProduct({ price: 20 })
    expect(edited(product, planSaleStart(product, start(), inEuros)).fields).toMatchObject({
      price: 16,
      compareToPrice: 20,
    })
  })

  it.each([
    ['leave', 25, 20],
    ['anew', 25, 20],
    ['further', 25, 16],
  ] as const)('meets what is on sale already: %s', (onSale, compareToPrice, now) => {
    const product = bulkProduct({ price: 20, compareToPrice: 25 })
    const after = edited(product, planSaleStart(product, start({ onSale }), inEuros))
    expect(after.fields).toMatchObject({ price: now, compareToPrice })
  })

  it('gives variations with a price of their own a sale of their own', () => {
    const product = bulkProduct({ price: 20 }, [bulkVariation(7, { price: 10 }), bulkVariation(8)])
    const after = edited(product, planSaleStart(product, start(), inEuros))
    expect(after.variations.map(({ own }) => own)).toEqual([{ price: 8, compareToPrice: 10 }, {}])
  })

  it('does not let a variation that takes no part look reduced', () => {
    const product = bulkProduct({ price: 20, costPrice: 1 }, [bulkVariation(7, { price: 10, costPrice: 9 })])
    const floor = { kind: 'percent', of: 'costPrice', percent: 50 } as const
    const edits = planSaleStart(product, start({ floor }), inEuros)
    expect(edited(product, edits).variations[0]?.own).toEqual({ price: 10, compareToPrice: 10, costPrice: 9 })
    expect(edits).toContainEqual(expect.objectContaining({ reason: { says: 'sale-not-below-price' } }))
  })

  it('that would be no reduction is none', () => {
    const product = bulkProduct({ price: 20 })
    const edits = planSaleStart(product, start({ calculation: { kind: 'set', amount: 20 } }), inEuros)
    expect(edits).toEqual([
      expect.objectContaining({ before: 20, after: 20, reason: { says: 'sale-not-below-price' } }),
    ])
  })

  it('ends with the price before it, and without a compare-to price', () => {
    const product = bulkProduct({ price: 16, compareToPrice: 20 })
    expect(edited(product, planSaleEnd(product, end, inEuros)).fields).toMatchObject({
      price: 20,
      compareToPrice: null,
    })
  })

  it('cannot end where there is none', () => {
    const [edit] = planSaleEnd(bulkProduct({ price: 20, compareToPrice: 15 }), end, inEuros)
    expect(edit).toMatchObject({ before: 20, after: 20, reason: { says: 'not-on-sale' } })
  })

  it('does not take the compare-to price of the product for what a variation cost before', () => {
    const product = bulkProduct({ price: 16, compareToPrice: 20 }, [bulkVariation(7, { price: 12 })])
    expect(edited(product, planSaleEnd(product, end, inEuros)).variations[0]?.own).toEqual({ price: 12 })
  })

  it.each(['leave', 'anew', 'further'] as const)(
    'started and undone leaves every amount as it was, to the last digit (%s)',
    (onSale) => {
      fc.assert(
        fc.property(priced, ({ product, context }) => {
          const edits = planSaleStart(product, start({ onSale }), context)
          expect(undone(edited(product, edits), edits)).toEqual(product)
        }),
      )
    },
  )

  it('ended and undone leaves every amount as it was, to the last digit', () => {
    fc.assert(
      fc.property(priced, ({ product, context }) => {
        const edits = planSaleEnd(product, end, context)
        expect(undone(edited(product, edits), edits)).toEqual(product)
      }),
    )
  })

  it('started and ended leaves every amount as it was where nothing was compared before, to the last digit', () => {
    const fresh = priced.map(({ product, context }) => ({
      context,
      product: {
        ...product,
        fields: { ...product.fields, compareToPrice: null },
        variations: product.variations.map(({ own: { compareToPrice: _, ...own }, ...each }) => ({ ...each, own })),
      },
    }))
    fc.assert(
      fc.property(fresh, ({ product, context }) => {
        const onSale = edited(product, planSaleStart(product, start(), context))
        const isAnySale =
          onSale.fields.compareToPrice !== null || onSale.variations.some(({ own }) => own.compareToPrice)
        if (isAnySale) expect(edited(onSale, planSaleEnd(onSale, end, context))).toEqual(product)
      }),
    )
  })

  it('never shows a reduction that is none: whatever is compared, but for what is free, cost that before', () => {
    fc.assert(
      fc.property(priced, ({ product, context }) => {
        const before = { ...product, fields: { ...product.fields, compareToPrice: null } }
        const after = edited(before, planSaleStart(before, start(), context))
        if (after.fields.compareToPrice === null) return
        for (const [at, { own }] of after.variations.entries()) {
          const was = before.variations[at]?.own
          if (was?.compareToPrice !== undefined) continue
          const now = own.price ?? after.fields.price
          const shown = own.compareToPrice ?? after.fields.compareToPrice
          if (shown > now && now > 0) expect(shown).toBe(was?.price ?? before.fields.price)
        }
      }),
    )
  })
})
