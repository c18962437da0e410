import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { guardFor } from '../../../support/guard-for'
import { openSnapshots } from '../../../support/kept-snapshots'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore } from '../../../support/synced-store'
import { unzipped } from '../../../support/unzipped'
import { startWebServer, type WebServer } from '../../../support/web-server'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from '../imports/full-mug'

const nothing = () => {}
let mugs: Mugs
let exports: ReturnType<typeof openExports>
let web: WebServer
/** By path. */
let pictures: Record<string, Uint8Array>
let staged: Record<string, Buffer>
let onRequest: (path: string) => void
/** What a path answers, one after the other, before its picture: a status, or nothing at all. */
let failing: Record<string, (Failure | 'silence')[]>
type Failure = { status: number; retryAfter?: string }
/** How long it rested. */
let rests: number[]
let onRest: () => void
/** When it was last told to come again later, and when it rested first. */
let [told, rested] = [0, 0]
beforeEach(async () => {
  mugs = openMugs()
  pictures = {}
  staged = {}
  onRequest = () => {}
  failing = {}
  rests = []
  onRest = nothing
  web = await startWebServer(({ url = '' }, response) => {
    onRequest(url)
    const failure = failing[url]?.shift()
    if (failure === 'silence') return void response.destroy()
    if (failure) {
      if (failure.retryAfter) {
        response.setHeader('Retry-After', failure.retryAfter)
        told = Date.now()
      }
      response.statusCode = failure.status
      return void response.end()
    }
    const bytes = pictures[url]
    response.statusCode = bytes ? 200 : 404
    response.end(bytes)
  })
  exports = openExports({
    catalogue: mugs.catalogue,
    words: () => wordsOfMugs,
    fetch: guardFor(web.origin),
    bytesOf: async (hash) => staged[hash]!,
    after: (ms, run) => {
      rests.push(ms)
      if (rests.length === 1) rested = Date.now()
      const rest = setImmediate(onRest === nothing ? run : onRest)
      return () => clearImmediate(rest)
    },
  })
})
afterEach(async () => {
  await exports.close()
  await mugs.changes.stop()
  mugs.close()
  await web.stop()
})

async function archive(name: string) {
  const files = await unzipped(exports.fileOf(name))
  const json = (file: string) => JSON.parse(files.get(file)?.toString() ?? 'null') as unknown
  return { names: [...files.keys()], files, json }
}
const putMany = (count: number) =>
  mugs.catalogue.transaction(() => {
    for (let n = 1; n <= count; n += 1) mugs.put(n, { description: 'Stoneware. '.repeat(20) })
  })
const pictured = (...names: string[]) => ({
  media: {
    images: names.map((name, at) => ({
      id: String(at),
      orderBy: at,
      imageOriginalUrl: `${web.origin}/${name}`,
    })),
  },
})

describe('an archive of the store as it is', () => {
  it('has all products as their owner sees them, and says of what it is', async () => {
    const ids = [1, 2, 3].map((n) => mugs.put(n, { brandNewField: { of: 'Ecwid' } }))
    mugs.apply({ kind: 'update', productId: ids[1]!, fields: { price: 12 } })
    expect(await exports.archived('all.zip')).toMatchObject({
      state: 'written',
      what: 'archive',
      archive: { products: 3, categories: 0, productTypes: 0, pictures: null, missing: { count: 0 }, notInStore: 0 },
    })
    const { names, json } = await archive('all.zip')
    expect(names).toEqual([
      ...['products.json', 'categories.json', 'product-types.json'],
      ...['store.json', 'stockroom.json'],
    ])
    expect(json('products.json')).toMatchObject([
      { id: 1, price: 10, brandNewField: { of: 'Ecwid' } },
      { id: 2, price: 12 },
      { id: 3, price: 10 },
    ])
    expect(json('stockroom.json')).toMatchObject({
      format: 'stockroom-archive',
      version: 1,
      store: { id: 1003, name: 'Mugs' },
      counts: { product: 3, category: 0, productType: 0 },
    })
  })

  it('has one product in each line, and none where there is none', async () => {
    await exports.archived('none.zip')
    expect((await archive('none.zip')).files.get('products.json')?.toString()).toBe('[\n]\n')
    putMany(1500)
    await exports.archived('all.zip')
    const lines = (await archive('all.zip')).files.get('products.json')!.toString().split('\n')
    expect(lines).toHaveLength(1503)
    expect(lines[1500]).toMatch(/^\{.*"id":1500.*\}$/)
  })

  it('leaves out what the store has given no number yet, and counts it', async () => {
    mugs.put(1)
    mugs.apply({ kind: 'create', fields: { name: 'Not there yet' } })
    expect(await exports.archived('all.zip')).toMatchObject({ archive: { products: 1, notInStore: 1 } })
    expect((await archive('all.zip')).json('products.json')).toHaveLength(1)
  })
})

