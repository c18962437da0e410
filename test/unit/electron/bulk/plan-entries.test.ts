import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proposedEdits } from '../../../../electron/bulk/planners'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { noWords, type StoreWords } from '../../../../electron/shared/fields/kind'
import { newProductFields, type ProductPatch } from '../../../../electron/shared/fields/product-fields'

const attribute = (id: number, name: string, type = 'CUSTOM') => ({ id, name, type, show: 'DESCR' })
const words = {
  ...noWords,
  productTypes: [
    { id: 0, name: '', attributes: [attribute(1, 'Brand', 'BRAND')] },
    { id: 5, name: 'Mugs', attributes: [attribute(51, 'Glaze')] },
    { id: 6, name: 'Bowls', attributes: [attribute(61, 'Glaze')] },
  ],
} as unknown as StoreWords

function planned(now: ProductPatch, action: BulkAction) {
  const product = { id: 1, namedBy: 1001, fields: { ...newProductFields, ...now }, variations: [] }
  const context = { words, draft: null, imported: null, was: null, place: 0, isTaken: () => false }
  return proposedEdits(product, action, context)
}
const after = (now: ProductPatch, action: BulkAction) => planned(now, action)[0]?.after
const tier = (quantity: number, price: number) => ({ quantity, price })
const related = (...ids: number[]) => ids.map((productId) => ({ productId }))
const byMethods = {
  type: 'SELECTED_METHODS' as const,
  enabledMethods: ['a'],
  disabledMethods: ['b'],
  flatRate: 0,
  methodMarkup: 2,
}
const taxed = { taxable: true, enabledManualTaxes: [1, 2], taxClassCode: 'books' }

it('adds products to those that it is related to, each once, behind the others, and never itself', () => {
  const action = { kind: 'add', fields: { relatedProducts: related(7, 1001, 3) } } as const
  expect(after({ relatedProducts: related(1, 3) }, action)).toEqual(related(1, 3, 7))
})

it('adds a wholesale price in the order of quantities, and gives one that is there its new price', () => {
  const action = { kind: 'add', fields: { wholesalePrices: [tier(10, 8), tier(5, 9)] } } as const
  expect(after({ wholesalePrices: [tier(5, 9.5), tier(100, 5)] }, action)).toEqual([
    tier(5, 9),
    tier(10, 8),
    tier(100, 5),
  ])
})

it('takes a wholesale price away by its quantity, whatever it is', () => {
  const action = { kind: 'remove', fields: { wholesalePrices: [{ quantity: 10 }] } } as const
  expect(after({ wholesalePrices: [tier(5, 9), tier(10, 8)] }, action)).toEqual([tier(5, 9)])
})

it('adds a tax and takes one away, and leaves the rest of what is said of taxes', () => {
  const said = (...enabledManualTaxes: number[]) => ({ tax: { ...newProductFields.tax, enabledManualTaxes } })
  expect(after({ tax: taxed }, { kind: 'add', fields: said(3, 2) })).toEqual({
    ...taxed,
    enabledManualTaxes: [1, 2, 3],
  })
  expect(after({ tax: taxed }, { kind: 'remove', fields: said(1, 9) })).toEqual({ ...taxed, enabledManualTaxes: [2] })
})

it('adds a shipping method, which is left out no longer, where the product names its methods', () => {
  const action: BulkAction = {
    kind: 'add',
    fields: { shipping: { ...newProductFields.shipping, enabledMethods: ['b', 'c'] } },
  }
  expect(after({ shipping: byMethods }, action)).toEqual({
    ...byMethods,
    enabledMethods: ['a', 'b', 'c'],
    disabledMethods: [],
  })
  const free = { ...byMethods, type: 'FREE_SHIPPING' as const }
  expect(after({ shipping: free }, action)).toEqual(free)
})

it('leaves the shipping of a product alone that says which methods are left out', () => {
  const allBut = { ...byMethods, enabledMethods: [], disabledMethods: ['x'] }
  const fields = { shipping: { ...newProductFields.shipping, enabledMethods: ['c'] } }
  expect(after({ shipping: allBut }, { kind: 'add', fields })).toEqual(allBut)
})

it('adds an amount that is chosen at first from then on, and leaves one that is there as it is chosen', () => {
  const amount = (value: number, isDefault: boolean) => ({ value, isDefault })
  const now = { customPriceTiers: [amount(5, true), amount(10, false)] }
  const adding = (...customPriceTiers: { value: number; isDefault?: boolean }[]): BulkAction => ({
    kind: 'add',
    fields: { customPriceTiers },
  })
  expect(after(now, adding(amount(20, true)))).toEqual([amount(5, false), amount(10, false), amount(20, true)])
  expect(after(now, adding({ value: 5 }))).toEqual(now.customPriceTiers)
})

it('adds how a subscription is paid, and nothing to a product that is none', () => {
  const monthly = { recurringIntervalCount: 1, recurringInterval: 'MONTH' }
  const yearly = { recurringIntervalCount: 1, recurringInterval: 'YEAR' }
  const sold = {
    ...newProductFields.subscriptionSettings,
    subscriptionAllowed: true,
    recurringChargeSettings: [monthly],
  }
  const fields = {
    subscriptionSettings: { ...newProductFields.subscriptionSettings, recurringChargeSettings: [yearly] },
  }
  expect(after({ subscriptionSettings: sold }, { kind: 'add', fields })).toMatchObject({
    recurringChargeSettings: [monthly, yearly],
  })
  const once = newProductFields.subscriptionSettings
  expect(after({ subscriptionSettings: once }, { kind: 'add', fields })).toEqual(once)
})

it('sets an attribute by its name, each product that of its own type, and says where there is none', () => {
  const glazed = { kind: 'set-attribute', name: 'glaze', value: 'Matt' } as const
  expect(after({ productClassId: 5, attributes: { 1: 'Ox' } }, glazed)).toEqual({ 1: 'Ox', 51: 'Matt' })
  expect(after({ productClassId: 6, attributes: {} }, glazed)).toEqual({ 61: 'Matt' })
  expect(planned({ attributes: { 1: 'Ox' } }, glazed)).toMatchObject([
    { reason: { says: 'no-attribute', name: 'glaze' } },
  ])
  expect(planned({ attributes: { 1: 'Ox' } }, { ...glazed, value: '' })).toMatchObject([{ reason: null }])
  const branded = { kind: 'set-attribute', name: 'Brand', value: 'Elm' } as const
  expect(after({ productClassId: 5, attributes: { 51: 'Matt' } }, branded)).toEqual({ 1: 'Elm', 51: 'Matt' })
})

it('leaves what it was before, when what is added, and was not there, is taken away again', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 8 })
  fc.assert(
    fc.property(ids, ids, (now, more) => {
      const added = more.filter((id) => !now.includes(id))
      const each = [
        { field: 'relatedProducts', of: related },
        {
          field: 'wholesalePrices',
          of: (...all: number[]) => all.map((at) => tier(at, 1)).toSorted((a, b) => a.quantity - b.quantity),
        },
        { field: 'tax', of: (...all: number[]) => ({ ...taxed, enabledManualTaxes: all }) },
      ] as const
      for (const { field, of } of each) {
        const before = { [field]: of(...now) }
        const fields = { [field]: of(...added) }
        const grown = { [field]: after(before, { kind: 'add', fields }) }
        expect(after(grown, { kind: 'remove', fields })).toEqual(before[field])
      }
    }),
  )
})
