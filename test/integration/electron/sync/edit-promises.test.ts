import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { altOf, pictureOf, readState } from '../../../support/stored-product'
import { openSyncedClient } from '../../../support/synced-client'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock } from '../../../support/test-clock'

// What a person may count on with any edit: nothing is refused, lost or doubled because somebody else was at it too, because an
// entry beside it cannot be read, or because a part of it was refused.

type Entry = Record<string, unknown>

let synced: SyncedStore
let bench: ShelfBench
/** What becomes of one product's lists on the way here. */
let oddly: (product: Entry) => Entry
let onRequest: (method: string, url: string) => void

beforeEach(async () => {
  oddly = (product) => product
  onRequest = () => {}
  synced = await openSyncedStore(
    {},
    {
      onTheWay: (json) => onTheWay(json),
      async isRefused(method, url) {
        await new Promise(setImmediate)
        onRequest(method, url)
        return false
      },
    },
  )
  bench = createShelfBench(synced)
  await synced.pull()
})
afterEach(() => synced.close())

function onTheWay(json: unknown): unknown {
  if (Array.isArray(json) || typeof json !== 'object' || json === null) return json
  if ('items' in json) return { ...json, items: (json.items as unknown[]).map(onTheWay) }
  return 'media' in json ? oddly(json as Entry) : json
}

const stored = async (ecwidId: number) => (await readState(synced.store)).products.find(({ id }) => id === ecwidId)!
const stage = async (shade: number) => (await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade }))).hash
const openOf = (id: number) => synced.catalogue.changes.openOf('product', id)
async function rich(): Promise<{ id: number; ecwidId: number }> {
  const { products } = await readState(synced.store)
  const product = products.find(
    (each) =>
      each.media.images.length > 2 && each.combinations.length > 2 && (each['attributes'] as Entry[]).length > 1,
  )!
  return { id: synced.catalogue.products.findByEcwidId(product.id)!, ecwidId: product.id }
}

describe('a 409 of an edit at the same moment', () => {
  const answer = { kind: 'status', status: 409, body: { errorMessage: 'It is being edited by another request' } }

  it.each<[string, string, string]>([
    ['the making of a category', 'POST', '/categories'],
    ['the edit of a category', 'PUT', '/categories/'],
    ['the delete of a category', 'DELETE', '/categories/'],
    ['the making of a product', 'POST', '/products(\\?|$)'],
    ['the filing of a product', 'PUT', '/products/'],
    ['the delete of a product', 'DELETE', '/products/[0-9]+$'],
  ])('of %s is no refusal, and all of it is done once', async (_, method, path) => {
    const all = await bench.categories()
    const [category, ...others] = all.filter(({ parentId }) => !parentId)
    const doomed = others.find(({ id }) => !all.some(({ parentId }) => parentId === id))
    const [row, gone] = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 5).rows
    bench.hold(true)
    const id = bench.create('Mugs')
    bench.apply({ kind: 'create', fields: { name: 'Made', sku: 'MADE-1', price: 5, categoryIds: [id] } })
    bench.file(row!.id, [...bench.filed(row!.id), id])
    bench.set(category!.id, 'name', category!.name, 'Mine')
    bench.remove(doomed!.id, doomed)
    bench.apply({ kind: 'delete', productId: gone!.id })
    await bench.theirs('PUT', category!.id, { description: '<p>Theirs</p>' })
    await synced.control('POST', '/faults', { ...answer, times: 2, match: { method, path } })
    synced.skip(10_000)
    bench.hold(false)
    await synced.settled()
    expect(await synced.control('GET', '/faults')).toMatchObject({ pending: 0 })
    expect(bench.allOpen()).toEqual([])
    const [mugs, ...more] = await bench.named('Mugs')
    expect(more).toEqual([])
    const { products } = await readState(synced.store)
    expect(products.filter(({ name }) => name === 'Made')).toMatchObject([{ categoryIds: [mugs!.id] }])
    expect(products.some((each) => each.id === gone!.ecwidId)).toBe(false)
    expect((await stored(row!.ecwidId!)).categoryIds).toContain(mugs!.id)
    expect(await bench.ask('GET', `/categories/${category!.id}`)).toMatchObject({
      name: 'Mine',
      description: '<p>Theirs</p>',
    })
    await synced.pull()
    await bench.expectSame()
  })

  it('is answered to real edits of one category by several programs, and each of them is in the store', async () => {
    const { id, ...category } = (await bench.categories())[0]!
    const clients = Array.from({ length: 3 }, () => openSyncedClient(synced.store, { clock: createTestClock() }))
    try {
      for (const client of clients) await client.pull()
      await synced.control('POST', '/faults', {
        kind: 'slow',
        ms: 300,
        times: 4,
        match: { method: 'PUT', path: `/categories/${id}` },
      })
      const benches = clients.map((client) =>
        createShelfBench(Object.assign(Object.create(client) as SyncedStore, { store: synced.store })),
      )
      for (const [at, field] of ['seoTitle', 'seoDescription', 'description'].entries())
        benches[at]!.set(id, field, category[field] ?? '', 'Mine')
      await Promise.all(clients.map((client) => client.settled()))
      expect(clients.flatMap(({ catalogue }) => catalogue.changes.allOpen(10))).toEqual([])
      expect(await bench.ask('GET', `/categories/${id}`)).toMatchObject({
        seoTitle: 'Mine',
        seoDescription: 'Mine',
        description: 'Mine',
      })
    } finally {
      for (const client of clients) await client.close()
    }
  })
})

