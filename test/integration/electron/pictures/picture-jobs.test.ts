import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureJobOptions } from '../../../../electron/shared/picture-job'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { pngBytes, webpLossy } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let client: PictureJobsClient
/** Products with a SKU of their own and some pictures. */
let skus: string[]

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
  skus = synced.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 100)
    .rows.filter(({ sku, pictureCount, variationCount }) => sku !== '' && pictureCount > 1 && variationCount === 0)
    .filter(({ sku }) => synced.catalogue.products.skuOwner(sku, synced.findBySku(sku)) === null)
    .slice(0, 4)
    .map(({ sku }) => sku)
})

afterEach(() => synced.close())

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let shade = 0
const picture = () => pngBytes(60, 60, { shade: ++shade % 250 })

type Stored = {
  id: number
  sku?: string
  media?: { images?: { sha256?: string; orderBy?: number; alt?: { main?: string } }[] }
}
/** Content hashes of a product's pictures in the store, main first. */
async function stored(sku: string) {
  const { products } = (await synced.control('GET', '/state')) as { products: Stored[] }
  const images = products.find((product) => product.sku === sku)?.media?.images ?? []
  return [...images].sort((a, b) => (a.orderBy ?? 0) - (b.orderBy ?? 0))
}
const hashes = async (sku: string) => (await stored(sku)).map(({ sha256 }) => sha256)

async function reviewed(paths = [client.folder], options: Partial<PictureJobOptions> = {}) {
  const { id } = await client.jobs.start(paths)
  const job = await client.reached(id, 'review')
  return Object.keys(options).length > 0 ? client.jobs.setOptions(id, options) : job
}

async function uploaded(options: Partial<PictureJobOptions> = {}) {
  const { id } = await reviewed([client.folder], options)
  await client.jobs.apply(id, true)
  return client.reached(id, 'done')
}

