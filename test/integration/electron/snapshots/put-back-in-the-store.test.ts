import { afterEach, beforeEach, expect, it } from 'vitest'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shop: PutBackBench['shop']
let bulk: PutBackBench['bulk']
beforeEach(async () => {
  bench = await openPutBackBench({ products: 40 })
  ;({ shop, bulk } = bench)
  await bench.take()
})
afterEach(() => bench.close())

type Stored = { sku: string; name: string; price: number; description: string; combinations?: { sku?: string }[] }
async function inStore() {
  const { products } = (await shop.control('GET', '/state')) as { products: Stored[] }
  return products
    .map(({ sku, name, price, description, combinations = [] }) => {
      return { sku, name, price, description, variations: combinations.map((one) => one.sku) }
    })
    .sort((a, b) => (a.sku < b.sku ? -1 : 1))
}

const differing = async () => (await bench.differing()).flatMap(({ differences }) => differences)

it('what was edited and deleted here is in the store as it was, once everything is put back', async () => {
  const before = await inStore()
  const ids = shop.catalogue.searchIds({})
  const operations = [
    ...ids
      .slice(0, 3)
      .map((productId) => ({ kind: 'update' as const, productId, fields: { price: 1, name: 'Wrong' } })),
    ...ids.slice(3, 8).map((productId) => ({ kind: 'delete' as const, productId })),
  ]
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'By mistake' }, operations })
  shop.skip(60_000)
  await shop.settled()
  expect(await inStore()).toHaveLength(before.length - 5)

  expect(await bench.putBack(undefined, true)).toMatchObject({
    products: 13,
    categories: 5,
    creations: 5,
    deletions: 0,
    refused: 0,
  })
  await bulk.applied()
  await shop.settled()
  expect(await inStore()).toEqual(before)
  await shop.pull()
  // Products that came back are other ones to the store, and the products that named them do so no more.
  expect((await differing()).filter(({ field }) => field !== 'relatedProducts')).toEqual([])

  // Those of products that came back are there again, under other names.
  await bench.putBack()
  expect(bulk.rows().filter(({ field }) => field === 'picture')).toEqual([])
})

it('pictures that were removed here come back from their copies, and are known again', async () => {
  const row = shop.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 1)!
  const pictures = () => imagesOf(currentProduct(shop.catalogue, row.id)!)
  const count = pictures().length
  const operations = pictures().map((image) => ({
    kind: 'picture.remove' as const,
    productId: row.id,
    picture: pictureKey(image),
  }))
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'By mistake' }, operations })
  await shop.settled()
  expect(pictures()).toEqual([])

  expect(await bench.putBack()).toMatchObject({ products: 1, refused: 0 })
  expect(bulk.rows().every(({ after }) => 'hash' in Object(after))).toBe(true)
  await bulk.applied()
  expect(await differing()).toEqual([])
  await shop.settled()
  expect(pictures()).toHaveLength(count)
  expect(await differing()).toEqual([])
  await shop.pull()
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
})

it('pictures stand in the store in their order again, with their texts in all languages, once however often that is asked for', async () => {
  const row = shop.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 3)!
  const pictures = () => imagesOf(currentProduct(shop.catalogue, row.id)!)
  const told = () => pictures().map(({ alt }) => [alt?.main, alt?.translated?.de ?? ''])
  const before = told()
  const [main, second, third] = pictures().map(pictureKey) as [string, string, string]
  const productId = row.id
  const operations = [
    { kind: 'picture.alt-in' as const, productId, picture: third, language: 'de', alt: 'Falsch' },
    { kind: 'picture.order' as const, productId, order: [third, main] },
    { kind: 'picture.remove' as const, productId, picture: second },
  ]
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'By mistake' }, operations })
  await shop.settled()
  expect(told()).not.toEqual(before)

  expect(await bench.putBack()).toMatchObject({ products: 1, refused: 0 })
  await bulk.applied()
  await shop.settled()
  expect(told()).toEqual(before)
  await shop.pull()
  expect(await differing()).toEqual([])
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
})

