import { describe, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import {
  fieldsOfList,
  productLists,
  readEntry,
  type ProductList,
} from '../../../../../electron/shared/fields/product-lists'
import { ownValues } from '../../../../../electron/shared/fields/variation-fields'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const lists = Object.keys(productLists) as ProductList[]

describe.each(lists)('an entry of %s', (list) => {
  it('has a value of each field’s kind, whatever the store leaves out or sends oddly', () => {
    for (const odd of [{}, { name: 7, type: null, quantity: 'x', price: [], size: {}, required: 'no' }]) {
      const values = new Map<string, unknown>(Object.entries(readEntry(list, odd)))
      for (const [name, { kind, empty }] of fieldsOfList(list)) {
        expect(values.get(name)).toEqual(empty)
        expect(kind.shown(values.get(name), words)).not.toMatch(/undefined|NaN/)
      }
    }
  })

  it('is told from the others by one of its fields', () => {
    expect(fieldsOfList(list).map(([name]) => name)).toContain(productLists[list].key)
  })
})

it('options, tiers and files are shown in words', () => {
  const shown = (list: ProductList, raw: Record<string, unknown>) => {
    const values = new Map<string, unknown>(Object.entries(readEntry(list, raw)))
    return fieldsOfList(list).map(([name, { kind }]) => kind.shown(values.get(name), words))
  }
  expect(shown('options', { name: 'Size', type: 'SIZE', required: true })).toEqual(['Size', 'Size buttons', 'Yes'])
  expect(shown('options', { name: 'Odd', type: 'MADE_UP_LATER' })).toEqual(['Odd', 'MADE_UP_LATER', 'No'])
  expect(shown('wholesalePrices', { quantity: 10, price: 7.5 })).toEqual(['10', '7,50 €'])
  expect(shown('files', { name: 'Guide.pdf', size: 204_800 })).toEqual(['Guide.pdf', '200 KB'])
})

describe('a variation', () => {
  it('has of its own what it says, and the rest is its product’s', () => {
    expect(ownValues({ id: 1, sku: 'M-1', price: 12, quantity: 0, minPurchaseQuantity: 2 })).toEqual({
      sku: 'M-1',
      price: 12,
      quantity: 0,
      minPurchaseQuantity: 2,
      unlimited: false,
    })
    expect(ownValues({ id: 1, sku: '', name: 'No field of a variation' })).toEqual({ unlimited: false })
  })

  it('with an SKU and no number has no limit of stock', () => {
    expect(ownValues({ id: 1, sku: 'M-1' }).unlimited).toBe(true)
    expect(ownValues({ id: 1, sku: 'M-1', unlimited: false }).unlimited).toBe(false)
  })
})