describe('with pictures', () => {
  it('it has each once by its content, and which of the store’s it is', async () => {
    mugs.put(1, pictured('a.png', 'same.png'))
    mugs.put(2, {
      ...pictured('a.png'),
      combinations: [{ id: 5, options: [], imageUrl: `${web.origin}/own.png` }],
    })
    const [one, two] = [pngBytes(3, 3, { shade: 1 }), pngBytes(3, 3, { shade: 2 })]
    for (const name of ['a.png', 'same.png']) pictures[`/${name}`] = one
    pictures['/own.png'] = two
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({
      done: 5,
      total: 5,
      archive: { pictures: 2, missing: { count: 0 } },
    })
    const fileOf = (bytes: Uint8Array) => `pictures/${createHash('sha256').update(bytes).digest('hex')}.png`
    const { files, json } = await archive('all.zip')
    expect(files.get(fileOf(one))).toEqual(Buffer.from(one))
    expect(files.get(fileOf(two))).toEqual(Buffer.from(two))
    expect(json('pictures.json')).toEqual([
      { address: `${web.origin}/a.png`, file: fileOf(one) },
      { address: `${web.origin}/same.png`, file: fileOf(one) },
      { address: `${web.origin}/own.png`, file: fileOf(two) },
    ])
    expect(web.requests).toHaveLength(3)
  })

  it('it has those too that wait to be sent', async () => {
    const id = mugs.put(1)
    const hash = 'a'.repeat(64)
    staged[hash] = Buffer.from(pngBytes(4, 4))
    mugs.apply({
      ...({ kind: 'picture.add', productId: id, source: { hash }, role: 'main' } as const),
      ...{ fileName: 'p.png', alt: '' },
    })
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({ archive: { pictures: 1 } })
  })

  it('it says which are nowhere any more, and why', async () => {
    mugs.put(1, pictured('a.png', 'gone.png'))
    pictures['/a.png'] = pngBytes(3, 3)
    const { host } = new URL(web.origin)
    const reason = `${host} answered 404 instead of a picture.`
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({
      state: 'written',
      archive: { pictures: 1, missing: { count: 1, first: [{ title: 'picture 2 of M-1', reason }] } },
    })
    expect((await archive('all.zip')).json('missing-pictures.json')).toEqual([
      { title: 'picture 2 of M-1', address: `${web.origin}/gone.png`, reason },
    ])
    expect(rests).toEqual([])
  })

  it('it asks again for those that the other side cannot give now, when it says so', async () => {
    mugs.put(1, pictured('a.png', 'slow.png', 'busy.png', 'cut.png'))
    for (const name of ['a', 'slow', 'busy', 'cut']) pictures[`/${name}.png`] = pngBytes(3, 3, { shade: name.length })
    failing['/slow.png'] = [{ status: 429, retryAfter: '37' }]
    failing['/busy.png'] = [{ status: 503 }, { status: 500 }]
    failing['/cut.png'] = Array.from({ length: 3 }, () => 'silence')
    const ended = await exports.archived('all.zip', { pictures: true })
    expect(ended).toMatchObject({ state: 'written', done: 5, total: 5, archive: { missing: { count: 0, first: [] } } })
    expect((await archive('all.zip')).json('pictures.json')).toHaveLength(4)
    // From then on, however long the others took meanwhile.
    expect(rested + rests[0]!).toBeGreaterThanOrEqual(told + 37_000)
    expect(rests[0]).toBeLessThanOrEqual(37_000)
  })

  it('an address that never answers is missing with its sentence, and the others are there', async () => {
    mugs.put(1, pictured('dead.png', ...Array.from({ length: 12 }, (_, n) => `${n}.png`)))
    for (let n = 0; n < 12; n += 1) pictures[`/${n}.png`] = pngBytes(3, 3, { shade: n })
    failing['/dead.png'] = Array.from({ length: 99 }, () => 'silence')
    const { host } = new URL(web.origin)
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({
      state: 'written',
      archive: {
        pictures: 12,
        missing: {
          count: 1,
          first: [{ title: 'picture 1 of M-1', reason: `${host} cannot be reached. Check the link and the network.` }],
        },
      },
    })
    expect(rests).toEqual([5_000, 20_000, 60_000])
  })

  it('a host that has gone silent is not asked for all that it has', async () => {
    mugs.put(1, pictured('first.png', ...Array.from({ length: 80 }, (_, n) => `${n}.png`)))
    pictures['/first.png'] = pngBytes(3, 3)
    for (let n = 0; n < 80; n += 1) failing[`/${n}.png`] = Array.from({ length: 99 }, () => 'silence')
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({
      state: 'written',
      archive: { pictures: 1, missing: { count: 80 } },
    })
    expect(web.requests.length).toBeLessThan(60)
  })

  it('it is cancelled while it waits for pictures, and nothing is written', async () => {
    mugs.put(1, pictured('a.png', 'busy.png'))
    pictures['/a.png'] = pngBytes(3, 3)
    failing['/busy.png'] = [{ status: 503 }]
    onRest = () => exports.cancel()
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({ state: 'cancelled' })
    expect(exports.files()).toEqual([])
  })

  it('it is not written where there is no line, and what was at its place stays', async () => {
    mugs.put(1, pictured('a.png'))
    await web.stop()
    const stopped = web
    web = { ...stopped, stop: async () => {} }
    writeFileSync(exports.fileOf('old.zip'), 'old')
    expect(await exports.archived('old.zip', { pictures: true })).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/cannot be reached/),
    })
    expect([exports.files(), exports.text('old.zip')]).toEqual([['old.zip'], 'old'])
  })

  it('it is not written where the line drops midway, and what was at its place stays', async () => {
    mugs.put(1, pictured(...Array.from({ length: 80 }, (_, n) => `${n}.png`)))
    for (let n = 0; n < 80; n += 1) pictures[`/${n}.png`] = pngBytes(3, 3, { shade: n })
    let isDown = false
    onRequest = (path) => {
      isDown ||= path === '/10.png'
      if (isDown) failing[path] = ['silence']
    }
    writeFileSync(exports.fileOf('old.zip'), 'old')
    expect(await exports.archived('old.zip', { pictures: true })).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/cannot be reached/),
    })
    expect([exports.files(), exports.text('old.zip')]).toEqual([['old.zip'], 'old'])
    expect(web.requests.length).toBeLessThan(60)
  })

  it('it is not written without a line, whatever is refused by itself', async () => {
    const images = ['http://192.168.3.4/a.png', `${web.origin}/b.png`].map((imageOriginalUrl, orderBy) => ({
      ...{ id: String(orderBy), orderBy, imageOriginalUrl },
    }))
    mugs.put(1, { media: { images } })
    failing['/b.png'] = Array.from({ length: 99 }, () => 'silence')
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({ state: 'failed' })
    expect(exports.files()).toEqual([])
  })

  it('it is cancelled between two of them, and nothing is written', async () => {
    mugs.put(1, pictured(...Array.from({ length: 40 }, (_, n) => `${n}.png`)))
    for (let n = 0; n < 40; n += 1) pictures[`/${n}.png`] = pngBytes(3, 3, { shade: n })
    onRequest = (path) => path === '/5.png' && exports.cancel()
    expect(await exports.archived('all.zip', { pictures: true })).toMatchObject({ state: 'cancelled' })
    expect(exports.files()).toEqual([])
    expect(web.requests.length).toBeLessThan(12)
  })
})

