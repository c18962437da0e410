import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownPicture } from '../../../../electron/changes/own-picture'
import { currentProduct } from '../../../../electron/changes/reindex'
import { pngBytes } from '../../../support/picture-files'
import { variationsOf } from '../../../support/stored-variations'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shop: PutBackBench['shop']
let bulk: PutBackBench['bulk']
let done: PutBackBench['done']
let putBack: PutBackBench['putBack']
let differing: PutBackBench['differing']
let towel: { id: number; ecwidId: number }
/** Three variations, each with a picture of its own. */
let ids: [number, number, number]
beforeEach(async () => {
  bench = await openPutBackBench()
  ;({ shop, bulk, done, putBack, differing } = bench)
  const row = shop.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount > 2)!
  towel = { id: row.id, ecwidId: row.ecwidId! }
  ids = product().combinations!.map(({ id }) => id) as typeof ids
  for (const [shade, variationId] of ids.slice(0, 3).entries()) await set(variationId, shade + 1, `Shade ${shade}`)
  await bench.take()
})
afterEach(() => bench.close())

const product = () => currentProduct(shop.catalogue, towel.id)!
const alts = () => product().combinations!.map((variation) => ownPicture(variation).alt)

async function set(variationId: number, shade: number | null, alt?: string) {
  const source =
    shade === null ? null : { hash: (await shop.staging.stageBytes('p', pngBytes(20, 20, { shade }))).hash }
  return done({
    kind: 'picture.variation',
    productId: towel.id,
    variationId,
    source,
    fileName: 'p.png',
    ...(alt !== undefined && { alt }),
  })
}

/** Content hashes, as the store has them. */
const inStore = async () => (await variationsOf(shop.store, towel.ecwidId)).map(({ picture }) => picture)

it('the pictures of variations come back where there is another one or none, with their texts, once however often that is asked for', async () => {
  const before = [await inStore(), alts()]
  const [replaced, removed, described] = ids
  await set(replaced, 9, 'Wrong')
  await set(removed, null)
  await done({ kind: 'picture.variation-text', productId: towel.id, variationId: described, alt: 'Wrong too' })
  expect([await inStore(), alts()]).not.toEqual(before)
  expect(await differing()).toMatchObject([{ goesBack: true }])

  expect(await putBack()).toMatchObject({ products: 1, refused: 0 })
  expect(bulk.rows().map(({ field }) => field)).toEqual(['picture', 'picture', 'picture'])
  await bulk.applied()
  expect(await differing()).toEqual([])
  await shop.settled()
  await shop.pull()
  expect([await inStore(), alts()]).toEqual(before)
  expect(await differing()).toEqual([])
  expect(await putBack()).toMatchObject({ products: 0, refused: 0 })
})

it('one that came back by an undo is the one of then', async () => {
  const { changeSetId } = await set(ids[0], 9)
  await shop.session.changes.revertInParts(changeSetId!)
  expect(await differing()).toEqual([])
  await shop.settled()
  expect(await differing()).toEqual([])
  expect(await putBack()).toMatchObject({ products: 0, refused: 0 })
})

it('what a variation was given since stays', async () => {
  await shop.settled()
  await set(ids[0], null)
  await bench.take()
  await set(ids[0], 5)
  expect(await differing()).toMatchObject([{ goesBack: false }])
  expect(await putBack()).toMatchObject({ products: 0, refused: 0 })
})
