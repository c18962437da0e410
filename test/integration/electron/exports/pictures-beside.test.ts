import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourcedPictures } from '../../../../electron/changes/sourced-pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { Operation } from '../../../../electron/shared/change'
import type { ExportFormat } from '../../../../electron/shared/export'
import { openExports } from '../../../support/an-export'
import { guardFor } from '../../../support/guard-for'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs, type PictureJobsClient } from '../../../support/picture-jobs-client'
import { changeVariation, setVariationPicture } from '../../../support/stored-variations'
import { openProposals } from '../bulk/proposals-of-mugs'
import { createImports } from '../../../../electron/imports/imports'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let exports: ReturnType<typeof openExports>
let client: PictureJobsClient
/** Addresses that lead to nothing. */
let gone: Set<string>
/** How often an address is asked for in vain first. */
let busy: Map<string, number>
let onFetch: () => void
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  client = openPictureJobs(synced)
  gone = new Set()
  busy = new Map()
  onFetch = () => {}
  const guarded = guardFor(new URL(synced.store.baseUrl).origin)
  exports = openExports({
    catalogue: synced.catalogue,
    words: synced.session.snapshot,
    fetch: (url, init) => {
      onFetch()
      const inVain = busy.get(url) ?? 0
      busy.set(url, inVain - 1)
      if (inVain > 0) return Promise.resolve(new Response(null, { status: 503 }))
      return guarded(gone.has(url) ? url.replace(/[^/]*$/, 'no-such-picture') : url, init)
    },
    bytesOf: synced.staging.read,
  })
})
afterEach(async () => {
  await exports.close()
  await synced.close()
})

/** Of products of the store, to begin with those that have variations: the demo store draws each picture when it is asked for. */
function some(): number[] {
  const { rows } = synced.catalogue.search({}, 0, 1000)
  const pictured = rows.filter(({ pictureCount }) => pictureCount > 0)
  const [withVariations, others] = [pictured.filter(({ variationCount }) => variationCount > 1), pictured]
  const several = others.filter(({ pictureCount, variationCount }) => variationCount === 0 && pictureCount > 1)
  return [...withVariations.slice(0, 2), ...several.slice(0, 5)].map(({ id }) => id)
}
const product = (id: number) => currentProduct(synced.catalogue, id)!
const ofSeveral = () => some().find((id) => (product(id).media?.images ?? []).length > 1)!
const held = (ids: readonly number[]) => ids.reduce((sum, id) => sum + sourcedPictures(product(id)).length, 0)
const written = (name: string, ids: readonly number[], format: ExportFormat = 'csv') =>
  exports.written(name, { format, withPictures: true, selection: { ids: [...ids] } })
const inFolder = (name: string) => readdirSync(exports.fileOf(name)).toSorted()
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })

/** Two of its variations get pictures on the web; one of them is known by no SKU of its own. */
async function withPicturesOfVariations(): Promise<number[]> {
  const [ofVariations = 0] = some()
  const ecwidId = synced.catalogue.products.ecwidIdOf(ofVariations)!
  const [first, second] = product(ofVariations).combinations!
  await setVariationPicture(synced.store, ecwidId, first!.id, pngBytes(60, 60, { shade: 1 }))
  await setVariationPicture(synced.store, ecwidId, second!.id, pngBytes(60, 60, { shade: 2 }))
  await changeVariation(synced.store, ecwidId, first!.id, { sku: 'OWN-1' })
  await changeVariation(synced.store, ecwidId, second!.id, { sku: '' })
  await synced.pull()
  return some()
}

/** What its review says, by the columns that its header tells. */
async function imported(name: string, replacesPictures = false) {
  const { catalogue, session, staging } = synced
  const bulk = openProposals({ catalogue, ...session, words: session.snapshot })
  const imports = createImports({
    catalogue,
    words: session.snapshot,
    proposals: bulk,
    holdStaged: () => ({ stage: staging.stage, end: () => {} }),
  })
  const path = exports.fileOf(name)
  const { targets, shape } = await imports.look(path, {})
  const asked = { choices: {}, targets, columns: [...shape.columns], decimals: [], what: 'both' as const }
  await imports.propose(path, { ...asked, replacesPictures })
  const { products, refused } = await bulk.reaches('ready')
  const rows = bulk.rows()
  await bulk.stop()
  return { products, refused, rows }
}

