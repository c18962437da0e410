import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewRevert } from '../../../../electron/changes/revert-preview'
import { archiveAsSnapshot } from '../../../../electron/archives/compare-archive'
import { openDatabase } from '../../../../electron/catalogue/database'
import { openExports } from '../../../support/an-export'
import { openSnapshots } from '../../../support/kept-snapshots'
import { unzipped } from '../../../support/unzipped'
import { zipOf } from '../../../support/zip-files'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from '../imports/full-mug'

const dayMs = 24 * 3_600_000

let mugs: Mugs
let exports: ReturnType<typeof openExports>
let snapshots: ReturnType<typeof openSnapshots>
let ids: number[]
let at: number
beforeEach(() => {
  mugs = openMugs()
  at = 1_000_000
  ids = [1, 2, 3].map((n) => mugs.put(n, { price: n * 10 }))
  exports = openExports({ catalogue: mugs.catalogue, words: () => wordsOfMugs })
  snapshots = openSnapshots(mugs.catalogue, { now: () => at })
})
afterEach(async () => {
  await exports.close()
  await snapshots.stop()
  await mugs.changes.stop()
  mugs.close()
})

const open = (name = 'all.zip', storeId = 1003) => archiveAsSnapshot({ storeId, snapshots }, exports.fileOf(name))
const compare = (snapshotId: number) => snapshots.compare({ snapshotId, offset: 0, limit: 50 })
const list = () => snapshots.all().list

function spareIds(): unknown[] {
  const db = openDatabase(mugs.file)
  const rows = db.prepare('SELECT * FROM spare_ids').all()
  db.close()
  return rows
}

/** So many products, and nothing else. */
const only = (products: number) => ({ products, categories: 0, productTypes: 0 })