describe('a folder of pictures', () => {
  it('is scanned, matched and looked at before anything is sent', async () => {
    const [first, second] = skus as [string, string]
    client.put(`${first}-1.png`, picture())
    client.put(`deep/er/${second}/back.png`, picture())
    client.put('nothing like it.png', picture())
    client.put('broken.jpg', Buffer.from('no picture'))
    client.put('tiny.png', pngBytes(4, 4))
    client.put('.hidden.png', picture())
    client.put('__MACOSX/x.png', picture())
    symlinkSync(client.folder, join(client.folder, 'round'))
    await synced.control('DELETE', '/requests')
    const job = await reviewed()
    expect(job.counts).toEqual({ matched: 2, doubtful: 0, unmatched: 2, refused: 2, already: 0, leftOut: 0 })
    expect(job.scan).toMatchObject({ found: 6, skipped: 2 })
    expect(job.sentence).toMatch(/^2 pictures will be added to 2 products; 2 belong to no product, 2 cannot be used/)
    const { files } = client.jobs.files(job.id, { filter: 'matched', search: '', offset: 0, limit: 10 })
    expect(files.map(({ reason, target }) => [target?.sku, reason])).toEqual(
      expect.arrayContaining([
        [first, 'SKU, exact'],
        [second, 'SKU, exact, in the folder’s name'],
      ]),
    )
    const refused = client.jobs.files(job.id, { filter: 'refused', search: '', offset: 0, limit: 10 })
    expect(refused.files.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual([
      expect.stringMatching(/^broken.jpg: .*not a picture/),
      expect.stringMatching(/^round: This is a link to a folder that is here already/),
    ])
    const unmatched = client.jobs.files(job.id, { filter: 'unmatched', search: 'tiny', offset: 0, limit: 10 })
    expect(unmatched.files[0]?.warning).toMatch(/4 x 4/)
    const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string }[] }
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('ends up on the right products, in order, with alt texts, and removes nothing', async () => {
    const [first, second] = skus as [string, string]
    const before = await hashes(first)
    const files = [picture(), picture(), picture()]
    client.put(`${first} (2).png`, files[1]!)
    client.put(`${first}_10.png`, files[2]!)
    client.put(`${first}-front.png`, files[0]!)
    const other = picture()
    client.put(`${second}.png`, other)
    const job = await uploaded({ altPattern: '{name}, {position}' })
    expect(job.progress).toMatchObject({ total: 4, sent: 4, failed: 0, waiting: 0 })
    expect(job.sentence).toBe('4 pictures were added.')
    expect(await hashes(first)).toEqual([...before, ...files.map(sha)])
    expect((await hashes(second)).at(-1)).toBe(sha(other))
    const name = synced.session.product(synced.findBySku(first)).fields.name
    expect((await stored(first)).slice(-3).map(({ alt }) => alt?.main)).toEqual([1, 2, 3].map((n) => `${name}, ${n}`))
  })

  it('dropped twice uploads nothing the second time', async () => {
    const [first] = skus as [string]
    const twin = picture()
    client.put(`${first}-1.png`, twin)
    client.put(`${first}-2.png`, picture())
    client.put(`${first}-3.png`, twin)
    const once = await uploaded()
    expect(once).toMatchObject({ counts: { matched: 2, already: 1 }, progress: { sent: 2 } })
    const after = await hashes(first)
    const again = await reviewed()
    expect(again.counts).toMatchObject({ matched: 0, already: 3 })
    await expect(client.jobs.apply(again.id, true)).rejects.toThrow(/None of these files/)
    expect(await hashes(first)).toEqual(after)
  })

  it('is uploaded again once its picture was removed from the product', async () => {
    const [first] = skus as [string]
    const file = picture()
    client.put(`${first}-1.png`, file)
    await uploaded()
    const productId = synced.findBySku(first)
    const key = synced.session.product(productId).pictures.at(-1)!.key
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'x' },
      operations: [{ kind: 'picture.remove', productId, picture: key }],
    })
    await synced.settled()
    expect((await reviewed()).counts).toMatchObject({ matched: 1, already: 0 })
  })

  it('replaces a gallery only after a second yes, and keeps what is in the folder', async () => {
    const [first] = skus as [string]
    const files = [picture(), picture()]
    client.put(`${first}-1.png`, files[0]!)
    client.put(`${first}-2.png`, files[1]!)
    const before = (await hashes(first)).length
    const job = await reviewed([client.folder], { mode: 'replace' })
    expect(job).toMatchObject({ removals: before, needsConfirmation: true })
    const [listed] = client.jobs.removals(job.id, { offset: 0, limit: 10 }).products
    expect(listed?.removed).toHaveLength(before)
    await expect(client.jobs.apply(job.id, false)).rejects.toThrow(/would be removed/)
    await client.jobs.apply(job.id, true)
    await client.reached(job.id, 'done')
    expect(await hashes(first)).toEqual(files.map(sha))
    const [snapshot] = synced.catalogue.snapshots.all()
    expect(snapshot?.occasion).toEqual({ code: 'replace-pictures', file: 'dropped', more: 0 })
    const [id = 0] = synced.catalogue.searchIds({ text: first })
    const { images } = JSON.parse(synced.catalogue.snapshots.contentAt(snapshot!.id, id) ?? '').product.media
    expect(images).toHaveLength(before)
  })

  it('asks the second time as well when many files of the folder are the same', async () => {
    const [first] = skus as [string]
    const same = picture()
    for (let at = 1; at <= 9; at++) client.put(`${first}-${at}.png`, same)
    const before = (await hashes(first)).length
    const job = await reviewed([client.folder], { mode: 'replace' })
    expect(job.counts).toMatchObject({ matched: 1, already: 8 })
    expect(job).toMatchObject({ removals: before, needsConfirmation: true })
    await expect(client.jobs.apply(job.id, false)).rejects.toThrow(/would be removed/)
  })

  it('does not count what stays in a replaced gallery among what goes', async () => {
    const [first] = skus as [string]
    const files = [picture(), picture(), picture()]
    client.put(`${first}-1.png`, files[0]!)
    client.put(`${first}-2.png`, files[1]!)
    await client.jobs.apply((await reviewed()).id, false)
    await client.reached(1, 'done')
    const all = (await hashes(first)).length
    client.put(`${first}-3.png`, files[2]!)
    const job = await reviewed([client.folder], { mode: 'replace' })
    expect(job).toMatchObject({ removals: all - 2, needsConfirmation: true })
    const [listed] = client.jobs.removals(job.id, { offset: 0, limit: 10 }).products
    expect(listed?.removed).toHaveLength(all - 2)
  })

  it('leaves products alone that have pictures, when asked to', async () => {
    const [first] = skus as [string]
    client.put(`${first}-1.png`, picture())
    const job = await reviewed([client.folder], { mode: 'ifNone' })
    expect(job.sentence).toMatch(/Nothing would be added; 1 is for products that have pictures/)
    expect(job.progress.total).toBe(0)
    await expect(client.jobs.apply(job.id, true)).rejects.toThrow(/None of these/)
  })

  it('puts the first new picture in front when its owner wants that', async () => {
    const [first] = skus as [string]
    const before = await hashes(first)
    const [a, b] = [picture(), picture()]
    client.put(`${first}-1.png`, a)
    client.put(`${first}-2.png`, b)
    const job = await reviewed()
    const productId = synced.findBySku(first)
    const [product] = client.jobs.products(job.id, { filter: null, search: '', offset: 0, limit: 10 }).products
    const [one, two] = product!.files.map(({ id }) => id) as [number, number]
    client.jobs.arrange(job.id, { productId, fileIds: [two, one], mainFileId: two })
    await client.jobs.apply(job.id, true)
    await client.reached(job.id, 'done')
    expect(await hashes(first)).toEqual([sha(b), ...before, sha(a)])
  })

  it('is assigned by hand, the same way for all that are alike', async () => {
    const [first, second] = skus as [string, string]
    for (const n of [1, 2, 3]) client.put(`unknown thing-${n}.png`, picture())
    client.put('leave me.png', picture())
    const job = await reviewed()
    const files = client.jobs.files(job.id, { filter: 'unmatched', search: '', offset: 0, limit: 10 }).files
    const ids = files.filter(({ name }) => name.startsWith('unknown')).map(({ id }) => id)
    const answer = await client.jobs.assign(job.id, { ids: [ids[0]!] }, { kind: 'sku', sku: first.toLowerCase() })
    expect(answer).toMatchObject({ changed: 1, alike: { count: 2 } })
    const alike = { query: answer.alike!.query, except: [] }
    const to = { kind: 'product', productId: synced.findBySku(second), variationId: null } as const
    expect(await client.jobs.assign(job.id, alike, to)).toEqual({ changed: 2, alike: null })
    await expect(client.jobs.assign(job.id, { ids: [ids[0]!] }, { kind: 'sku', sku: 'no such' })).rejects.toThrow(
      /No product/,
    )
    const left = files.find(({ name }) => name === 'leave me.png')!
    await client.jobs.assign(job.id, { ids: [left.id] }, { kind: 'leaveOut' })
    expect(client.jobs.get(job.id).counts).toMatchObject({ matched: 3, leftOut: 1, unmatched: 0 })
    await client.jobs.assign(job.id, { ids: [ids[0]!] }, { kind: 'automatic' })
    expect(client.jobs.get(job.id).counts).toMatchObject({ matched: 2, unmatched: 1 })
  })

  it('follows a rule of one’s own, with a preview before', async () => {
    const [first] = skus as [string]
    client.put(`shop__${first}__7.png`, picture())
    const job = await reviewed()
    const preview = await client.jobs.previewPattern(job.id, 'shop__{sku}__{position}')
    expect(preview).toMatchObject({
      problem: null,
      counts: { matched: 1 },
      samples: [{ parts: { sku: first, position: '7' } }],
    })
    expect((await client.jobs.previewPattern(job.id, '{nonsense}')).problem).toMatch(/no part/)
    await client.jobs.setOptions(job.id, { pattern: 'shop__{sku}__{position}' })
    const matched = await client.reached(job.id, 'review')
    expect(matched.counts.matched).toBe(1)
  })
})