async function dropped(path: string) {
  const { id } = await client.jobs.start([path])
  return client.reached(id, 'review')
}

describe('the pictures beside a table', () => {
  it('are all that the products and their variations have, and dropped here again they add nothing', async () => {
    const ids = await withPicturesOfVariations()
    const count = held(ids)
    const ended = await written('some.csv', ids)
    expect(ended).toMatchObject({ state: 'written', folder: 'some pictures', pictures: count, missing: { count: 0 } })
    expect(ended.done).toBe(ended.total)
    expect(inFolder('some pictures')).toHaveLength(count)
    expect(inFolder('some pictures')).toContain('OWN-1.png')

    const { id, counts } = await dropped(exports.fileOf('some pictures'))
    const nothing = { matched: 0, doubtful: 0, unmatched: 0, refused: 0, already: count, leftOut: 0 }
    expect(counts).toEqual(nothing)
    await client.jobs.setOptions(id, { mode: 'replace' })
    expect((await client.reached(id, 'review')).counts).toEqual(nothing)
  })

  it('are called by the SKU and their place', async () => {
    const id = ofSeveral()
    const { sku } = product(id)
    await written('one.csv', [id])
    expect(inFolder('one pictures')).toEqual(
      expect.arrayContaining([expect.stringMatching(`^${sku}\\.\\w+$`), expect.stringMatching(`^${sku}-2\\.\\w+$`)]),
    )
  })

  it('are found again where an SKU says nothing, or another one reads alike', async () => {
    const ids = some()
    // The second picture of A-77 is called as the first one of A-77-2; CON is a device of Windows, and 7 may be a place.
    const skus = ['A-77', 'A-77-2', 'CON', '7', 'B/1*?.', 'IMG_0001', 'c'.repeat(300)]
    apply(...ids.map((productId, at): Operation => ({ kind: 'update', productId, fields: { sku: skus[at] ?? '' } })))
    const { pictures } = await written('all.csv', ids)
    expect((await dropped(exports.fileOf('all pictures'))).counts).toMatchObject({ already: pictures, matched: 0 })
    expect(inFolder('all pictures').filter((name) => /^con\.|[\\/:*?"<>|]/i.test(name) || name.length > 200)).toEqual(
      [],
    )
  })

  it('that wait to be sent are among them', async () => {
    const id = ofSeveral()
    const { hash } = await synced.staging.stageBytes('new.png', pngBytes(40, 30))
    synced.session.changes.holdAll(true)
    apply({ kind: 'picture.add', productId: id, source: { hash }, role: 'gallery', fileName: 'new.png', alt: '' })
    await written('one.csv', [id])
    const file = `${product(id).sku}-${product(id).media?.images?.length}.png`
    expect(readFileSync(join(exports.fileOf('one pictures'), file)).equals(pngBytes(40, 30))).toBe(true)
  })

  it('that cannot be had are named, and the others are there', async () => {
    const id = ofSeveral()
    const [, second] = sourcedPictures(product(id))
    gone.add((second!.source as { url: string }).url)
    expect(await written('one.csv', [id])).toMatchObject({
      state: 'written',
      missing: { count: 1, first: [`picture 2 of ${product(id).sku}`] },
    })
    expect(inFolder('one pictures')).toHaveLength(held([id]) - 1)
  })

  it('that cannot be had at once are asked for again, and named where they never can', async () => {
    const id = ofSeveral()
    const [first, second] = sourcedPictures(product(id)).map(({ source }) => (source as { url: string }).url)
    busy.set(first!, 2)
    busy.set(second!, 1000)
    expect(await written('one.csv', [id])).toMatchObject({
      state: 'written',
      missing: { count: 1, first: [`picture 2 of ${product(id).sku}`] },
    })
    expect(inFolder('one pictures')).toContainEqual(expect.stringMatching(`^${product(id).sku}\\.\\w+$`))
  })

  it('and their table appear whole or not at all', async () => {
    let fetched = 0
    onFetch = () => {
      fetched += 1
      if (fetched === 3) exports.cancel()
    }
    expect(await written('some.csv', some())).toMatchObject({ state: 'cancelled' })
    expect(exports.files()).toEqual([])
  })

  it('come back where the table cannot be written', async () => {
    mkdirSync(exports.fileOf('one.csv'))
    expect(await written('one.csv', [ofSeveral()])).toMatchObject({ state: 'failed' })
    expect(exports.files()).toEqual(['one.csv'])
  })

  it('never take the place of what somebody else put there, and are written anew where they are as they were', async () => {
    const id = ofSeveral()
    mkdirSync(exports.fileOf('one pictures'))
    writeFileSync(join(exports.fileOf('one pictures'), 'mine.txt'), 'mine')
    expect(await written('one.csv', [id])).toMatchObject({ folder: 'one pictures 2' })
    expect(inFolder('one pictures')).toEqual(['mine.txt'])

    await exports.again(null, async () => null)
    expect(await exports.over()).toMatchObject({ state: 'written', folder: 'one pictures 2' })
    writeFileSync(join(exports.fileOf('one pictures 2'), 'note.txt'), 'an hour of work')
    await exports.again(null, async () => null)
    expect(await exports.over()).toMatchObject({ state: 'written', folder: 'one pictures 3' })
    expect(inFolder('one pictures 2')).toContain('note.txt')
    expect(exports.files()).toEqual(['one pictures', 'one pictures 2', 'one pictures 3', 'one.csv'])
  })

  it('leave to its owner what changed in their folder while they were written, or came to be there', async () => {
    const id = ofSeveral()
    await written('one.csv', [id])
    const before = inFolder('one pictures')
    onFetch = () => writeFileSync(join(exports.fileOf('one pictures'), 'note.txt'), 'an hour of work')
    await exports.again(null, async () => null)
    expect(await exports.over()).toMatchObject({ state: 'failed' })
    expect(inFolder('one pictures')).toEqual([...before, 'note.txt'].toSorted())

    onFetch = () => mkdirSync(exports.fileOf('two pictures'), { recursive: true })
    expect(await written('two.csv', [id])).toMatchObject({ state: 'failed' })
    expect(exports.files()).toEqual(['one pictures', 'one.csv', 'two pictures'])
  })

  it('have their folder again after an export without them', async () => {
    const id = ofSeveral()
    await written('one.csv', [id])
    await exports.written('one.csv', { format: 'csv', selection: { ids: [id] } })
    expect(await written('one.csv', [id])).toMatchObject({ state: 'written', folder: 'one pictures' })
  })

  it.each(['xlsx', 'csv', 'ecwid'] as const)('are no news when their table is imported again: %s', async (format) => {
    const name = `some.${format === 'ecwid' ? 'csv' : format}`
    const ids = await withPicturesOfVariations()
    await written(name, ids, format)
    const review = await imported(name, true)
    expect(review).toMatchObject({ products: 0, refused: 0 })
    expect(review.rows.filter(({ field }) => field === 'picture').every(({ standing }) => standing === 'same')).toBe(
      true,
    )
  })

  it('are named in the table, and one that was changed there is the only news', async () => {
    const id = ofSeveral()
    const { sku } = product(id)
    await written('one.csv', [id])
    const cells = [exports.rows('one.csv')[0]?.['Picture 1'], exports.rows('one.csv')[0]?.['Picture 2']]
    const names = cells.map((cell) => String(cell).split('/'))
    expect(names).toEqual([
      ['one pictures', expect.stringMatching(`^${sku}\\.`)],
      ['one pictures', expect.stringMatching(`^${sku}-2\\.`)],
    ])
    writeFileSync(exports.fileOf(String(cells[1])), pngBytes(70, 70, { shade: 3 }))
    const { rows } = await imported('one.csv')
    const news = rows.filter(({ standing }) => standing !== 'same')
    expect(news.map(({ field, standing, after }) => [field, standing, Object(after).fileName])).toEqual([
      ['picture', 'in', names[1]?.[1]],
    ])
  })

  it('stand beside Ecwid’s own file too, whose cells keep the addresses', async () => {
    await written('catalog.csv', [ofSeveral()], 'ecwid')
    expect(exports.rows('catalog.csv')[0]?.['product_media_main_image_url']).toMatch(/^http/)
    expect(inFolder('catalog pictures').length).toBeGreaterThan(0)
  })
})