describe('an archive that is opened', () => {
  it('differs in nothing from the store that it is of, and is among the snapshots', async () => {
    await exports.archived('all.zip')
    at += dayMs
    const snapshotId = await open()
    expect(await compare(snapshotId)).toMatchObject({ total: 0 })
    expect(list()).toMatchObject([
      { id: snapshotId, takenAt: at, occasion: { code: 'archive', file: 'all.zip' }, products: 3 },
    ])
  })

  it('says field by field what is another now, what came and what went', async () => {
    await exports.archived('all.zip')
    mugs.put(1, { price: 12 })
    mugs.catalogue.products.remove(ids[1]!)
    mugs.put(4)
    const { tally, things } = await compare(await open())
    expect(tally).toEqual({ changed: only(1), new: only(1), gone: only(1), goBack: 2 })
    const said = things.map(({ name, became, differences }) => [
      name,
      became,
      differences.map(({ field, before, after }) => [field, before, after]),
    ])
    expect(said).toEqual(
      expect.arrayContaining([
        ['Mug 1', 'changed', [['price', 10, 12]]],
        ['Mug 2', 'gone', []],
        ['Mug 4', 'new', []],
      ]),
    )
  })

  it('is put back through the review, what is gone as a whole', async () => {
    await exports.archived('all.zip')
    mugs.put(1, { price: 12 })
    mugs.catalogue.products.remove(ids[1]!)
    const bulk = openProposals(mugs)
    const snapshotId = await open()
    const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false } as const
    bulk.propose({ selection: { snapshotId }, action })
    expect(await bulk.reaches('ready')).toMatchObject({ products: 2, creations: 1, refused: 0 })
    await bulk.applied()
    expect(await compare(snapshotId)).toMatchObject({ tally: { changed: only(0), new: only(0), gone: only(0) } })
    // What came back is known when the file is opened again, also once the first opening is let go of.
    await snapshots.remove(snapshotId)
    expect(await compare(await open())).toMatchObject({ tally: { changed: only(0), new: only(0), gone: only(0) } })
    await bulk.stop()
  })

  it('knows what was deleted since, so that it comes back by the archive or by the undo, once', async () => {
    await exports.archived('all.zip')
    const [productId] = ids as [number]
    const { changeSetId } = mugs.apply({ kind: 'delete', productId })
    for (const { id } of mugs.openOf(productId)) mugs.catalogue.changes.update(id, { state: 'sent', sentAt: 1 })
    mugs.catalogue.products.remove(productId)
    const bulk = openProposals(mugs)
    const snapshotId = await open()
    const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false } as const
    const creations = async () => {
      bulk.propose({ selection: { snapshotId }, action })
      return (await bulk.reaches('ready')).creations
    }
    const standing = () =>
      previewRevert(mugs.catalogue, { changeSetId: changeSetId!, offset: 0, limit: 1 })[0]?.standing

    expect(await creations()).toBe(1)
    const written = await bulk.applied()
    expect(standing()).toBe('done')
    const { changeSetId: revertSetId } = mugs.changes.revert(written.changeSetId!)
    expect([standing(), await creations()]).toEqual(['clean', 1])
    mugs.changes.redo({ setId: written.changeSetId!, revertSetId })
    expect([standing(), await creations()]).toEqual(['done', 0])
    mugs.changes.revert(written.changeSetId!)
    mugs.changes.revert(changeSetId!)
    expect([standing(), await creations()]).toEqual(['done', 0])
    await bulk.stop()
  })

  it('changes nothing of what the snapshots before and after it tell, also once it is let go of', async () => {
    await exports.archived('all.zip')
    mugs.put(1, { price: 12 })
    await snapshots.take({ code: 'by-hand' })
    const [{ id: before } = { id: 0 }] = list()
    const archived = await open()
    await snapshots.take({ code: 'by-hand' })
    const [{ id: after } = { id: 0 }] = list()
    mugs.put(1, { price: 13 })
    const pricesThen = async (snapshotId: number) =>
      (await compare(snapshotId)).things.flatMap(({ differences }) => differences.map((one) => one.before))
    const told = async () => [await pricesThen(before), await pricesThen(after)]
    expect(await told()).toEqual([[12], [12]])
    expect(await pricesThen(archived)).toEqual([10])
    await snapshots.remove(archived)
    expect(await told()).toEqual([[12], [12]])
  })

  it('goes by its age in this list, and neither takes the place of the newest snapshot nor of the daily one', async () => {
    await exports.archived('all.zip')
    await snapshots.keepFor(7)
    await snapshots.take({ code: 'by-hand' })
    at += dayMs
    await open()
    mugs.put(1, { price: 12 })
    await snapshots.daily()
    expect(list().map(({ occasion }) => occasion.code)).toEqual(['daily', 'archive', 'by-hand'])
    at += 6 * dayMs
    await open()
    at += 7 * dayMs + 1
    await snapshots.keepFor(7)
    expect(list().map(({ occasion }) => occasion.code)).toEqual(['daily'])
  })

  it('has a thing that is in it twice once, as it says last, and keeps nothing else of it', async () => {
    const last = { id: 1, name: 'Mug 1', sku: 'M-1', price: 30 }
    await written({ products: [last] })
    await snapshots.remove(await open('made.zip'))
    const alone = await open('made.zip').then(() => list()[0]!.bytes)
    await snapshots.remove(list()[0]!.id)

    const first = { id: 1, name: 'Another mug, of which nothing is to stay', sku: 'M-2', price: 20 }
    await written({ products: [first, last], about: { counts: { product: 2, category: 0, productType: 0 } } })
    const snapshotId = await open('made.zip')
    expect(JSON.parse(mugs.catalogue.snapshots.contentAt(snapshotId, ids[0]!) ?? '')).toEqual({ product: last })
    expect(list()[0]!.bytes).toBe(alone)
  })

  it('names nothing by what only another local copy knows', async () => {
    await written({
      products: [{ id: 1, name: 'Mug 1', sku: 'M-1', price: 10, categoryIds: [7, -4], defaultCategoryId: -4 }],
    })
    const snapshotId = await open('made.zip')
    const kept = JSON.parse(mugs.catalogue.snapshots.contentAt(snapshotId, ids[0]!) ?? '') as { product: object }
    expect(kept.product).toEqual({ id: 1, name: 'Mug 1', sku: 'M-1', price: 10, categoryIds: [7] })
  })
})

const about = {
  format: 'stockroom-archive',
  version: 1,
  takenAt: 5,
  store: { id: 1003, name: 'Mugs' },
  counts: { product: 1, category: 0, productType: 0 },
}
const asList = (things: readonly object[]) => `[\n${things.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`

/** An archive as somebody may have made it. */
async function written(
  what: { products?: readonly object[]; about?: object; files?: Record<string, string> },
  says: Record<string, number> = {},
) {
  const files = {
    'products.json': asList(what.products ?? [{ id: 1, name: 'Mug 1' }]),
    'categories.json': '[\n]\n',
    'product-types.json': '[\n]\n',
    'stockroom.json': JSON.stringify({ ...about, ...what.about }),
    ...what.files,
  }
  writeFileSync(exports.fileOf('made.zip'), zipOf(files, says))
}

const deep = `{"id":1,"of":${'['.repeat(5000)}${']'.repeat(5000)}}`
type Made = Parameters<typeof written>[0]