describe('an archive of a snapshot', () => {
  it('has the store as it was then, whatever was done since', async () => {
    const snapshots = openSnapshots(mugs.catalogue, { now: () => 777_000 })
    const ids = [1, 2].map((n) => mugs.put(n))
    await snapshots.take({ code: 'by-hand' })
    mugs.put(1, { price: 99 })
    mugs.catalogue.products.remove(ids[1]!)
    mugs.put(3)
    await snapshots.take({ code: 'by-hand' })
    const [, { id: snapshotId } = { id: 0 }] = snapshots.all().list
    expect(await exports.archived('then.zip', { snapshotId })).toMatchObject({ archive: { products: 2 } })
    const { json } = await archive('then.zip')
    expect(json('products.json')).toMatchObject([
      { id: 1, price: 10 },
      { id: 2, price: 10 },
    ])
    expect(json('stockroom.json')).toMatchObject({ takenAt: 777_000 })
    await snapshots.stop()
  })

  it('that was let go of meanwhile is none', async () => {
    const snapshots = openSnapshots(mugs.catalogue)
    putMany(300)
    await snapshots.take({ code: 'by-hand' })
    const [{ id: snapshotId } = { id: 0 }] = snapshots.all().list
    await exports.archive({ snapshotId, pictures: false }, async () => exports.fileOf('then.zip'))
    mugs.catalogue.snapshots.letGo(snapshotId)
    expect(await exports.over()).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/^This snapshot is no longer there/),
    })
    expect(exports.files()).toEqual([])
    await snapshots.stop()
  })
})

// Each picture is drawn when it is asked for.
it('a store with its categories, product types and pictures is in one archive', async () => {
  const shop = await openSyncedStore({ products: 3 })
  await shop.pull()
  const there = openExports({
    catalogue: shop.catalogue,
    words: shop.session.snapshot,
    fetch: guardFor(new URL(shop.store.baseUrl).origin),
  })
  try {
    const { archive: tally, ...ended } = await there.archived('all.zip', { pictures: true })
    expect(ended).toMatchObject({ state: 'written', products: 3 })
    expect(tally).toMatchObject({ products: 3, missing: { count: 0 }, notInStore: 0 })
    const files = await unzipped(there.fileOf('all.zip'))
    const json = (name: string) => JSON.parse(files.get(name)!.toString()) as { id: number }[]
    const { categories, productTypes } = shop.session.snapshot()
    expect(json('categories.json').map(({ id }) => id)).toEqual(expect.arrayContaining(categories.map(({ id }) => id)))
    expect(json('product-types.json')).toHaveLength(productTypes.length)
    expect(json('store.json')).toMatchObject({ currency: shop.session.snapshot().profile?.currency })
    const named = json('pictures.json') as unknown as { address: string; file: string }[]
    expect(named.length).toBeGreaterThan(0)
    for (const { file } of named) {
      const hash = createHash('sha256').update(files.get(file)!).digest('hex')
      expect(file).toContain(hash)
    }
  } finally {
    await there.close()
    await shop.close()
  }
})
