import { describe, expect, it } from 'vitest'
import { seedCatalogue } from '../../../../electron/demo-store/catalogue-seed/seed-catalogue'
import { upcId } from '../../../../electron/demo-store/catalogue-seed/class-seed'
import { drawPicture } from '../../../../electron/demo-store/drawings/draw-picture'

const catalogue = seedCatalogue({ storeId: 1003, products: 200, seed: 1 })
const products = [...catalogue.products.values()]

describe('the seeded shop', () => {
  it('gives every product and variation a SKU of its own', () => {
    const skus = products.flatMap(({ values, combinations }) => [
      values.sku,
      ...combinations.map((each) => String(each.values.sku)),
    ])
    expect(new Set(skus).size).toBe(skus.length)
  })

  it('has valid check digits in every UPC', () => {
    const codes = products.flatMap(({ values, combinations }) =>
      [...values.attributes, ...combinations.flatMap((each) => each.attributes)]
        .filter(({ id }) => id === upcId)
        .map(({ value }) => value),
    )
    expect(codes.length).toBeGreaterThan(200)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      expect(code).toMatch(/^\d{13}$/)
      const sum = code.split('').reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
      expect(sum % 10).toBe(0)
    }
  })

  it('has all kinds of stock, visibility and pictures among the first sixty', () => {
    const drawn = products.slice(0, 60)
    const count = (test: (product: (typeof products)[number]) => boolean) => drawn.filter(test).length
    expect(count(({ values }) => values.unlimited)).toBeGreaterThan(3)
    expect(count(({ values }) => !values.unlimited && values.quantity === 0)).toBeGreaterThan(2)
    expect(count(({ values }) => !values.enabled)).toBeGreaterThan(2)
    expect(count(({ images }) => images.length === 0)).toBeGreaterThan(1)
    expect(count(({ images }) => images.length === 4)).toBeGreaterThan(3)
    expect(count(({ combinations }) => combinations.length > 0)).toBeGreaterThan(4)
    expect(count(({ values }) => values.compareToPrice !== undefined)).toBeGreaterThan(5)
  })

  it('has a product list for its categories that agrees with the products', () => {
    for (const { id, productIds } of catalogue.categories.values()) {
      expect(productIds).toEqual(
        products.filter(({ values }) => values.categoryIds.includes(id)).map((each) => each.id),
      )
    }
  })

  it('draws every picture without a hole', () => {
    for (const source of catalogue.pictures.values()) {
      if (source.kind !== 'drawn') throw new Error('A seed has no uploads')
      expect(drawPicture(source)).not.toMatch(/undefined|NaN/)
    }
  })
})
