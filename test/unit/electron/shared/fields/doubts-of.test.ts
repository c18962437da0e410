import { describe, expect, it } from 'vitest'
import { doubtAbout, doubtsRaisedBy } from '../../../../../electron/shared/fields/doubts-of'
import { newProductFields, type ProductPatch } from '../../../../../electron/shared/fields/product-fields'

const tiers = (...all: [number, number][]) => all.map(([quantity, price]) => ({ quantity, price }))
const mug = (fields: ProductPatch) => ({ ...newProductFields, price: 10, ...fields })

describe('looked at twice is', () => {
  it('a compare-to price that is not above the price, where there is one', () => {
    expect(doubtAbout('compareToPrice', mug({ compareToPrice: 12 }))).toBeNull()
    expect(doubtAbout('compareToPrice', mug({ compareToPrice: 10 }))).toBe('compare-to-not-above-price')
    expect(doubtAbout('compareToPrice', mug({ compareToPrice: null }))).toBeNull()
    expect(doubtAbout('compareToPrice', mug({ compareToPrice: 0 }))).toBeNull()
  })

  it('a cost price above the price', () => {
    expect(doubtAbout('costPrice', mug({ costPrice: 10 }))).toBeNull()
    expect(doubtAbout('costPrice', mug({ costPrice: 10.01 }))).toBe('price-below-cost')
  })

  it('a price that is not above each wholesale price, at both', () => {
    expect(doubtAbout('price', mug({ wholesalePrices: tiers([5, 9]) }))).toBeNull()
    expect(doubtAbout('price', mug({ wholesalePrices: tiers([5, 9], [20, 11]) }))).toBe('tier-not-below-price')
    expect(doubtAbout('wholesalePrices', mug({ wholesalePrices: tiers([5, 10]) }))).toBe('tier-not-below-price')
  })

  it('a wholesale price that does not fall with the quantity, in whichever order it is typed', () => {
    expect(doubtAbout('wholesalePrices', mug({ wholesalePrices: tiers([20, 8], [5, 9]) }))).toBeNull()
    expect(doubtAbout('wholesalePrices', mug({ wholesalePrices: tiers([20, 9], [5, 8]) }))).toBe('tiers-not-falling')
    expect(doubtAbout('wholesalePrices', mug({ wholesalePrices: tiers([5, 8], [20, 8]) }))).toBe('tiers-not-falling')
  })

  it('no line of which something is still missing', () => {
    const unfinished = [...tiers([5, 9]), { quantity: 20, price: null }]
    expect(doubtAbout('wholesalePrices', mug({ wholesalePrices: unfinished }))).toBeNull()
  })
})

it('an edited price raises what stands at other fields as well, each once', () => {
  const fields = mug({ price: 5, compareToPrice: 4, costPrice: 6, wholesalePrices: tiers([5, 9]) })
  expect(doubtsRaisedBy('price', fields).toSorted()).toEqual([
    'compare-to-not-above-price',
    'price-below-cost',
    'tier-not-below-price',
  ])
  expect(doubtsRaisedBy('name', fields)).toEqual([])
})
