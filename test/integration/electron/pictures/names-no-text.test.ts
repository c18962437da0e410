import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let client: PictureJobsClient
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
})
afterEach(() => synced.close())

type Stored = { sku?: string; media?: { images?: { sha256?: string; orderBy?: number }[] } }

async function hashes(sku: string) {
  const { products } = (await synced.control('GET', '/state')) as { products: Stored[] }
  const images = products.find((product) => product.sku === sku)?.media?.images ?? []
  return [...images].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0)).map(({ sha256 }) => sha256)
}
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** Systems with other names than bytes refuse to make such a file. */
it.runIf(process.platform === 'linux')('sends files whose names are no text, after a restart too', async () => {
  const { sku } = synced.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 100)
    .rows.find((row) => row.sku !== '' && row.pictureCount > 1 && row.variationCount === 0)!
  const before = await hashes(sku)
  const files = [pngBytes(60, 60, { shade: 71 }), pngBytes(60, 60, { shade: 72 })]
  const shoot = Buffer.concat([Buffer.from(`${client.folder}/`), latin1(`\xe9t\xe9/${sku}`)])
  mkdirSync(shoot, { recursive: true })
  writeFileSync(Buffer.concat([shoot, latin1('/1 \xff 5%.png')]), files[0]!)
  writeFileSync(Buffer.concat([shoot, latin1('/2 \xfe.png')]), files[1]!)

  const { id } = await client.jobs.start([client.folder])
  await client.reached(id, 'review')
  const page = { filter: null, search: '', offset: 0, limit: 10 }
  expect(client.jobs.files(id, page).files.map(({ name, target }) => [name, target?.sku])).toEqual([
    ['1 \ufffd 5%.png', sku],
    ['2 \ufffd.png', sku],
  ])

  client.restart()
  await client.jobs.apply(id, true)
  const job = await client.reached(id, 'done')
  expect(job.progress).toMatchObject({ total: 2, sent: 2, failed: 0 })
  expect(await hashes(sku)).toEqual([
    ...before,
    ...files.map((bytes) => createHash('sha256').update(bytes).digest('hex')),
  ])
  expect(client.jobs.report(id, { outcome: null, offset: 0, limit: 10 }).rows.map(({ path }) => path)).toEqual([
    `${client.folder}/\ufffdt\ufffd/${sku}/1 \ufffd 5%.png`,
    `${client.folder}/\ufffdt\ufffd/${sku}/2 \ufffd.png`,
  ])
})
