import { describe, expect, it } from 'vitest'
import { copiedVariations, goWithProduct } from '../../../../electron/changes/copied-variations'
import { variationsApart } from '../../../../electron/changes/variations-apart'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'

const product = (...combinations: Record<string, unknown>[]) =>
  remoteProductSchema.parse({
    id: 1,
    sku: 'MUG',
    combinations: combinations.map((each, at) => ({ id: 90 + at, combinationNumber: at + 1, ...each })),
  })
const red = { options: [{ name: 'Color', nameTranslated: { en: 'Color' }, value: 'Red' }] }

describe('the variations of a copy', () => {
  it('are named by their options, and carry no id, number, reference or picture', () => {
    const variation = { ...red, price: 3, externalReferenceId: 'x', imageUrl: 'https://p/1', defaultDisplayedPrice: 3 }
    expect(copiedVariations(product(variation), true)).toEqual([
      { options: [{ name: 'Color', value: 'Red' }], price: 3 },
    ])
  })

  it('keep SKU and stock of their own, tracked or not', () => {
    const [tracked, free] = copiedVariations(
      product({ sku: 'MUG-R', quantity: 0, unlimited: false, warningLimit: 1 }, { sku: 'MUG-B', unlimited: true }),
      true,
    )
    expect(tracked).toEqual({ options: [], sku: 'MUG-R', quantity: 0, unlimited: false, warningLimit: 1 })
    expect(free).toEqual({ options: [], sku: 'MUG-B', unlimited: true })
  })

  it('share the stock of the product where they share its SKU or have none', () => {
    const shared = { sku: 'MUG', quantity: 7, unlimited: false }
    expect(copiedVariations(product(shared, { quantity: 7 }), true)).toEqual([{ options: [] }, { options: [] }])
    expect(copiedVariations(product({ sku: 'MUG-R', quantity: 7 }), false)).toEqual([{ options: [] }])
  })

  it('carry the values of their attributes by id', () => {
    const attributes = [
      { id: 5, name: 'UPC', type: 'UPC', value: '123', show: 'DESCR' },
      { id: 6, name: 'Brand', value: '' },
    ]
    expect(copiedVariations(product({ attributes }), true)).toEqual([
      { options: [], attributes: [{ id: 5, value: '123' }] },
    ])
  })

  it('are made after it when they are more than Ecwid takes with one product, or have pictures of their own', () => {
    const many = product(...Array.from({ length: 201 }, () => red))
    expect(goWithProduct(product(red))).toBe(true)
    expect(variationsApart(product(red), true)).toEqual([])
    expect(variationsApart(many, true)).toHaveLength(201)
    const originalImageUrl = 'https://shop.example/red.jpg'
    const [made] = variationsApart(product({ ...red, sku: 'RED', quantity: 2, originalImageUrl }), true)
    expect(made).toMatchObject({ verb: 'add', list: 'variations', entry: 'Red' })
    expect(made?.after).toEqual({
      options: [{ name: 'Color', value: 'Red' }],
      body: { sku: 'RED', quantity: 2, unlimited: false },
      picture: { source: { url: originalImageUrl }, alt: '', fileName: '' },
    })
  })
})
