import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { fieldOf, layField, newProductFields, readField } from '../../../../../electron/shared/fields/product-fields'
import { shownApart, shownField } from '../../../../../electron/shared/fields/shown'
import { typedNumber } from '../../../../../electron/shared/fields/typed'
import { validateProduct } from '../../../../../electron/shared/fields/validate-product'
import { remoteProductSchema } from '../../../../../electron/shared/remote-product'
import { valuesOfField } from '../../../../support/field-values'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const field = 'wholesalePrices'

describe('a list', () => {
  it('is read, laid and read again with everything the store knows of its entries', () => {
    fc.assert(
      fc.property(valuesOfField(field), (entries) => {
        const product = remoteProductSchema.parse({ id: 1, [field]: entries })
        const laid = layField(product, field, readField(product, field))
        expect(fieldOf(field).kind.isSame(readField(laid, field), entries)).toBe(true)
        const known = (all: unknown) => (all as { somethingNew: number }[]).map(({ somethingNew }) => somethingNew)
        expect(known(laid[field]).toSorted()).toEqual(known(entries).toSorted())
      }),
    )
  })

  it('is sent in the order of its keys, without what is none and with what cannot be read as it is', () => {
    const entries = [{ quantity: 50, price: null }, { quantity: 5, price: '7.00', more: [1] }, { quantity: 10 }]
    expect(fieldOf(field).json.body(entries, { patch: {}, product: undefined })).toEqual({
      [field]: [{ quantity: 5, price: '7.00', more: [1] }, { quantity: 10 }, { quantity: 50 }],
    })
  })

  it('is told line by line, at the boxes', () => {
    const wrong = [{ quantity: 1, price: 5 }, { quantity: 10, price: 12 }, { quantity: 10, price: 0 }, {}]
    const fields = { ...newProductFields, name: 'Mug', price: 10, [field]: wrong }
    expect(validateProduct(fields)).toEqual({
      'wholesalePrices.0.quantity': 'A wholesale price starts from 2 or more.',
      'wholesalePrices.1.price': 'A wholesale price must not be above the price of the product.',
      'wholesalePrices.2.quantity': 'Another line has the same. Change or remove one of them.',
      'wholesalePrices.2.price': 'A wholesale price is above zero.',
      'wholesalePrices.3.quantity': 'Enter from how many on the price counts.',
      'wholesalePrices.3.price': 'Enter the price of each.',
    })
    expect(validateProduct({ ...fields, [field]: [{ quantity: 2, price: 10 }] })).toEqual({})
  })

  it('is read from boxes by the kinds of its fields', () => {
    expect(typedNumber('wholesalePrices.2.price', euros)?.read('7,5')).toEqual({ kind: 'value', value: 7.5 })
    expect(typedNumber('wholesalePrices.2.quantity', euros)?.read('7,5')).toMatchObject({ kind: 'problem' })
    for (const path of [
      'wholesalePrices',
      'wholesalePrices.2',
      'wholesalePrices.2.toString',
      'wholesalePrices.price',
    ]) {
      expect(typedNumber(path, euros)).toBeUndefined()
    }
  })

  it('is shown entry by entry', () => {
    const tiers = [
      { quantity: 10, price: 8 },
      { quantity: 50, price: 7.5 },
    ]
    expect(shownField(field, tiers, words)).toBe('from 10: 8,00 €, from 50: 7,50 €')
    expect(shownApart(field, tiers, words)?.map(({ label, text }) => [label, text])).toEqual([
      ['Wholesale prices: from 10', '8,00 €'],
      ['Wholesale prices: from 50', '7,50 €'],
    ])
  })

  it('of another order is the same where its order means nothing', () => {
    const { isSame } = fieldOf(field).kind
    const [five, ten] = [
      { quantity: 5, price: 9 },
      { quantity: 10, price: 8 },
    ]
    expect([isSame([five, ten], [ten, five]), isSame([five], [five, ten]), isSame([five], [ten])]).toEqual([
      true,
      false,
      false,
    ])
    expect(isSame([{ ...five, derivedByTheStore: 1 }], [five])).toBe(true)
  })
})
