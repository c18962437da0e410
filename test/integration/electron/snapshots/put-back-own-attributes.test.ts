import { afterEach, beforeEach, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shelves: ShelfBench
/** One variation of it has a value of its own of an attribute of Kites. */
let product: number
let variation: number
let kites: number
beforeEach(async () => {
  bench = await openPutBackBench({ products: 20 })
  shelves = createShelfBench(bench.shop)
  kites = (await ask('POST', '/classes', { name: 'Kites', attributes: [{ name: 'Span', type: 'CUSTOM' }] })).id
  const { rows } = bench.shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 20)
  const { id, ecwidId } = rows.find(({ variationCount }) => variationCount > 2)!
  product = id
  await ask('PUT', `/products/${ecwidId}`, { productClassId: kites })
  variation = bench.shop.session.product(id).readOnly.variations[0]!.id
  const attributes = [{ id: await spanOf(), value: '2 m' }]
  await ask('PUT', `/products/${ecwidId}/combinations/${variation}`, { attributes })
  await bench.shop.pull()
  await bench.take()
})
afterEach(() => bench.close())

type Type = { name: string; attributes: { id: number; name: string }[] }
const ask = (method: string, path: string, body?: object) => shelves.ask<{ id: number }>(method, path, body)
const spanOf = async () =>
  (await shelves.ask<Type[]>('GET', '/classes?asTest=1'))
    .flatMap(({ attributes }) => attributes)
    .find(({ name }) => name === 'Span')!.id
type Value = { id: number; value: string }
const own = async () => {
  const stored = await bench.shop.remote(bench.shop.catalogue.products.ecwidIdOf(product)!)
  const variations = stored['combinations'] as { attributes: Value[] }[]
  return variations.flatMap(({ attributes }) => attributes).filter(({ value }) => value === '2 m')
}

it('a variation has the value of its own again of an attribute that comes back under another number', async () => {
  await bench.done({ kind: 'type.delete', typeId: kites })
  await bench.shop.pull()
  expect(await bench.putBack()).toMatchObject({ refused: 0 })
  await bench.applied()
  expect(shelves.allOpen()).toEqual([])
  expect(await own()).toMatchObject([{ id: await spanOf(), value: '2 m' }])
  await bench.shop.pull()
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
  expect(await bench.differing()).toEqual([])
})

it('a variation that is made anew says that it comes without a value of an attribute that has no number yet', async () => {
  await bench.done(
    { kind: 'type.delete', typeId: kites },
    { kind: 'variation.remove', productId: product, variationId: variation },
  )
  await bench.shop.pull()
  await bench.putBack()
  expect(bench.bulk.only('refused').map(({ field, reason }) => [field, reason])).toEqual([
    ['attributes', 'Its attribute “Span” is not here, and does not come back with it.'],
  ])
  await bench.applied()
  expect(shelves.allOpen()).toEqual([])
  expect(await bench.putBack()).toMatchObject({ products: 1, refused: 0 })
  await bench.applied()
  expect(await own()).toMatchObject([{ id: await spanOf(), value: '2 m' }])
})

it.each([
  ['without the value of its own', ['Author'], [], ['Its product type has no attribute “Span”.']],
  ['with the value of its own under that name', ['Author', 'Span'], ['2 m'], []],
])('a variation is made anew %s where the type that stays has the attributes %s', async (_, attributes, has, says) => {
  const type = { name: 'Books', attributes: attributes.map((name) => ({ name, type: 'CUSTOM' })) }
  const books = (await ask('POST', '/classes', type)).id
  await bench.done({ kind: 'variation.remove', productId: product, variationId: variation })
  await ask('PUT', `/products/${bench.shop.catalogue.products.ecwidIdOf(product)}`, { productClassId: books })
  await bench.shop.pull()
  await bench.putBack()
  const row = bench.bulk.rows().find(({ field }) => field === 'productClassId')!
  bench.bulk.leaveOut(bench.bulk.current()!.id, { ids: [row.id] }, true)
  await bench.applied()
  expect(shelves.allOpen()).toEqual([])
  expect((await own()).map(({ value }) => value)).toEqual(has)
  expect(bench.bulk.only('refused').map(({ reason }) => reason)).toEqual(says)
  expect(bench.bulk.rows().filter(({ field }) => field === 'variation')).toMatchObject([{ standing: 'made' }])
})
