import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureJobOptions } from '../../../../electron/shared/picture-job'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { readState } from '../../../support/stored-product'
import { setVariationPicture, variationsOf } from '../../../support/stored-variations'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let client: PictureJobsClient
/** A product with pictures and with variations, each with a SKU of its own. */
let towel: { id: number; ecwidId: number; sku: string }
let red: { id: number; sku: string; label: string }
let blue: typeof red
let shade = 0

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
  const row = synced.catalogue.search({}, 0, 100).rows.find((each) => each.variationCount > 2 && each.pictureCount > 1)!
  towel = { id: row.id, ecwidId: row.ecwidId!, sku: row.sku }
  ;[red, blue] = synced.session
    .product(row.id)
    .readOnly.variations.map(({ id, own, label }) => ({ id, sku: own.sku ?? '', label })) as [typeof red, typeof red]
})
afterEach(() => synced.close())

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const picture = () => pngBytes(40, 40, { shade: ++shade })
/** Content hash of a variation's picture in the store; null: none of its own. */
const stored = async ({ id }: { id: number }) =>
  (await variationsOf(synced.store, towel.ecwidId)).find((each) => each.id === id)!.picture
/** Content hashes of the product's own pictures, main first. */
const gallery = async () => {
  const { products } = await readState(synced.store)
  return products.find(({ id }) => id === towel.ecwidId)!.media.images.map(({ sha256 }) => sha256)
}

/** The variation has had this picture for long, and the local copy knows. */
async function had(variation: { id: number }, bytes: Uint8Array): Promise<void> {
  await setVariationPicture(synced.store, towel.ecwidId, variation.id, bytes)
  synced.skip(60_000)
  await synced.pull()
}

async function reviewed(options: Partial<PictureJobOptions> = {}) {
  const { id } = await client.jobs.start([client.folder])
  const job = await client.reached(id, 'review')
  return Object.keys(options).length > 0 ? client.jobs.setOptions(id, options) : job
}

async function uploaded(options: Partial<PictureJobOptions> = {}) {
  const { id } = await reviewed(options)
  await client.jobs.apply(id, true)
  const job = await client.reached(id, 'done')
  await synced.settled()
  return job
}

const shownProduct = (jobId: number) =>
  client.jobs.products(jobId, { filter: null, search: '', offset: 0, limit: 10 }).products[0]!

