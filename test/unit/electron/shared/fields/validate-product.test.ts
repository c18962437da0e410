import { describe, expect, it } from 'vitest'
import { newProductFields, type ProductFields } from '../../../../../electron/shared/fields/product-fields'
import { validateProduct } from '../../../../../electron/shared/fields/validate-product'

const mug: ProductFields = { ...newProductFields, name: 'Stoneware mug' }

describe('a product before it is sent', () => {
  it('needs nothing but a name', () => {
    expect(validateProduct(mug)).toEqual({})
    for (const name of ['  ', '\u200b\u00ad\u2060'])
      expect(validateProduct({ ...mug, name })).toEqual({ name: 'Give the product a name.' })
  })

  it.each<[string, Partial<ProductFields>]>([
    ['price', { price: -1 }],
    ['compareToPrice', { compareToPrice: -0.01 }],
    ['costPrice', { costPrice: -1 }],
    ['weight', { weight: -1 }],
    ['quantity', { quantity: 3_000_000_000 }],
    ['warningLimit', { warningLimit: -1 }],
    ['categoryIds', { categoryIds: Array.from({ length: 101 }, (_, index) => index + 1) }],
    ['ribbon.color', { ribbon: { text: 'New', color: 'reddish' } }],
    ['customSlug', { customSlug: 'stone ware' }],
    ['dimensions.width', { dimensions: { length: 1, width: -1, height: 1 } }],
    ['shipping.enabledMethods', { shipping: { ...mug.shipping, type: 'SELECTED_METHODS' } }],
    ['shipping.flatRate', { shipping: { ...mug.shipping, flatRate: -5 } }],
  ])('is told what is wrong with its %s', (field, wrong) => {
    const errors = validateProduct({ ...mug, ...wrong })
    expect(Object.keys(errors)).toEqual([field])
    expect(errors[field]).toMatch(/^[A-Z].*\.$/)
  })

  it('may be oversold, free, and without a compare-to price', () => {
    expect(validateProduct({ ...mug, unlimited: false, quantity: -3, price: 0, compareToPrice: null })).toEqual({})
  })
})
