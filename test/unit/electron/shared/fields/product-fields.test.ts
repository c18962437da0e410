import { describe, expect, it } from 'vitest'
import { productColumns } from '../../../../../electron/catalogue/product-columns'
import {
  readFields,
  layField,
  writeFields,
  newProductFields,
  productFieldNames,
} from '../../../../../electron/shared/fields/product-fields'
import { remoteProductSchema } from '../../../../../electron/shared/remote-product'

const remote = remoteProductSchema.parse({
  id: 7,
  name: 'Mug',
  price: 14.5,
  compareToPrice: 18,
  quantity: 16,
  unlimited: false,
  showOnFrontpage: 2,
  attributes: [
    { id: 1, name: 'UPC', value: '400', type: 'UPC', show: 'DESCR' },
    { id: 2, name: 'Brand', value: '', type: 'BRAND', show: 'DESCR' },
  ],
  somethingNew: { kept: true },
})

describe('the fields of a product', () => {
  it('has a value for every field that Ecwid leaves out', () => {
    expect(readFields({ id: 1 })).toEqual(newProductFields)
    expect(Object.keys(readFields(remote)).sort()).toEqual([...productFieldNames].sort())
  })

  it('reads a product without a quantity as unlimited', () => {
    expect(readFields({ id: 1 }).unlimited).toBe(true)
    expect(readFields({ id: 1, quantity: 0 }).unlimited).toBe(false)
  })

  it('takes a place of 0 on the front page for none, as importers of the real store do', () => {
    expect(readFields({ id: 1, showOnFrontpage: 0 }).showOnFrontpage).toBe(false)
    expect(
      productColumns({ id: 1, showOnFrontpage: 0 }, { state: 'synced', hidden: false, attributeOf: () => undefined })
        .front_page,
    ).toBeNull()
    expect(
      productColumns({ id: 1, showOnFrontpage: 4711 }, { state: 'synced', hidden: false, attributeOf: () => undefined })
        .front_page,
    ).toBe(4711)
  })

  it('writes only what the patch names, with 0 for what Ecwid cannot unset', () => {
    expect(writeFields({ compareToPrice: null, weight: null })).toEqual({ compareToPrice: 0, weight: 0 })
    expect(writeFields({ showOnFrontpage: false })).toEqual({ showOnFrontpage: -1 })
  })

  it('writes the whole list of attributes, and an empty value for one that was removed', () => {
    expect(writeFields({ attributes: { 2: 'Acme' } }, remote).attributes).toEqual([
      { id: 1, value: '' },
      { id: 2, value: 'Acme' },
    ])
  })

  it('lays an edit over a product so that reading it gives the edit', () => {
    const edited = layField(remote, 'attributes', { 1: '401', 3: 'new' })
    expect(readFields(edited).attributes).toEqual({ 1: '401', 3: 'new' })
    expect(readFields(layField(remote, 'unlimited', true))).toMatchObject({ unlimited: true, quantity: 0 })
    expect(readFields(layField(remote, 'showOnFrontpage', false)).showOnFrontpage).toBe(false)
    expect(readFields(layField(remote, 'compareToPrice', null)).compareToPrice).toBeNull()
    expect(edited.somethingNew).toEqual({ kept: true })
  })
})