describe.each<[string, (entry: Entry) => unknown]>([
  ['has no id', (entry) => ({ ...entry, id: {} })],
  ['is nothing', () => null],
])('an entry of each list that %s', (_, odd) => {
  it('stays what and where it was through every edit, its undo and its redo', async () => {
    const mug = await rich()
    const swap = (list: unknown) =>
      (list as Entry[]).map((entry, at) => (at === oddAt(list as Entry[]) ? odd(entry) : entry))
    const before = await stored(mug.ecwidId)
    const [pictures, variations, attributes] = [
      before.media.images.map(pictureOf),
      before.combinations.map(({ id }) => id),
      before['attributes'] as Entry[],
    ]
    const oddPicture = pictures[1]!
    const oddVariation = before.combinations[1]!
    const oddAttribute = attributes[1]!
    /** The second as the store has them, wherever the others went. */
    const oddAt = (list: Entry[]) => {
      const ids = list.map((entry) => entry['id'])
      for (const id of [before.media.images[1]!.id, oddVariation.id, oddAttribute['id']]) {
        const at = ids.findIndex((each) => String(each) === String(id))
        if (at >= 0) return at
      }
      return 1
    }
    oddly = (product) =>
      product['id'] === mug.ecwidId
        ? {
            ...product,
            media: { ...(product['media'] as Entry), images: swap((product['media'] as Entry)['images']) },
            combinations: swap(product['combinations']),
            attributes: swap(product['attributes']),
          }
        : product
    await synced.control('POST', `/products/${mug.ecwidId}`, { price: 7 })
    await synced.pull()
    expect(synced.session.product(mug.id).unread).toEqual({ pictures: 1, variations: 1, attributes: 1 })

    const isThere = async (after: string) => {
      const now = await stored(mug.ecwidId)
      expect(now.media.images.map(pictureOf), `${after}: the picture`).toContain(oddPicture)
      expect(now.media.images.filter((image) => pictureOf(image) === oddPicture).map(altOf), after).toEqual([
        altOf(before.media.images[1]!),
      ])
      expect(
        now.combinations.map(({ id }) => id),
        `${after}: the variations`,
      ).toEqual(variations)
      expect(now.combinations[1], `${after}: the variation`).toEqual(oddVariation)
      const kept = (now['attributes'] as Entry[]).map(({ id }) => id)
      expect(kept, `${after}: the attributes`).toEqual(attributes.map(({ id }) => id))
      expect((now['attributes'] as Entry[])[1], `${after}: the attribute`).toEqual(oddAttribute)
    }
    const shown = () => synced.session.product(mug.id)
    const keys = () => shown().pictures.map(({ key }) => key)
    const productId = mug.id
    const isStill = async (after: string) => {
      await isThere(after)
      const now = await stored(mug.ecwidId)
      expect(
        now.media.images.findIndex((image) => pictureOf(image) === oddPicture),
        `${after}: its place`,
      ).toBe(1)
    }
    const edits: [string, () => Promise<Operation> | Operation][] = [
      ['price', () => ({ kind: 'update', productId, fields: { price: 9 } })],
      [
        'attributes',
        () => {
          const { attributes: values } = shown().fields
          const [id] = Object.keys(values)
          return { kind: 'update', productId, fields: { attributes: { ...values, [id!]: 'New' } } }
        },
      ],
      ['alt text', () => ({ kind: 'picture.alt', productId, picture: keys()[1]!, alt: 'New' })],
      ['order', () => ({ kind: 'picture.order', productId, order: keys().reverse() })],
      [
        'upload',
        async () => ({
          kind: 'picture.add',
          productId,
          source: { hash: await stage(5) },
          role: 'gallery',
          fileName: 'p.png',
          alt: 'A',
        }),
      ],
      [
        'main picture',
        async () => ({
          kind: 'picture.add',
          productId,
          source: { hash: await stage(6) },
          role: 'main',
          fileName: 'p.png',
          alt: 'B',
        }),
      ],
      [
        'picture of a variation',
        async () => ({
          kind: 'picture.variation',
          productId,
          variationId: variations[2]!,
          source: { hash: await stage(7) },
          fileName: 'v.png',
          alt: '',
        }),
      ],
      ['removal', () => ({ kind: 'picture.remove', productId, picture: keys().at(-1)! })],
    ]
    const kept: string[] = []
    for (const [name, edit] of edits) {
      const changeSetId = bench.apply(await edit()).changeSetId!
      await synced.settled()
      await isStill(name)
      const left = openOf(mug.id)
      if (left.length > 0) {
        // What would have cost the entry something is kept here, with its reason.
        expect(
          left.every(({ state, reason }) => state === 'refused' && reason !== null),
          name,
        ).toBe(true)
        kept.push(name)
        synced.session.changes.takeBack(left.map(({ id }) => id))
        await synced.settled()
        continue
      }
      const { changeSetId: revertSetId } = synced.session.changes.revert(changeSetId)
      await synced.settled()
      await isStill(`undo of ${name}`)
      synced.session.changes.redo({ setId: changeSetId, revertSetId })
      await synced.settled()
      await isStill(`redo of ${name}`)
    }
    for (const name of ['price', 'removal', 'picture of a variation']) expect(kept).not.toContain(name)
    oddly = (product) => product
    await synced.control('POST', `/products/${mug.ecwidId}`, { price: 8 })
    await synced.pull()
    expect(shown().unread).toEqual({ pictures: 0, variations: 0, attributes: 0 })
    await isThere('the end')
  })
})

