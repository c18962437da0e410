import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActionOf } from '../../../../electron/shared/bulk-action'
import type { ProductSelection } from '../../../../electron/shared/proposal'
import { imagesOf } from '../../../../electron/changes/pictures'
import { withCopies } from '../../../../electron/changes/kept-copies'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { stagedSource } from '../../../../electron/shared/picture-src'
import { createStagedContent } from '../../../../electron/pictures/staged-content'
import { createStaging } from '../../../../electron/pictures/staging'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let ids: number[]
let snapshotId: number
beforeEach(async () => {
  mugs = openMugs()
  const combinations = [
    { id: 71, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: 'S', price: 7 },
    { id: 72, combinationNumber: 2, options: [{ name: 'Size', value: 'L' }], sku: 'L' },
  ]
  const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }]
  ids = [1, 2].map((n) => mugs.put(n, { price: n * 10 }))
  ids.push(mugs.put(3, { options, combinations }))
  snapshots = openSnapshots(mugs.catalogue)
  bulk = openProposals(mugs)
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
})
afterEach(async () => {
  await snapshots.stop()
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

async function putBack(asked: Partial<ActionOf<'put-back'>> = {}, selection: ProductSelection = { snapshotId }) {
  const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false, ...asked } as const
  bulk.propose({ selection, action })
  return bulk.reaches('ready')
}
const planned = () => bulk.rows().map(({ productId, field, before, after }) => [productId, field, before, after])

describe('what was in a snapshot goes back', () => {
  it('with what is another now alone, through the review', async () => {
    mugs.put(1, { price: 12, subtitle: 'New' })
    expect(await putBack()).toMatchObject({ products: 1, fields: 2, same: 0 })
    expect(planned()).toEqual([
      [ids[0], 'subtitle', 'New', ''],
      [ids[0], 'price', 12, 10],
    ])
    await bulk.applied()
    expect(mugs.openOf(ids[0]!).map(({ field, after }) => [field, after])).toEqual([
      ['subtitle', ''],
      ['price', 10],
    ])
    expect((await snapshots.compare({ snapshotId, offset: 0, limit: 10 })).total).toBe(0)
  })

  it('in the fields and products that are chosen', async () => {
    for (const n of [1, 2]) mugs.put(n, { price: 1, subtitle: 'New' })
    await putBack({ fields: ['price'] }, { ids: [ids[1]!] })
    expect(planned()).toEqual([[ids[1], 'price', 1, 20]])
  })

  it('with its pictures that went since and their texts, once however often that is asked for', async () => {
    const image = (name: string, alt = '') => ({
      id: name,
      imageOriginalUrl: `https://cdn.example/${name}.jpg`,
      alt: { main: alt },
    })
    mugs.put(1, { media: { images: [image('a', 'Front'), image('b', 'Back'), image('c')] } })
    await snapshots.take({ code: 'by-hand' })
    snapshotId = snapshots.all().list[0]!.id
    mugs.put(1, { media: { images: [image('a', 'Another text'), image('new')] } })
    expect(await putBack()).toMatchObject({ products: 1, refused: 0 })
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `https://cdn.example/${name}.jpg`)
    expect(planned()).toEqual([
      [ids[0], 'picture', { url: a, alt: 'Another text' }, { describes: a, alt: 'Front' }],
      [ids[0], 'picture', null, { url: b, alt: 'Back', from: b }],
      [ids[0], 'picture', null, { url: c, alt: '', from: c }],
    ])
    await bulk.applied()
    const shown = imagesOf(currentProduct(mugs.catalogue, ids[0]!)!)
    expect(shown.map(({ alt }) => alt?.main)).toEqual(['Front', '', 'Back', ''])
    await putBack()
    expect(planned()).toEqual([])
    await putBack({ fields: ['price'] })
    expect(planned()).toEqual([])
  })

  it('with a copy that only the snapshot needed, though that is let go of while the review is open; and it goes with the review', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stockroom-copies-'))
    const staging = createStaging({ folder, now: () => Date.now() + 3_600_000 })
    const discarding: Promise<string[]>[] = []
    function discard(...asked: Parameters<typeof staging.discard>) {
      const done = staging.discard(...asked)
      discarding.push(done)
      return done
    }
    const { giveBack } = createStagedContent({
      catalogue: mugs.catalogue,
      staging: { ...staging, discard },
      logError: console.error,
    })
    const kept = async () => (await Promise.all(discarding), readdirSync(folder))
    await Promise.all([snapshots.stop(), bulk.stop()])
    snapshots = openSnapshots(mugs.catalogue, { giveBack })
    bulk = openProposals({ ...mugs, giveBack })

    const key = 'https://cdn.example/a.jpg'
    mugs.put(1, { media: { images: [{ id: 'a', imageOriginalUrl: key }] } })
    await snapshots.take({ code: 'by-hand' })
    const removeNewest = () => snapshots.remove(snapshots.all().list[0]!.id)
    const { hash, size: bytes } = await staging.stageFile(Readable.from([Buffer.from('A picture')]))
    mugs.catalogue.snapshots.pictures.keep({ thingId: ids[0]!, key, hash, bytes })
    mugs.put(1, {})
    snapshotId = snapshots.all().list[0]!.id
    await putBack()
    await removeNewest()
    expect(await kept()).toEqual([hash])
    bulk.discardForGood(bulk.current()!.id)
    await expect.poll(kept).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('but for what nobody could send of its pictures, each with why, and the rest goes back', async () => {
    const image = (id: string, url: string, alt = '') => ({ id, imageOriginalUrl: url, alt: { main: alt } })
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `https://cdn.example/${name}.jpg`) as [string, string, string]
    const long = 'Front. '.repeat(200)
    const broken = 'https://'
    const far = `https://cdn.example/${'d'.repeat(4100)}`
    mugs.put(1, {
      media: { images: [image('a', a, long), image('b', b, long), image('c', c), image('d', broken), image('e', far)] },
    })
    await snapshots.take({ code: 'by-hand' })
    snapshotId = snapshots.all().list[0]!.id
    mugs.put(1, { price: 12, media: { images: [image('a', a)] } })
    expect(await putBack()).toMatchObject({ products: 1, refused: 4 })
    expect(
      bulk.only('refused').map(({ after, reason }) => [Object(after).from ?? Object(after).describes, reason]),
    ).toEqual([
      [a, 'An alt text has at most 1,000 characters, and this one was longer. Shorten it, and enter it by hand.'],
      [b, 'An alt text has at most 1,000 characters, and this one was longer. Shorten it, and enter it by hand.'],
      [broken, 'This is no address of a picture on the web. It begins with https://.'],
      [far, 'An address has at most 4096 characters.'],
    ])
    await bulk.applied()
    expect(currentProduct(mugs.catalogue, ids[0]!)).toMatchObject({ price: 10, media: { images: [{}, {}] } })
  })

  it('but for the stock, which sales have moved, unless that is asked for', async () => {
    mugs.put(1, { price: 10, quantity: 1 })
    await putBack()
    expect(planned()).toEqual([])
    await putBack({ stock: true })
    expect(planned()).toEqual([[ids[0], 'quantity', 1, 4]])
  })

  it('to variations too, and one that is gone is made anew', async () => {
    const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }]
    const combinations = [{ id: 71, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: 'S', price: 9 }]
    mugs.put(3, { options, combinations })
    await putBack()
    expect(bulk.rows().map(({ variation, field, before, after }) => [variation, field, before, after])).toEqual([
      ['S', 'price', 9, 7],
      ['L', 'variation', null, expect.objectContaining({ options: [{ name: 'Size', value: 'L' }] })],
    ])
    await bulk.applied()
    expect(currentProduct(mugs.catalogue, ids[2]!)?.combinations).toMatchObject([
      { sku: 'S', price: 7 },
      { sku: 'L', options: [{ name: 'Size', value: 'L' }] },
    ])
  })

  it('to a product that is gone, in the row that it had', async () => {
    mugs.catalogue.products.remove(ids[1]!)
    expect(await putBack()).toMatchObject({ products: 1, creations: 1 })
    expect(bulk.rows()).toMatchObject([{ field: 'new', productName: 'Mug 2', sku: 'M-2', isNew: true }])
    await bulk.applied()
    expect(currentProduct(mugs.catalogue, ids[1]!)).toMatchObject({ name: 'Mug 2', sku: 'M-2', price: 20 })
    const { changeSetId } = bulk.current()!
    await mugs.changes.revertInParts(changeSetId!)
    expect(currentProduct(mugs.catalogue, ids[1]!)).toBeUndefined()
  })

  it('with its pictures from the copies of its delete, those too that were on their way when the snapshot was taken', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
    const address = (name: string) => `https://cdn.example/${name}.jpg`
    const [front, side] = [address('front'), address('side')]
    const images = [
      { id: '0', imageOriginalUrl: front },
      { id: '1', image1500pxUrl: side },
    ]
    const productId = mugs.put(2, { price: 20, media: { images } })
    const source = { hash: 'd'.repeat(64) }
    mugs.apply({ kind: 'picture.add', productId, source, role: 'gallery', fileName: '', alt: '' })
    await snapshots.take({ code: 'by-hand' })
    snapshotId = snapshots.all().list[0]!.id

    const { catalogue } = mugs
    const [upload] = mugs.openOf(productId)
    catalogue.changes.update(upload!.id, { after: { ...Object(upload!.after), key: address('new') } })
    mugs.sendAll(productId, { media: { images: [...images, { id: '2', imageOriginalUrl: address('new') }] } })
    mugs.apply({ kind: 'delete', productId })
    const [deleted] = mugs.openOf(productId)
    const copies = new Map([front, side, address('new')].map((each, n) => [each, [a, b, c][n]!]))
    const before = withCopies(remoteProductSchema.parse(deleted!.before), copies)
    catalogue.changes.update(deleted!.id, { state: 'sent', before })
    catalogue.products.remove(productId)

    expect(await putBack()).toMatchObject({ creations: 1, refused: 0 })
    await bulk.applied()
    const shown = imagesOf(currentProduct(catalogue, productId)!)
    expect(shown.map(({ image160pxUrl }) => image160pxUrl)).toEqual([a, b, c].map(stagedSource))
  })

  it('with the picture of a variation from the copy that its change kept, where the snapshot has none, and once', async () => {
    const [productId, key, hash] = [ids[2]!, 'https://cdn.example/large.jpg', 'e'.repeat(64)]
    const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }] }]
    const variation = { id: 71, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }] }
    mugs.put(3, { options, combinations: [{ ...variation, imageUrl: key, originalImageUrl: key }] })
    await snapshots.take({ code: 'by-hand' })
    snapshotId = snapshots.all().list[0]!.id
    mugs.apply({ kind: 'picture.variation', productId, variationId: 71, source: null, fileName: '' })
    const [removal] = mugs.openOf(productId)
    mugs.catalogue.changes.update(removal!.id, { before: { ...Object(removal!.before), source: { hash } } })
    mugs.sendAll(productId, { options, combinations: [variation] })
    await putBack()
    expect(planned()).toEqual([[productId, 'picture', null, expect.objectContaining({ hash, from: key })]])
    await bulk.applied()
    expect((await snapshots.compare({ snapshotId, offset: 0, limit: 10 })).total).toBe(0)
    await putBack()
    expect(planned()).toEqual([])
  })

  it('not what others brought back since the review, which its row says', async () => {
    const url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
    const video = { media: { videos: [{ id: 'v', url }] } }
    const file = { id: 5, name: 'Manual.pdf', size: 3, description: 'Now' }
    mugs.put(1, { ...video, files: [{ ...file, description: 'Then' }] })
    await snapshots.take({ code: 'by-hand' })
    snapshotId = snapshots.all().list[0]!.id
    mugs.put(1, { files: [file] })
    await putBack()
    bulk.leaveOut(bulk.current()!.id, { field: 'file' }, true)
    mugs.put(1, { ...video, files: [file] })
    await bulk.applied()
    expect(bulk.only('refused')).toMatchObject([{ field: 'video', reason: 'The product has this video already.' }])
    mugs.put(1, { files: [file] })
    await putBack()
    bulk.leaveOut(bulk.current()!.id, { field: 'video' }, true)
    mugs.put(1, {})
    await bulk.applied()
    expect(bulk.only('refused')).toMatchObject([{ field: 'file', reason: 'The file is not on the product any more.' }])
  })

  it('and nothing is said of what came and went since', async () => {
    mugs.catalogue.products.remove(mugs.put(4))
    expect(await putBack({ deletes: true })).toMatchObject({ products: 0, refused: 0 })
  })

  it('not to one whose delete still waits', async () => {
    mugs.apply({ kind: 'delete', productId: ids[0]! })
    await putBack()
    expect(bulk.only('refused')).toMatchObject([{ field: 'new', reason: expect.stringContaining('not been sent') }])
  })

  it('not from one that is no longer there', async () => {
    await snapshots.remove(snapshotId)
    mugs.put(4)
    await expect(putBack({ deletes: true })).rejects.toThrow('no longer there')
    expect(bulk.current()).toBeNull()
  })

  it('and what was not there then goes only where that is asked for', async () => {
    const made = mugs.put(4)
    await putBack()
    expect(planned()).toEqual([])
    expect(await putBack({ deletes: true })).toMatchObject({ deletions: 1 })
    expect(planned()).toEqual([[made, null, null, null]])
  })
})