describe('what the window prepares', () => {
  it('is handed out once, taken back as bytes, and known when it comes again', async () => {
    const [first] = skus as [string]
    client.put(`${first}.webp`, webpLossy)
    const { id } = await reviewed()
    await client.jobs.apply(id, false)
    await client.until(() => client.jobs.get(id).progress.needPreparing === 1)
    const [file] = client.jobs.toPrepare(id, 5)
    expect(file).toMatchObject({ type: 'webp', because: 'type', width: 9 })
    expect(client.jobs.toPrepare(id, 5)).toEqual([])
    expect(Buffer.from(await client.jobs.readFile(id, file!.fileId))).toEqual(webpLossy)
    const made = picture()
    await client.jobs.prepared(id, file!.fileId, { ok: true, name: `${first}.png`, bytes: new Uint8Array(made) })
    await client.reached(id, 'done')
    expect((await hashes(first)).at(-1)).toBe(sha(made))
    expect((await reviewed()).counts).toMatchObject({ already: 1, matched: 0 })
  })

  it('says what could not be converted or has gone, and tries again when asked', async () => {
    const [first, second] = skus as [string, string]
    client.put(`${first}.webp`, webpLossy)
    const gone = client.put(`${second}.png`, picture())
    const { id } = await reviewed()
    rmSync(gone)
    await client.jobs.apply(id, false)
    await client.until(() => client.jobs.get(id).progress.needPreparing === 1)
    const [file] = client.jobs.toPrepare(id, 1)
    await client.jobs.prepared(id, file!.fileId, { ok: false, reason: { says: 'memory-too-small' } })
    const job = await client.reached(id, 'done')
    expect(job.progress).toMatchObject({ failed: 2, sent: 0 })
    const failed = client.jobs.report(id, { outcome: 'failed', offset: 0, limit: 10 }).rows
    expect(failed.map(({ reason }) => reason).sort()).toEqual([
      'The file is no longer there. Put it back or choose it again.',
      'There is not enough memory to open this picture here. Save it smaller and add it again.',
    ])
    writeFileSync(gone, picture())
    client.jobs.retryFailed(id)
    await client.until(() => client.jobs.get(id).progress.sent === 1)
    expect(client.jobs.reportCsv(id)).toContain(`${second}.png","added",`)
  })
})