describe('what is chosen as an archive', () => {
  it.each<[string, Made, RegExp]>([
    ['of a newer Stockroom', { about: { version: 2 } }, /^made\.zip was made by a newer Stockroom\./],
    [
      'of another store',
      { about: { store: { id: 7, name: 'Teapots' } } },
      /is an archive of another store: Teapots \(7\)/,
    ],
    ['of another program', { files: { 'stockroom.json': '{"format":"other"}' } }, /is no archive of a store/],
    ['that says nothing of itself', { about: { counts: null } }, /is no archive of a store/],
    ['with fewer products than it says', { products: [] }, /is damaged, or another program has changed it/],
    ['with more products than it says', { products: [{ id: 1 }, { id: 2 }] }, /is damaged/],
    ['whose list is written otherwise', { files: { 'products.json': '[{"id":1}]' } }, /is damaged/],
    ['whose list has no end', { files: { 'products.json': '[\n{"id":1}\n' } }, /is damaged/],
    ['with a product that has no number', { products: [{ name: 'Mug' }] }, /is damaged/],
    ['with what is no product', { files: { 'products.json': '[\n7\n]\n' } }, /is damaged/],
    ['with a product that is too deep', { files: { 'products.json': `[\n${deep}\n]\n` } }, /is damaged/],
    [
      'with what is no text',
      { files: { 'products.json': Buffer.from('[\n"\xff"\n]\n', 'latin1') as never } },
      /is damaged/,
    ],
    [
      'that fills a computer',
      { files: { 'products.json': `[\n{"id":1,"name":"${'a'.repeat(60_000_000)}"}\n]\n` } },
      /has more in it than a store can have/,
    ],
  ])('%s is refused in words, and nothing is kept of it', async (_, what, sentence) => {
    await written(what)
    await expect(open('made.zip')).rejects.toThrow(sentence)
    expect(list()).toEqual([])
    await snapshots.take({ code: 'by-hand' })
    expect(await compare(list()[0]!.id)).toMatchObject({ total: 0 })
  })

  it('and is refused midway leaves no ids of what is only in it, and those of others stay', async () => {
    await exports.archived('all.zip')
    mugs.catalogue.products.remove(ids[1]!)
    await open()
    const known = spareIds()
    expect(known).toMatchObject([{ ecwid_id: 2 }])
    const gone = Array.from({ length: 60 }, (_, n) => ({ id: n + 2, name: `Mug ${n}` }))
    await written({ products: gone, about: { counts: { product: 99, category: 0, productType: 0 } } })
    await expect(open('made.zip')).rejects.toThrow(/is damaged/)
    expect(spareIds()).toEqual(known)
  })

  it('with less in it than its directory says is refused', async () => {
    await written({}, { 'products.json': 5000 })
    await expect(open('made.zip')).rejects.toThrow(/is damaged/)
  })

  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a text', Buffer.from('products')],
    ['an archive of pictures', zipOf({ 'a.png': 'a' })],
    ['an archive within an archive', zipOf({ 'all.zip': zipOf({ 'stockroom.json': JSON.stringify(about) }) })],
  ])('%s is none', async (_, bytes) => {
    writeFileSync(exports.fileOf('other.zip'), bytes)
    await expect(open('other.zip')).rejects.toThrow(/^other\.zip is no archive of a store/)
  })

  it('cut off anywhere, or with another byte, is refused or as it was', async () => {
    await exports.archived('all.zip')
    const whole = readFileSync(exports.fileOf('all.zip'))
    for (let n = 0; n < 60; n += 1) {
      const place = Math.floor((whole.length * n) / 60)
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ 0x10
      for (const bytes of [whole.subarray(0, place), flipped]) {
        writeFileSync(exports.fileOf('hurt.zip'), bytes)
        const opened = await open('hurt.zip').catch((error: Error) => error.message)
        if (typeof opened === 'number') expect(await compare(opened)).toMatchObject({ total: 0 })
        else expect(opened).toMatch(/^hurt\.zip (is|was|has) /)
      }
    }
  })

  it('and is not there any more says so', async () => {
    await expect(open('nowhere.zip')).rejects.toMatchObject({ info: { code: 'not-found' } })
  })
})

it('what is written is what is read, in another local copy too', async () => {
  await exports.archived('all.zip')
  const other = openMugs()
  const kept = openSnapshots(other.catalogue)
  const snapshotId = await archiveAsSnapshot({ storeId: 1003, snapshots: kept }, exports.fileOf('all.zip'))
  const there = await kept.compare({ snapshotId, offset: 0, limit: 10 })
  expect(there.tally).toMatchObject({ gone: only(3), new: only(0) })
  const again = openExports({ catalogue: other.catalogue, words: () => wordsOfMugs })
  await again.archived('again.zip', { snapshotId })
  const products = async (path: string) => (await unzipped(path)).get('products.json')?.toString()
  expect(await products(again.fileOf('again.zip'))).toBe(await products(exports.fileOf('all.zip')))
  await again.close()
  await kept.stop()
  await other.changes.stop()
  other.close()
})
