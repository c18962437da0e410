import { afterEach, beforeEach, expect, it } from 'vitest'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let client: PictureJobsClient
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
})
afterEach(() => synced.close())

let shade = 0
const picture = () => pngBytes(40, 40, { shade: ++shade })

/** What is kept of each file: the codes, those within others too. */
const kept = (jobId: number) =>
  new Map(
    synced.catalogue.pictureJobFiles.after(jobId, 0, 100).map(({ name, reason, found }) => {
      const codes = [...JSON.stringify([reason, found?.reason]).matchAll(/"(?:says|becomes)":"([^"]*)"/g)]
      return [name, codes.map(([, code]) => code)]
    }),
  )
const fileNamed = (jobId: number, name: string) =>
  synced.catalogue.pictureJobFiles.after(jobId, 0, 100).find((file) => file.name === name)!.id
const wordless = (jobId: number) =>
  client.jobs
    .report(jobId, { outcome: null, offset: 0, limit: 100 })
    .rows.filter(({ reason }) => reason === '')
    .map(({ path }) => path)

it('of what is compared, decided and planned codes are kept, and all of them have words', async () => {
  const { rows } = synced.catalogue.search({}, 0, 100)
  const towel = rows.find((each) => each.variationCount > 2 && each.pictureCount > 1)!
  const [red] = synced.session.product(towel.id).readOnly.variations
  const redSku = red!.own.sku!
  const others = rows.filter(({ id, variationCount, sku }) => id !== towel.id && variationCount === 0 && sku !== '')
  const [mug, typed] = others as [(typeof rows)[number], (typeof rows)[number]]

  const same = picture()
  client.put(`${towel.sku}-1.png`, same)
  client.put(`${towel.sku}-2.png`, same)
  client.put(`${redSku}-1.png`, picture())
  client.put(`${redSku}-2.png`, picture())
  for (const name of ['IMG_0001.png', 'IMG_0002.png', 'IMG_0003.png', 'qqxxzz.png']) client.put(name, picture())
  client.put('empty.png', new Uint8Array())
  const { id } = await client.jobs.start([client.folder])
  await client.reached(id, 'review')
  expect(kept(id).get('IMG_0001.png')).toEqual(['name-says-nothing', 'name-says-nothing'])
  expect(kept(id).get('qqxxzz.png')).toEqual(['like-no-product', 'like-no-product'])
  expect(kept(id).get('empty.png')).toEqual(['refused'])
  expect(kept(id).get(`${towel.sku}-2.png`)).toEqual(['same-picture-as', 'met'])
  expect(wordless(id)).toEqual([])

  await client.jobs.setOptions(id, { pattern: '{sku}-{position}' })
  await client.reached(id, 'review')
  expect(kept(id).get(`${redSku}-1.png`)).toEqual(['rule', 'rule'])
  expect(kept(id).get('qqxxzz.png')).toEqual(['rule-does-not-fit', 'rule-does-not-fit'])
  expect(wordless(id)).toEqual([])

  const assign = (name: string, to: Parameters<typeof client.jobs.assign>[2]) =>
    client.jobs.assign(id, { ids: [fileNamed(id, name)] }, to)
  await assign('IMG_0001.png', { kind: 'product', productId: mug.id, variationId: null })
  await assign('IMG_0002.png', { kind: 'sku', sku: typed.sku })
  await assign('IMG_0003.png', { kind: 'leaveOut' })
  await assign(`${redSku}-1.png`, { kind: 'candidate' })
  expect(kept(id).get('IMG_0001.png')?.[0]).toBe('chosen')
  expect(kept(id).get('IMG_0002.png')?.[0]).toBe('sku-typed')
  expect(kept(id).get('IMG_0003.png')?.[0]).toBe('left-out')
  expect(kept(id).get(`${redSku}-1.png`)).toEqual(['confirmed', 'rule', 'rule'])

  await client.jobs.apply(id, true)
  await client.reached(id, 'done')
  await synced.settled()
  expect(kept(id).get(`${redSku}-1.png`)).toEqual(['with-note', 'confirmed', 'rule', 'picture-of', 'rule'])
  expect(kept(id).get(`${redSku}-2.png`)).toEqual(['with-note', 'rule', 'of-the-gallery', 'rule'])
  expect([...kept(id).values()].flat()).not.toContain('text')
  expect(wordless(id)).toEqual([])
})

it('what is passed over where only what has no picture gets one has a code', async () => {
  const { rows } = synced.catalogue.search({}, 0, 100)
  const full = rows.find(
    ({ pictureCount, sku, variationCount }) => pictureCount > 0 && sku !== '' && variationCount === 0,
  )!
  const bare = rows.find(({ pictureCount, sku }) => pictureCount === 0 && sku !== '')!
  client.put(`${full.sku}.png`, picture())
  client.put(`${bare.sku}.png`, picture())
  const { id } = await client.jobs.start([client.folder])
  await client.reached(id, 'review')
  await client.jobs.setOptions(id, { mode: 'ifNone' })
  await client.jobs.apply(id, false)
  await client.reached(id, 'done')
  expect(kept(id).get(`${full.sku}.png`)?.[0]).toBe('product-has-pictures')
  expect(kept(id).get(`${bare.sku}.png`)?.[0]).toBe('met')
  expect(wordless(id)).toEqual([])
})