describe('files named by the SKU of a variation', () => {
  it('become its picture, the first of them; the others go to the gallery, and the review says so', async () => {
    const [first, second, ofBlue, own] = [picture(), picture(), picture(), picture()]
    client.put(`${red.sku}-1.png`, first)
    client.put(`${red.sku}-2.png`, second)
    client.put(`${blue.sku}.png`, ofBlue)
    client.put(`${towel.sku}.png`, own)
    const before = await gallery()
    const job = await reviewed({ altPattern: '{name}, {option}' })
    const shown = shownProduct(job.id)
    expect(shown.variations.map(({ label, current, file }) => [label, current, file.name])).toEqual([
      [red.label, null, `${red.sku}-1.png`],
      [blue.label, null, `${blue.sku}.png`],
    ])
    expect(shown.variations[0]!.file.note).toBe(`Becomes the picture of ${red.label}`)
    expect(shown.files.map(({ name, note }) => [name, note])).toEqual([
      [`${towel.sku}.png`, null],
      [`${red.sku}-2.png`, 'The variation gets another picture; this goes to the product’s gallery'],
    ])
    await client.jobs.apply(job.id, false)
    const done = await client.reached(job.id, 'done')
    expect(done.progress).toMatchObject({ total: 4, sent: 4, failed: 0 })
    expect([await stored(red), await stored(blue)]).toEqual([sha(first), sha(ofBlue)])
    expect(await gallery()).toEqual([...before, sha(own), sha(second)])
    const { name } = synced.session.product(towel.id).fields
    const alt = synced.session.product(towel.id).readOnly.variations.find(({ id }) => id === red.id)!.alt
    expect(alt.startsWith(`${name}, `)).toBe(true)
    expect(client.jobs.reportCsv(job.id)).toContain(`,"${red.sku}",`)
    const { rows } = client.jobs.report(job.id, { outcome: 'added', offset: 0, limit: 10 })
    expect(rows.find(({ path }) => path.endsWith(`${blue.sku}.png`))).toMatchObject({
      variation: { label: blue.label, sku: blue.sku },
      reason: `SKU of a variation, exact. Becomes the picture of ${blue.label}`,
    })

    synced.session.changes.revert(done.changeSetId!)
    await synced.settled()
    expect([await stored(red), await stored(blue)]).toEqual([null, null])
    expect(await gallery()).toEqual(before)
    expect(client.jobs.report(job.id, { outcome: 'removed', offset: 0, limit: 1 }).total).toBe(4)
  })

  it('leave a variation its picture, and go to the gallery', async () => {
    const [old, file] = [picture(), picture()]
    await had(red, old)
    client.put(`${red.sku}.png`, file)
    const before = await gallery()
    const job = await uploaded()
    expect(await stored(red)).toBe(sha(old))
    expect(await gallery()).toEqual([...before, sha(file)])
    const { rows } = client.jobs.report(job.id, { outcome: null, offset: 0, limit: 10 })
    expect(rows[0]!.reason).toBe(
      'SKU of a variation, exact. The variation has a picture already; this goes to the product’s gallery',
    )
  })

  it('are for variations without a picture only, when asked for, whatever the gallery holds', async () => {
    const [old, ofBlue] = [picture(), picture()]
    await had(red, old)
    client.put(`${red.sku}.png`, picture())
    client.put(`${blue.sku}.png`, ofBlue)
    client.put(`${towel.sku}.png`, picture())
    const before = await gallery()
    const job = await reviewed({ mode: 'ifNone' })
    expect(job).toMatchObject({ products: 1 })
    expect(job.sentence).toMatch(/^1 picture will be added to 1 product; 2 are for products that have pictures/)
    await client.jobs.apply(job.id, false)
    await client.reached(job.id, 'done')
    expect([await stored(red), await stored(blue)]).toEqual([sha(old), sha(ofBlue)])
    expect(await gallery()).toEqual(before)
    const { rows } = client.jobs.report(job.id, { outcome: 'leftOut', offset: 0, limit: 10 })
    expect(rows.map(({ reason }) => reason).sort()).toEqual([
      'The product has pictures already',
      'The variation has a picture already',
    ])
  })

  it('replace its picture after a second yes, not the gallery, and undo puts it back', async () => {
    const [old, file] = [picture(), picture()]
    await had(red, old)
    client.put(`${red.sku}.png`, file)
    const before = await gallery()
    const { id, ...job } = await reviewed({ mode: 'replace' })
    expect(job).toMatchObject({ removals: 1, needsConfirmation: true })
    const listed = client.jobs.removals(id, { offset: 0, limit: 10 })
    expect(listed.total).toBe(1)
    expect(listed.products[0]).toMatchObject({ removed: [], variations: [{ id: red.id }] })
    expect(listed.products[0]!.variations[0]!.current?.src).toMatch(/^http/)
    await expect(client.jobs.apply(id, false)).rejects.toThrow(/would be removed/)
    await client.jobs.apply(id, true)
    const { changeSetId } = await client.reached(id, 'done')
    expect(await stored(red)).toBe(sha(file))
    expect(await gallery()).toEqual(before)
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await stored(red)).toBe(sha(old))
  })

  it('replace the gallery too when some of them are for it', async () => {
    const [first, second] = [picture(), picture()]
    client.put(`${red.sku}-1.png`, first)
    client.put(`${red.sku}-2.png`, second)
    const job = await reviewed({ mode: 'replace' })
    expect(job.removals).toBe((await gallery()).length)
    await client.jobs.apply(job.id, true)
    await client.reached(job.id, 'done')
    expect(await stored(red)).toBe(sha(first))
    expect(await gallery()).toEqual([sha(second)])
  })

  it('dropped twice upload nothing the second time, in any mode', async () => {
    for (const n of [1, 2]) client.put(`${red.sku}-${n}.png`, picture())
    client.put(`${blue.sku}.png`, picture())
    await uploaded()
    const job = await reviewed()
    expect(job.counts).toMatchObject({ matched: 0, already: 3 })
    for (const mode of ['ifNone', 'replace', 'append'] as const) {
      const again = await client.jobs.setOptions(job.id, { mode })
      expect(again).toMatchObject({ removals: 0, counts: { matched: 0, already: 3 } })
    }
  })

  it('that went to the gallery can still replace the picture of the variation', async () => {
    const [old, file] = [picture(), picture()]
    await had(red, old)
    client.put(`${red.sku}.png`, file)
    await uploaded()
    const job = await reviewed()
    expect(job.counts).toMatchObject({ already: 1 })
    const replacing = await client.jobs.setOptions(job.id, { mode: 'replace' })
    expect(replacing).toMatchObject({ removals: 1, counts: { already: 0, matched: 1 } })
    await client.jobs.apply(job.id, true)
    await client.reached(job.id, 'done')
    expect(await stored(red)).toBe(sha(file))
  })

  it('are assigned to a variation by hand, and to the product alone', async () => {
    client.put('one.png', picture())
    client.put('two.png', picture())
    const job = await reviewed()
    const { files } = client.jobs.files(job.id, { filter: null, search: '', offset: 0, limit: 10 })
    const [one, two] = files.map(({ id }) => id) as [number, number]
    const to = { kind: 'product', productId: towel.id, variationId: red.id } as const
    await client.jobs.assign(job.id, { ids: [one] }, to)
    await client.jobs.assign(job.id, { ids: [two] }, { ...to, variationId: null })
    const shown = shownProduct(job.id)
    expect(shown.variations.map(({ label, file }) => [label, file.name])).toEqual([[red.label, 'one.png']])
    expect(shown.files.map(({ name }) => name)).toEqual(['two.png'])
    const listed = client.jobs.files(job.id, { filter: 'matched', search: '', offset: 0, limit: 10 }).files
    expect(listed[0]).toMatchObject({ reason: 'Chosen by hand', note: `Becomes the picture of ${red.label}` })
  })

  it('arrive once when the answer is lost and the app ends meanwhile', async () => {
    const file = picture()
    client.put(`${red.sku}.png`, file)
    client.put(`${blue.sku}.png`, picture())
    const match = { method: 'POST', path: '/combinations/' }
    await synced.control('POST', '/faults', { kind: 'drop-after', match })
    const { id } = await reviewed()
    await client.jobs.apply(id, false)
    await client.until(() => synced.catalogue.changes.allOpen(9).some(({ state }) => state === 'unknown'))
    client.restart()
    const job = await client.reached(id, 'done')
    expect(job.progress).toMatchObject({ sent: 2, failed: 0 })
    expect(await stored(red)).toBe(sha(file))
    expect((await reviewed()).counts).toMatchObject({ matched: 0, already: 2 })
  })
})
