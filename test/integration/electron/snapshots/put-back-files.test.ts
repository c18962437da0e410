import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesOf } from '../../../../electron/changes/files'
import { currentProduct } from '../../../../electron/changes/reindex'
import { videoKey, videosOf } from '../../../../electron/changes/videos'
import { onTheWeb } from '../../../support/on-the-web'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shop: PutBackBench['shop']
let bulk: PutBackBench['bulk']
let done: PutBackBench['done']
let putBack: PutBackBench['putBack']
/** Two products, each with two files and a video. */
let [some, gone]: number[] = []
beforeEach(async () => {
  bench = await openPutBackBench({ products: 10 })
  ;({ shop, bulk, done, putBack } = bench)
  ;[some, gone] = shop.catalogue.searchIds({})
  for (const productId of [some!, gone!]) {
    for (const name of ['Manual.pdf', 'Sizes.pdf']) {
      const { hash, size } = await staged(`${name} of ${productId}`)
      await done({ kind: 'file.add', productId, hash, size, name, description: `About ${name}` })
    }
    await done({ kind: 'video.add', productId, url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', role: 'gallery' })
  }
  await bench.take()
})
afterEach(() => bench.close())

async function staged(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-files-'))
  writeFileSync(join(folder, 'file'), text)
  try {
    return await shop.staging.stageForBuyers(join(folder, 'file'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Held = { sku: string; files: { name: string; description: string; sha256: string }[]; media: { videos: string[] } }
/** Of all products in the store, with the bytes of the files. */
async function inStore() {
  const { products } = (await shop.control('GET', '/state')) as { products: Held[] }
  const lines = products.flatMap(({ sku, files, media: { videos } }) => [
    ...files.map(({ name, description, sha256 }) => `${sku} ${name} ${description} ${sha256}`),
    ...videos.map((url) => `${sku} ${url}`),
  ])
  return lines.sort()
}

const product = () => currentProduct(shop.catalogue, some!)!
const differing = async () =>
  (await bench.differing()).flatMap(({ differences }) => differences).filter(({ field }) => field !== 'relatedProducts')

it('files come back from their copies with what is said of them, and videos by their addresses, once however often that is asked for', async () => {
  const before = await inStore()
  const [manual, sizes] = filesOf(product()).map(({ id }) => id) as [number, number]
  await done(
    { kind: 'file.describe', productId: some!, fileId: manual, description: 'Wrong' },
    { kind: 'file.remove', productId: some!, fileId: sizes },
    { kind: 'video.remove', productId: some!, video: videoKey(videosOf(product())[0]!) },
    { kind: 'delete', productId: gone! },
  )
  expect(await inStore()).not.toEqual(before)

  expect(await putBack()).toMatchObject({ products: 4, categories: 2, creations: 1, refused: 0 })
  await bulk.applied()
  expect(await differing()).toEqual([])
  await shop.settled()
  await shop.pull()
  expect(await inStore()).toEqual(before)
  expect(await differing()).toEqual([])
  await putBack()
  expect(bulk.rows().filter(({ field }) => field !== 'relatedProducts')).toEqual([])
})

it('one that was put back, went again and came back by an undo is there, and not put back a second time', async () => {
  const last = () => filesOf(product()).at(-1)!.id
  await done({ kind: 'file.remove', productId: some!, fileId: last() })
  await putBack()
  await bulk.applied()
  await shop.settled()
  const { changeSetId } = await done({ kind: 'file.remove', productId: some!, fileId: last() })
  expect(await putBack()).toMatchObject({ products: 1 })
  await shop.session.changes.revertInParts(changeSetId!)
  expect(await putBack()).toMatchObject({ products: 0, refused: 0 })
  await shop.settled()
  expect(await putBack()).toMatchObject({ products: 0, refused: 0 })
})

it('a file that others removed has no copy here, and its row says so before anything is written', async () => {
  const [file] = filesOf(product())
  const { ecwidId } = shop.catalogue.products.get(some!)!
  const headers = { Authorization: `Bearer ${shop.store.secretToken}` }
  await fetch(`${shop.store.baseUrl}/products/${ecwidId}/files/${file!.id}`, { method: 'DELETE', headers })
  await shop.pull()
  expect(await putBack()).toMatchObject({ products: 0, refused: 1 })
  expect(bulk.only('refused')).toMatchObject([
    { field: 'file', after: { name: file!.name }, reason: expect.stringContaining('no copy of this file') },
  ])
})

it('those of a product that others deleted have none either: their rows say so, and the product comes back without them', async () => {
  const before = await inStore()
  const { ecwidId } = shop.catalogue.products.get(gone!)!
  await onTheWeb(shop.store, 'DELETE', `/products/${ecwidId}`)
  await shop.pull()
  expect(await putBack()).toMatchObject({ products: 3, categories: 2, creations: 1, refused: 2 })
  const why = { field: 'file', reason: expect.stringContaining('no copy of this file') }
  expect(bulk.only('refused')).toMatchObject([
    { ...why, after: { name: 'Manual.pdf' } },
    { ...why, after: { name: 'Sizes.pdf' } },
  ])
  await bulk.applied()
  await shop.settled()
  expect(shop.catalogue.changes.allOpen(10)).toEqual([])
  expect(before.filter((line) => line.includes('.pdf'))).toHaveLength(4)
  expect((await inStore()).filter((line) => line.includes('.pdf'))).toHaveLength(2)
})