describe('a job that is interrupted', () => {
  const expected = new Map<string, string[]>()

  async function begun() {
    expected.clear()
    for (const sku of skus) {
      const files = [picture(), picture(), picture(), picture()]
      files.forEach((bytes, at) => client.put(`${sku}/${at + 1}.png`, bytes))
      expected.set(sku, [...((await hashes(sku)) as string[]), ...files.map(sha)])
    }
    const job = await reviewed()
    expect(job.counts.matched).toBe(skus.length * 4)
    return job
  }

  async function isComplete() {
    for (const [sku, wanted] of expected) expect(await hashes(sku)).toEqual(wanted)
  }

  it('resumes within the copying, three times, without a double and without a gap', async () => {
    const { id } = await begun()
    const first = client.crashAtCopy(5)
    await client.jobs.apply(id, false)
    await first
    for (const n of [4, 3]) {
      const next = client.crashAtCopy(n)
      client.restart()
      await next
    }
    client.restart()
    await client.reached(id, 'done')
    await isComplete()
  })

  it('resumes within the uploading, with an upload whose answer was lost', async () => {
    const { id } = await begun()
    await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: '/gallery' } })
    await client.jobs.apply(id, false)
    const isCopied = () => client.jobs.get(id).progress.prepared === 16
    await client.until(() => client.jobs.get(id).progress.sent >= 3 && isCopied())
    rmSync(client.folder, { recursive: true })
    client.restart()
    const job = await client.reached(id, 'done')
    expect(job.progress).toMatchObject({ sent: 16, failed: 0 })
    await isComplete()
  })

  it('goes on with the review after a restart, also when it had just begun to scan', async () => {
    client.put(`${skus[0]}.png`, picture())
    const { id } = await client.jobs.start([client.folder])
    await client.jobs.stopAll()
    client.restart()
    expect((await client.reached(id, 'review')).counts.matched).toBe(1)
    client.restart()
    expect(client.jobs.get(id)).toMatchObject({ state: 'review', counts: { matched: 1 } })
  })

  it('stands still while it is held, also over a restart, and then finishes', async () => {
    const { id } = await begun()
    await client.jobs.apply(id, false)
    await client.until(() => client.jobs.get(id).progress.sent >= 1)
    expect(client.jobs.hold(id, true).isHeld).toBe(true)
    await client.jobs.stopAll()
    await synced.settled()
    const { sent } = client.jobs.get(id).progress
    client.restart()
    await synced.settled()
    expect(client.jobs.get(id)).toMatchObject({ isHeld: true, progress: { sent } })
    client.jobs.hold(id, false)
    await client.reached(id, 'done')
    await isComplete()
  })

  it('can be cancelled: what is there stays, or goes again', async () => {
    const before = new Map(await Promise.all(skus.map(async (sku) => [sku, await hashes(sku)] as const)))
    const { id } = await begun()
    await client.jobs.apply(id, false)
    await client.until(() => client.jobs.get(id).progress.sent >= 2)
    await client.jobs.cancel(id, false)
    await synced.settled()
    await client.until(() => synced.session.summary().waiting === 0 && synced.session.summary().sending === 0)
    for (const sku of skus) expect(await hashes(sku)).toEqual(before.get(sku))
    expect(client.jobs.get(id)).toMatchObject({ state: 'cancelled' })
  })

  it('is undone as a whole', async () => {
    const before = new Map(await Promise.all(skus.map(async (sku) => [sku, await hashes(sku)] as const)))
    const { id } = await begun()
    await client.jobs.apply(id, false)
    const { changeSetId } = await client.reached(id, 'done')
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    for (const sku of skus) expect(await hashes(sku)).toEqual(before.get(sku))
    expect(client.jobs.report(id, { outcome: 'removed', offset: 0, limit: 1 }).total).toBe(16)
  })

  it('is not begun on a full disk', async () => {
    client.put(`${skus[0]}.png`, picture())
    const full = openPictureJobs(synced, { freeBytes: 1e6 })
    const { id } = await reviewed()
    await expect(full.jobs.apply(id, false)).rejects.toThrow(/Free some space/)
    expect(existsSync(join(synced.folder, 'staged')) ? readdirSync(join(synced.folder, 'staged')) : []).toEqual([])
  })
})
