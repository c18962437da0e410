import { describe, expect, it } from 'vitest'
import { priceHints } from '../../../../../renderer/features/product/price-hints'

const prices = { price: 15, compareToPrice: 20, costPrice: 6 }
const silent = { compareToPrice: 'The former price, struck through.', costPrice: 'Shoppers never see it.' }

describe('the words under the prices', () => {
  it('say the discount and the margin', () => {
    expect(priceHints(prices, {})).toEqual({ compareToPrice: 'Shown as 25 % off.', costPrice: 'Margin 60 %' })
    expect(priceHints({ ...prices, compareToPrice: 15 }, {}).compareToPrice).toContain('no discount')
    expect(priceHints({ price: 15, compareToPrice: null, costPrice: 0 }, {})).toEqual(silent)
  })

  it('reckon with no price while the one typed is not understood', () => {
    expect(priceHints(prices, { price: '1,500' })).toEqual(silent)
    expect(priceHints(prices, { compareToPrice: 'x' })).toEqual({ ...silent, costPrice: 'Margin 60 %' })
    expect(priceHints(prices, { costPrice: 'x' })).toEqual({ ...silent, compareToPrice: 'Shown as 25 % off.' })
  })
})
