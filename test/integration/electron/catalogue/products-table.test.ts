import { listedFields } from '../../../../electron/shared/fields/listed-fields'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { openTemporary, put } from './open-catalogue'
import { categoriesAre, productTypesAre } from '../../../support/shelves'

const mug = {
  id: 100,
  name: 'Mug',
  sku: 'MUG-1',
  price: 12,
  compareToPrice: 15,
  quantity: 2,
  warningLimit: 3,
  enabled: true,
  updateTimestamp: 50,
  somethingNew: { deep: [1, null, 'x'] },
  media: {
    images: [
      { id: '7', orderBy: 1, image160pxUrl: 'https://x/b.jpg' },
      { id: '0', orderBy: 0, image160pxUrl: 'https://x/a.jpg' },
    ],
  },
  combinations: [{ id: 1, sku: 'MUG-1-RED', quantity: 0 }],
}

describe('products', () => {
  it("keep the store's JSON with every field nobody here knows", () => {
    const catalogue = openTemporary()
    const id = put(catalogue, mug)
    expect(catalogue.products.get(id)).toMatchObject({ id, ecwidId: 100, remote: mug })
    expect(catalogue.products.findByEcwidId(100)).toBe(id)
  })

  it('keep their local id when they are pulled again', () => {
    const catalogue = openTemporary()
    const id = put(catalogue, mug)
    expect(put(catalogue, { ...mug, name: 'Cup', updateTimestamp: 60 })).toBe(id)
    expect(catalogue.products.remoteVersions()).toEqual(new Map([[100, { id, updateTimestamp: 60 }]]))
    expect(catalogue.products.row(id)?.name).toBe('Cup')
  })

  it('make the row of a list', () => {
    const catalogue = openTemporary()
    const id = put(catalogue, mug)
    expect(catalogue.products.row(id)).toEqual({
      id,
      ecwidId: 100,
      name: 'Mug',
      sku: 'MUG-1',
      price: 12,
      compareToPrice: 15,
      quantity: 0,
      inStock: true,
      lowStock: true,
      enabled: true,
      thumbnail: 'https://x/a.jpg',
      pictureCount: 2,
      variationCount: 1,
      state: 'synced',
      hasDraft: false,
      updatedAt: 50,
      values: Object.fromEntries(listedFields.map((name) => [name, newProductFields[name]])),
      match: null,
    })
  })

  it('made here are listed last until the store gives them an id', () => {
    const catalogue = openTemporary()
    const local = catalogue.products.create()
    expect(catalogue.products.count()).toBe(0)
    const current = remoteProductSchema.parse({ id: 0, name: 'New', sku: 'N' })
    catalogue.products.index(local, current, { state: 'waiting', hidden: false })
    put(catalogue, mug)
    put(catalogue, { ...mug, id: 300 })
    const listed = () => catalogue.search({}, 0, 10).rows.map(({ name }) => name)
    expect(catalogue.products.get(local)).toEqual({ id: local, ecwidId: null, remote: null })
    expect(listed()).toEqual(['Mug', 'Mug', 'New'])
    catalogue.products.attach(local, 200)
    expect(catalogue.products.findByEcwidId(200)).toBe(local)
    expect(listed()).toEqual(['Mug', 'New', 'Mug'])
  })

  it('deleted here are in no list, count or search', () => {
    const catalogue = openTemporary()
    const id = put(catalogue, { ...mug, categoryIds: [5], attributes: [{ id: 1, name: 'Brand', value: 'Acme' }] })
    categoriesAre(catalogue, [{ id: 5, parentId: undefined, name: 'Cups', enabled: true, orderBy: 1 }])
    const seen = () => [
      catalogue.products.count(),
      catalogue.search({}, 0, 10).total,
      catalogue.search({ text: 'mug' }, 0, 10).total,
      catalogue.search({ sku: 'MUG-1-RED' }, 0, 10).total,
      catalogue.search({ categoryIds: [5] }, 0, 10).total,
      catalogue.categories.counts()[5] ?? 0,
      catalogue.facets().attributes.length,
      catalogue.products.skuOwner('MUG-1', null) ? 1 : 0,
    ]
    expect(seen()).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
    const current = catalogue.products.get(id)!.remote!
    catalogue.products.index(id, current, { state: 'waiting', hidden: true })
    expect(seen()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(catalogue.products.row(id)).toBeUndefined()
    catalogue.products.index(id, current, { state: 'synced', hidden: false })
    expect(seen()).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
    catalogue.products.remove(id)
    expect(seen()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(catalogue.products.get(id)).toBeUndefined()
  })

  it('tell who has a SKU, in any letter case, spaces around it or not, the product itself aside', () => {
    const catalogue = openTemporary()
    const id = put(catalogue, mug)
    expect(catalogue.products.skuOwner('mug-1-red', null)?.id).toBe(id)
    expect(catalogue.products.skuOwner('\t mug-1\u00a0', null)?.id).toBe(id)
    expect(catalogue.products.skuOwner('MUG-1', id)).toBeNull()
    expect(catalogue.products.skuOwner('MUG', null)).toBeNull()
    expect(catalogue.products.skuOwner('', null)).toBeNull()
    expect(catalogue.products.skuOwner(' \u00a0', null)).toBeNull()
  })

  it('tell who has a name or a code, a variation of it too, as a person reads them', () => {
    const catalogue = openTemporary()
    const attributes = [{ id: 4, type: 'UPC', value: '036000291452' }]
    const combinations = [
      { id: 1, attributes: [{ id: 4, type: 'UPC', value: '4006381333931' }, 'unreadable'] },
      { id: 2, attributes: 'unreadable' },
    ]
    const id = put(catalogue, { ...mug, name: 'Stoneware Mug', attributes, combinations })
    const owner = (of: 'name' | 'barcode', text: string, exceptProductId: number | null = null) =>
      catalogue.products.owner({ of, text, exceptProductId })?.id
    expect(owner('name', ' stoneware MUG ')).toBe(id)
    expect(owner('name', 'Stoneware')).toBeUndefined()
    expect(owner('name', 'Stoneware Mug', id)).toBeUndefined()
    expect(owner('name', ' ')).toBeUndefined()
    // The same as an EAN.
    for (const code of ['0036000291452', '36000-29145-2', '4006381333931']) expect(owner('barcode', code)).toBe(id)
    expect(owner('barcode', '4006381333931', id)).toBeUndefined()
    expect(owner('barcode', 'none')).toBeUndefined()
    put(catalogue, { ...mug, name: 'Stoneware Mug', attributes, combinations: [] })
    expect(owner('barcode', '4006381333931')).toBeUndefined()
    expect(owner('barcode', '36000291452')).toBe(id)
    catalogue.products.remove(id)
    expect(owner('barcode', '36000291452')).toBeUndefined()
  })

  it('are in stock when they or a variation with a SKU of its own are', () => {
    const catalogue = openTemporary()
    const isInStock = (more: object) =>
      catalogue.products.row(put(catalogue, { ...mug, combinations: [], ...more }))?.inStock
    expect(isInStock({ quantity: 1 })).toBe(true)
    expect(isInStock({ quantity: 0 })).toBe(false)
    expect(isInStock({ quantity: -4 })).toBe(false)
    expect(isInStock({ quantity: undefined, unlimited: true })).toBe(true)
    expect(isInStock({ quantity: 0, combinations: [{ id: 1, sku: 'V', quantity: 3 }] })).toBe(true)
    expect(isInStock({ quantity: 0, combinations: [{ id: 1, sku: '', unlimited: true }] })).toBe(false)
  })
})

describe('the stock in a list', () => {
  const [own, none, endless] = [{ id: 1, sku: 'V', quantity: 3 }, { id: 2 }, { id: 3, sku: 'W', unlimited: true }]
  const stock = (combinations: object[], more: object = {}) => {
    const catalogue = openTemporary()
    return catalogue.products.row(put(catalogue, { ...mug, quantity: 16, combinations, ...more }))?.quantity
  }

  it('is what all variations hold: shoppers buy one of them', () => {
    expect(stock([])).toBe(16)
    expect(stock([own, { ...own, id: 5, quantity: 4 }])).toBe(7)
    expect(stock([own], { quantity: undefined, unlimited: true })).toBe(3)
    expect(stock([own, endless])).toBeNull()
  })

  it('counts what variations without a SKU share with their product', () => {
    expect(stock([none, { id: 4 }])).toBe(16)
    expect(stock([none, own])).toBe(19)
  })
})

describe('categories and product types', () => {
  const cups = { id: 5, parentId: undefined, name: 'Cups', enabled: true, orderBy: 20 }

  it('tell whether anything differs', () => {
    const catalogue = openTemporary()
    expect(categoriesAre(catalogue, [cups])).toBe(true)
    expect(categoriesAre(catalogue, [cups])).toBe(false)
    expect(categoriesAre(catalogue, [{ ...cups, name: 'Mugs' }])).toBe(true)
    expect(categoriesAre(catalogue, [])).toBe(true)
    const type = { id: 0, name: undefined, attributes: [{ id: 1, name: 'UPC', type: 'UPC', show: 'NOTSHOW' }] }
    expect(productTypesAre(catalogue, [type])).toBe(true)
    expect(productTypesAre(catalogue, [type])).toBe(false)
    expect(catalogue.productTypes.list()).toEqual([{ ...type, name: 'General' }])
  })

  it('are found under a new name without any product being written', () => {
    const catalogue = openTemporary()
    put(catalogue, { ...mug, categoryIds: [5] })
    categoriesAre(catalogue, [cups])
    expect(catalogue.search({ text: 'cu' }, 0, 10).rows[0]?.match).toEqual({ field: 'categories', text: 'Cups' })
    categoriesAre(catalogue, [{ ...cups, name: 'Drinking' }])
    expect(catalogue.search({ text: 'cu' }, 0, 10).total).toBe(0)
    expect(catalogue.search({ keyword: 'drinking' }, 0, 10).total).toBe(1)
  })

  it('decide which attributes a search sees, where the product does not say so itself', () => {
    const catalogue = openTemporary()
    const types = (show: string) => [{ id: 0, name: '', attributes: [{ id: 1, name: 'Code', type: 'CUSTOM', show }] }]
    const product = { ...mug, attributes: [{ id: 1, name: 'Code', value: 'secretcode' }] }
    const shownItself = { ...mug, attributes: [{ id: 1, name: 'Code', value: 'secretcode', show: 'DESCR' }] }
    productTypesAre(catalogue, types('NOTSHOW'))
    put(catalogue, product)
    expect(catalogue.search({ text: 'secretcode' }, 0, 10).total).toBe(0)
    put(catalogue, shownItself)
    expect(catalogue.search({ text: 'secretcode' }, 0, 10).total).toBe(1)
    productTypesAre(catalogue, types('PRICE'))
    put(catalogue, product)
    expect(catalogue.search({ text: 'secretcode' }, 0, 10).total).toBe(1)
  })
})

describe('small facts and drafts', () => {
  it('are read back as they were, or not at all', () => {
    const catalogue = openTemporary()
    catalogue.meta.set('cursor', { at: 5 })
    expect(catalogue.meta.get('cursor', z.object({ at: z.number() }))).toEqual({ at: 5 })
    expect(catalogue.meta.get('cursor', z.object({ at: z.string() }))).toBeUndefined()
    catalogue.meta.remove('cursor')
    expect(catalogue.meta.get('cursor', z.unknown())).toBeUndefined()
  })

  it('keep one draft for each product and one for a new one', () => {
    const catalogue = openTemporary()
    const draft = {
      base: { name: 'Mug' },
      patch: { name: 'Typed' },
      unparsed: { price: '12,' },
      variations: {},
      savedAt: 3,
    }
    catalogue.drafts.put(null, draft)
    catalogue.drafts.put(4, { ...draft, savedAt: 4 })
    expect(catalogue.drafts.get(null)).toEqual(draft)
    expect(catalogue.drafts.get(4)?.savedAt).toBe(4)
    catalogue.drafts.remove(null)
    expect(catalogue.drafts.get(null)).toBeUndefined()
    expect(catalogue.drafts.get(4)).toBeDefined()
  })
})
