import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planStock } from '../../../../../electron/bulk/rules/plan-stock'
import type { ActionOf } from '../../../../../electron/shared/bulk-action'
import { bulkProduct, bulkVariation, edited, inEuros, undone } from '../../../../support/bulk-products'

type StockRule = ActionOf<'stock'>['rule']
const product = bulkProduct({ sku: 'TEE', unlimited: false, quantity: 4 }, [
  bulkVariation(1, { sku: 'TEE-S', unlimited: false, quantity: 2 }),
  bulkVariation(2),
])
const stock = (rule: Partial<StockRule>, of = product) =>
  planStock(
    of,
    { kind: 'stock', rule: { by: 'add', amount: 3, variations: true, countUnlimited: false, ...rule } },
    inEuros,
  )
const afterwards = (rule: Partial<StockRule>) =>
  stock(rule).map(({ variationId, after, reason }) => [variationId, reason ?? after])

describe('Stock of many products', () => {
  it('is added to, taken from and set, with variations that have their own; the others share that of their product', () => {
    expect(afterwards({})).toEqual([
      [null, 7],
      [1, 5],
    ])
    expect(afterwards({ by: 'subtract', amount: 2, variations: false })).toEqual([[null, 2]])
    expect(afterwards({ by: 'set', amount: 9 })).toEqual([
      [null, 9],
      [1, 9],
    ])
  })

  it('goes to whom a line of the list names, whatever the case of its SKU; others stay as they are', () => {
    expect(afterwards({ amount: [{ sku: ' tee-s ', amount: 10 }], variations: false })).toEqual([[1, 12]])
    expect(stock({ amount: [{ sku: 'CUP', amount: 10 }] })).toEqual([])
  })

  it('is not taken below zero, and says so', () => {
    expect(afterwards({ by: 'subtract', amount: 3 })).toEqual([
      [null, 1],
      [1, { says: 'only-in-stock', count: 2 }],
    ])
  })

  it('that is unlimited is left alone, or counted from now on where a number is set', () => {
    const unlimited = bulkProduct({ unlimited: true })
    expect(stock({}, unlimited)).toMatchObject([{ before: 0, after: 0, reason: { says: 'stock-unlimited' } }])
    expect(stock({ by: 'set', countUnlimited: true }, unlimited)).toEqual([
      { variationId: null, field: 'unlimited', before: true, after: false },
      { variationId: null, field: 'quantity', before: 0, after: 3 },
    ])
  })

  it('changed and undone is as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.constantFrom('add', 'subtract', 'set'), (amount, by) => {
        const edits = stock({ by, amount })
        expect(undone(edited(product, edits), edits)).toEqual(product)
      }),
    )
  })
})
