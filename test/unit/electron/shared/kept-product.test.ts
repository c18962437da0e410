import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readKeptProduct, remoteProductSchema } from '../../../../electron/shared/remote-product'

const odd = fc.constantFrom<unknown>(null, 7, '7', '', true, [], {}, [null], [7], ['7'], { main: 7 }, { images: {} })
const often = <Value>(usual: fc.Arbitrary<Value>) =>
  fc.option(fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd }), { nil: undefined })
const listOf = (entry: fc.Arbitrary<unknown>) => often(fc.array(often(entry), { maxLength: 3 }))
const named = fc.record({ name: often(fc.string()), value: often(fc.string()) })
const image = fc.record({
  id: often(fc.string()),
  orderBy: often(fc.nat()),
  alt: often(
    fc.record({ main: often(fc.string()), translated: often(fc.dictionary(fc.string(), often(fc.string()))) }),
  ),
})
const product = fc.record({
  id: fc.nat(),
  sku: often(fc.string()),
  price: often(fc.nat()),
  enabled: often(fc.boolean()),
  categoryIds: listOf(fc.nat()),
  attributes: listOf(fc.record({ id: often(fc.nat()), value: often(fc.string()) })),
  combinations: listOf(fc.record({ id: often(fc.nat()), options: listOf(named), sku: often(fc.string()) })),
  media: often(fc.record({ images: listOf(image) })),
  relatedProducts: often(fc.record({ relatedCategory: odd })),
  unheardOf: odd,
})

it('reads a product as it was kept as its schema does, whatever a store left in it', () => {
  fc.assert(
    fc.property(product, (given) => {
      const kept: unknown = JSON.parse(JSON.stringify(given))
      expect(readKeptProduct(structuredClone(kept))).toEqual(remoteProductSchema.parse(kept))
    }),
    { numRuns: 1000 },
  )
})

it('takes a product that says nothing odd as it is, without another copy', () => {
  const kept = {
    id: 7,
    name: 'Mug',
    price: 9.99,
    attributes: [{ id: 1, value: 'Loom' }],
    media: { images: [{ id: '0' }] },
  }
  expect(readKeptProduct(kept)).toBe(kept)
})

it('leaves to the schema what it would change', () => {
  expect(readKeptProduct({ id: 7, sku: null, attributes: [{ id: 1, value: 12 }] })).toEqual({
    id: 7,
    attributes: [{ id: 1, value: '12' }],
  })
  expect(() => readKeptProduct({ name: 'Mug' })).toThrow('expected number')
})
