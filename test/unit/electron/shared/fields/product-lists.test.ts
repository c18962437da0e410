import { describe, expect, it } from 'vitest'
import type { List } from '../../../../../electron/shared/fields/kind'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { readEntry } from '../../../../../electron/shared/fields/list-kind'
import { productLists, type ProductList } from '../../../../../electron/shared/fields/product-lists'
import { ownValues } from '../../../../../electron/shared/fields/own-fields'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const lists = Object.keys(productLists) as ProductList[]
const shapeOf = (list: ProductList): List => productLists[list].kind.list

describe.each(lists)('an entry of %s', (list) => {
  const { fields, key } = shapeOf(list)

  it('has a value of each field’s kind, whatever the store leaves out or sends oddly', () => {
    for (const odd of [{}, { name: 7, type: null, choices: 'x', size: {}, required: 'no' }]) {
      const values = new Map<string, unknown>(Object.entries(readEntry(fields, odd)))
      for (const [name, { kind, empty }] of Object.entries(fields)) {
        expect(values.get(name)).toEqual(empty)
        expect(kind.shown(values.get(name), words)).not.toMatch(/undefined|NaN/)
      }
    }
  })

  it('is told from the others by one of its fields', () => {
    expect(Object.keys(fields)).toEqual(expect.arrayContaining([...key]))
  })
})

it('files are shown in words', () => {
  const { fields } = shapeOf('files')
  const values = new Map<string, unknown>(
    Object.entries(readEntry(fields, { id: 7, name: 'Guide.pdf', description: 'Care', size: 204_800 })),
  )
  expect(Object.entries(fields).map(([name, { kind }]) => kind.shown(values.get(name), words))).toEqual([
    '7',
    'Guide.pdf',
    'Care',
    '200 KB',
  ])
})

describe('a variation', () => {
  const product = { id: 7, sku: 'M', quantity: 4, unlimited: false }

  it('has of its own what it says, and the rest is its product’s', () => {
    const said = { id: 1, sku: 'M-1', price: 12, quantity: 0, minPurchaseQuantity: 2 }
    expect(ownValues(said, product)).toEqual({ ...without(said, 'id'), unlimited: false })
    expect(ownValues({ id: 1, sku: '', name: 'No field of a variation' }, product)).toEqual({})
  })

  it('with an SKU and no number has no limit of stock', () => {
    expect(ownValues({ id: 1, sku: 'M-1' }, product).unlimited).toBe(true)
    expect(ownValues({ id: 1, sku: 'M-1', unlimited: false }, product).unlimited).toBe(false)
  })

  it('without an SKU of its own, or with that of its product, shares its stock', () => {
    expect(ownValues({ id: 1, quantity: 4, unlimited: false }, product)).toEqual({})
    expect(ownValues({ id: 1, sku: 'M', quantity: 4, unlimited: false }, product)).toEqual({ sku: 'M' })
  })

  it('has nothing of its own where all of it is empty', () => {
    const dimensions = { length: 0, width: 0, height: 0 }
    expect(ownValues({ id: 1, dimensions, attributes: [], sku: '' }, product)).toEqual({})
  })
})

const without = <Of extends object, Name extends keyof Of>(of: Of, name: Name): Omit<Of, Name> => {
  const { [name]: _, ...rest } = of
  return rest
}
