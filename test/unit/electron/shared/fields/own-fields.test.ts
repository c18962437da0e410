import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canBeGivenBack,
  layOwn,
  noneIfEmpty,
  ownFieldNames,
  ownFieldOf,
  readOwn,
  writeOwn,
} from '../../../../../electron/shared/fields/own-fields'
import type { ProductField } from '../../../../../electron/shared/fields/product-fields'
import { inLanguages, remoteProductSchema, remoteVariationSchema } from '../../../../../electron/shared/remote-product'
import { valuesOfField } from '../../../../support/field-values'

const product = inLanguages(
  remoteProductSchema.parse({ id: 7, name: 'Mug', sku: 'MUG', price: 14.5, quantity: 16, unlimited: false }),
  ['en', 'de', 'fr', 'pt_BR'],
)
const variation = remoteVariationSchema.parse({
  id: 1,
  combinationNumber: 1,
  options: [{ name: 'Size', value: 'Small' }],
  sku: 'MUG-S',
  price: 9,
  quantity: 3,
  unlimited: false,
  attributes: [{ id: 1, name: 'UPC', value: '400', type: 'UPC', show: 'DESCR' }],
  somethingNew: { kept: true },
})

/** One without a SKU has no stock of its own, and unlimited stock has no number. */
const goesAlong: Partial<Record<ProductField, readonly ProductField[]>> = {
  sku: ['quantity', 'unlimited'],
  unlimited: ['quantity'],
  quantity: ['unlimited'],
}

const own = (of: typeof variation, name: ProductField) => readOwn(of, product, name)

describe.each(ownFieldNames)('what a variation has of its own of the field %s', (name) => {
  const kind = ownFieldOf(name)!.kind
  const values = valuesOfField(name)

  it('is read as it was laid over it, and touches no other field', () => {
    fc.assert(
      fc.property(values, (value) => {
        const laid = layOwn(variation, name, value, product)
        expect(kind.isSame(own(laid, name), noneIfEmpty(name, value))).toBe(true)
        expect(laid).toMatchObject({ id: 1, options: variation.options, somethingNew: { kept: true } })
        const others = ownFieldNames.filter((other) => other !== name && !goesAlong[name]?.includes(other))
        const touched = others.filter(
          (other) => !ownFieldOf(other)!.kind.isSame(own(laid, other), own(variation, other)),
        )
        expect(touched).toEqual([])
      }),
    )
  })

  it('is read as it was sent', () => {
    fc.assert(
      fc.property(values, (value) => {
        const sent = { ...variation, ...writeOwn({ [name]: value }, variation, product) }
        expect(kind.isSame(own(sent, name), noneIfEmpty(name, value))).toBe(true)
      }),
    )
  })

  it('goes back to that of its product where that can be', () => {
    if (!canBeGivenBack(name)) return
    fc.assert(
      fc.property(values, (value) => {
        const laid = layOwn(variation, name, value, product)
        expect(own(layOwn(laid, name, null, product), name)).toBeNull()
      }),
    )
  })
})