describe('an upload whose text is refused', () => {
  it.each(['gallery', 'main'] as const)(
    'to the %s has its picture in the store once, wherever the program ends; its text waits',
    async (role) => {
      const { rows } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100)
      const subjects = rows.filter(({ pictureCount, variationCount }) => pictureCount > 0 && variationCount === 0)
      let at = 0
      let isMet = true
      for (; isMet; at++) {
        const { id, ecwidId } = subjects[at]!
        const source = { hash: await stage(20 + at) }
        bench.hold(true)
        bench.apply({ kind: 'picture.add', productId: id, source, role, fileName: 'p.png', alt: 'Too much' })
        const refused = { method: 'PUT', path: `/products/${ecwidId}` }
        await synced.control('POST', '/faults', { kind: 'status', status: 400, times: 50, match: refused })
        let left = at
        isMet = false
        onRequest = (_, url) => {
          if (!url.includes(`/products/${ecwidId}`) || left-- !== 0) return
          isMet = true
          synced.restart()
        }
        bench.hold(false)
        await synced.settled()
        onRequest = () => {}
        const left_ = openOf(id)
        const images = async () =>
          (await stored(ecwidId!)).media.images.filter((image) => pictureOf(image) === source.hash)
        expect(await images(), `ended at ${at}`).toHaveLength(1)
        expect(left_.length, `ended at ${at}`).toBeGreaterThan(0)
        expect(left_.every(({ state, reason }) => state === 'refused' && reason !== null)).toBe(true)
        const shownAlts = synced.session.product(id).pictures.filter(({ alt }) => alt === 'Too much')
        expect(shownAlts, `ended at ${at}`).toHaveLength(1)
        await synced.control('DELETE', '/faults')
        synced.session.changes.retry(left_.map((change) => change.id))
        await synced.settled()
        expect((await images()).map(altOf)).toEqual(['Too much'])
        expect(openOf(id)).toEqual([])
      }
      expect(at).toBeGreaterThan(2)
    },
  )
})

