import { describe, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ownProblems } from '../../../../../electron/shared/fields/own-problems'

const product = { ...newProductFields, sku: 'MUG', price: 14.5, minPurchaseQuantity: 2, maxPurchaseQuantity: 10 }
const tier = (price: number) => ({ wholesalePrices: [{ quantity: 5, price }] })
const tooDear = { 'wholesalePrices.0.price': 'A wholesale price must not be above the price of the product.' }

describe('what is wrong with values of a variation', () => {
  it('is judged beside its own price, or that of its product where it has none', () => {
    expect(ownProblems(tier(20), { price: 27 }, product)).toEqual({})
    expect(ownProblems({ ...tier(20), price: 27 }, {}, product)).toEqual({})
    expect(ownProblems(tier(12), { price: 9 }, product)).toEqual(tooDear)
    expect(ownProblems(tier(20), {}, product)).toEqual(tooDear)
    expect(ownProblems({ ...tier(20), price: null }, { price: 27 }, product)).toEqual(tooDear)
  })

  it('is judged beside its own purchase limits', () => {
    expect(ownProblems({ minPurchaseQuantity: 20 }, { maxPurchaseQuantity: 30 }, product)).toEqual({})
    expect(ownProblems({ minPurchaseQuantity: 20 }, {}, product)).not.toEqual({})
  })
})