it('pictures that the store has forgotten come back, those of a product that was deleted too', async () => {
  const rows = shop.catalogue.search({}, 0, 100).rows.filter(({ pictureCount }) => pictureCount > 1)
  const [some, all] = rows.map(({ id }) => id) as [number, number]
  const pictures = (id: number) => imagesOf(currentProduct(shop.catalogue, id)!)
  const gone = [pictures(some)[1]!, ...pictures(all)].map(pictureKey)
  const before = await contents()
  const operations = [
    { kind: 'picture.remove' as const, productId: some, picture: gone[0]! },
    { kind: 'delete' as const, productId: all },
  ]
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'By mistake' }, operations })
  shop.skip(60_000)
  await shop.settled()
  for (const key of gone) expect(await forget(key)).toEqual({ found: true })
  expect(await contents()).toHaveLength(before.length - gone.length)

  expect(await bench.putBack()).toMatchObject({ creations: 1, refused: 0 })
  await bulk.applied()
  await shop.settled()
  expect(await contents()).toHaveLength(before.length)
})

async function deletedInStore(productId: number): Promise<number> {
  const label = { code: 'text', text: 'By mistake' } as const
  const { changeSetId } = shop.session.changes.apply({
    source: 'form',
    label,
    operations: [{ kind: 'delete', productId }],
  })
  shop.skip(60_000)
  await shop.settled()
  return changeSetId!
}

const standings = (changeSetId: number) =>
  shop.session.reads.previewRevert({ changeSetId, offset: 0, limit: 10 }).map(({ standing }) => standing)

it('a deletion that was answered by putting back has nothing to undo', async () => {
  const [productId] = shop.catalogue.searchIds({}) as [number]
  const before = await inStore()
  const deletion = await deletedInStore(productId)
  expect(await bench.putBack()).toMatchObject({ creations: 1 })
  await bulk.applied()
  // On its way as well as when it is there.
  expect(standings(deletion)).toEqual(['done'])
  await shop.settled()
  expect(standings(deletion)).toEqual(['done'])
  expect(shop.session.changes.revert(deletion)).toMatchObject({ changeSetId: null })
  await shop.settled()
  expect(await inStore()).toEqual(before)
})

it('a deletion that was undone leaves nothing to put back', async () => {
  const [productId] = shop.catalogue.searchIds({}) as [number]
  const before = await inStore()
  shop.session.changes.revert(await deletedInStore(productId))
  expect(await bench.putBack()).toMatchObject({ creations: 0 })
  await shop.settled()
  expect(await bench.putBack()).toMatchObject({ creations: 0 })
  expect(await inStore()).toEqual(before)
})

it('a deletion that is being undone brings the variations along, and none of them is made twice', async () => {
  const { id } = shop.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount > 2)!
  const before = await inStore()
  const deletion = await deletedInStore(id)
  shop.session.changes.holdAll(true)
  shop.session.changes.revert(deletion)
  const { products, additions, creations } = await bench.putBack()
  expect({ additions, creations }).toEqual({ additions: 0, creations: 0 })
  if (products > 0) await bulk.applied()
  shop.session.changes.holdAll(false)
  await shop.settled()
  expect(shop.catalogue.changes.allOpen(10)).toEqual([])
  expect(await inStore()).toEqual(before)
})

it('deleted again after it was put back, a product comes back by either way, once', async () => {
  const [productId] = shop.catalogue.searchIds({}) as [number]
  const before = await inStore()
  const first = await deletedInStore(productId)
  await bench.putBack()
  await bulk.applied()
  await shop.settled()
  const second = await deletedInStore(productId)
  expect([standings(first), standings(second)]).toEqual([['done'], ['clean']])
  expect(await bench.putBack()).toMatchObject({ creations: 1 })
  await bulk.applied()
  await shop.settled()
  expect([standings(first), standings(second)]).toEqual([['done'], ['done']])
  expect(await inStore()).toEqual(before)
})

/** Of all pictures in the store, those that were drawn for it too. */
async function contents() {
  const { products } = (await shop.control('GET', '/state')) as { products: { media?: { images?: unknown[] } }[] }
  return products.flatMap(({ media }) => media?.images ?? [])
}

const forget = (key: string) => shop.control('DELETE', `/pictures/${/(\d+)\.\w+$/.exec(key)?.[1] ?? ''}`)