describe('the undo of hundreds of changes', () => {
  it.each(['undone', 'redone'] as const)(
    'of which some were unchecked leaves exactly those, also after it was %s',
    async (how) => {
      await synced.close()
      synced = await openSyncedStore({ products: 120 })
      bench = createShelfBench(synced)
      await synced.pull()
      const { rows } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 250)
      const pricesInStore = async () =>
        Object.fromEntries((await readState(synced.store)).products.map(({ id, price }) => [id, price]))
      const pricesOnScreen = () =>
        Object.fromEntries(synced.catalogue.search({}, 0, 500).rows.map(({ ecwidId, price }) => [ecwidId, price]))
      const isEverywhere = async (wanted: Record<string, number>) => {
        expect(pricesOnScreen()).toEqual(wanted)
        await synced.settled()
        expect(await pricesInStore()).toEqual(wanted)
        expect(bench.allOpen()).toEqual([])
        expect(pricesOnScreen()).toEqual(wanted)
      }
      const before = (await pricesInStore()) as Record<string, number>
      const setId = bench.apply(
        ...rows.map(({ id }): Operation => ({ kind: 'update', productId: id, fields: { price: 5000 + id } })),
      ).changeSetId!
      const after = Object.fromEntries(rows.map(({ id, ecwidId }) => [ecwidId, 5000 + id]))
      await isEverywhere(after)
      const changes = synced.catalogue.changes.ofSet(setId)
      const kept = changes.filter((_, at) => at % 7 === 3)
      const keptRows = rows.filter(({ id }) => kept.some(({ productId }) => productId === id))
      const some = { ...before, ...Object.fromEntries(keptRows.map(({ id, ecwidId }) => [ecwidId, 5000 + id])) }
      const choice = { except: kept.map(({ id }) => id), also: [] }
      const undone = await synced.session.changes.revertInParts(setId, { choice })
      await isEverywhere(some)
      if (how === 'redone') {
        synced.session.changes.redo({ setId, revertSetId: undone.changeSetId })
        await isEverywhere(after)
        synced.session.changes.revert((await synced.session.reads.lastUndoable())!.id)
        return isEverywhere(some)
      }
      const undoneAgain = await synced.session.changes.revertInParts(undone.changeSetId!)
      await isEverywhere(after)
      await synced.session.changes.revertInParts(undoneAgain.changeSetId!)
      await isEverywhere(some)
    },
    120_000,
  )
})
