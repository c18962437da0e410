import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productHistory } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// One entry of a product's list that cannot be read hides no other, and is never taken for removed.

type Entry = Record<string, unknown>
type Lists = { images: Entry[]; combinations: Entry[]; attributes: Entry[] }

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
/** How the store sends the lists of one product from now on. */
let oddly: (lists: Lists) => Lists

const asIs = (lists: Lists) => lists

beforeEach(async () => {
  oddly = asIs
  synced = await openSyncedStore({}, { onTheWay: (json) => onTheWay(json) })
  await synced.pull()
  const { products } = await readState(synced.store)
  const rich = products.find(
    (each) => each.media.images.length > 2 && each.combinations.length > 2 && lists(each).attributes.length > 1,
  )!
  mug = { id: synced.catalogue.products.findByEcwidId(rich.id)!, ecwidId: rich.id }
})
afterEach(() => synced.close())

const lists = (product: Entry): Lists => {
  const { media, combinations, attributes } = product as unknown as Lists & { media: Lists }
  return { images: media.images, combinations, attributes }
}

function onTheWay(json: unknown): unknown {
  if (Array.isArray(json) || typeof json !== 'object' || json === null) return json
  const { items, id } = json as { items?: unknown[]; id?: unknown }
  if (items) return { ...json, items: items.map(onTheWay) }
  if (id !== mug?.ecwidId || !('media' in json)) return json
  const { images, ...others } = oddly(lists(json as Entry))
  return { ...json, ...others, media: { ...(json as { media: object }).media, images } }
}

/** Every list has a second entry, which cannot be read. */
const second =
  (odd: (entry: Entry) => unknown) =>
  (given: Lists): Lists => {
    const swap = (list: Entry[]) => list.map((entry, place) => (place === 1 ? odd(entry) : entry)) as Entry[]
    return { images: swap(given.images), combinations: swap(given.combinations), attributes: swap(given.attributes) }
  }
const nameless = second((entry) => ({ ...entry, id: {} }))

const stored = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!
const storedPictures = async () => (await stored()).media.images.map(pictureOf)
const detail = () => synced.session.product(mug.id)
const keys = () => detail().pictures.map(({ key }) => key)
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const hold = (isHeld: boolean) => synced.session.changes.holdAll(isHeld)

/** Something else of the product changes in the store, so that a pull reads it anew. */
async function pullAnew(price: number) {
  await synced.control('POST', `/products/${mug.ecwidId}`, { price })
  expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 0, problem: null })
  expect(detail().fields.price).toBe(price)
}

describe.each<[string, (lists: Lists) => Lists]>([
  ['have no name', nameless],
  ['are nothing', second(() => null)],
  ['are a text', second(() => 'x')],
])('entries that %s', (_, odd) => {
  it('are left out and counted, the others are there, and their coming and going is no news', async () => {
    const before = detail()
    const news = () =>
      productHistory(synced.catalogue, { productId: mug.id, offset: 0, limit: 100 }).entries.filter(
        ({ field }) => field !== 'price',
      )
    oddly = odd
    await pullAnew(7)
    const { pictures, readOnly, fields, unread } = detail()
    expect(unread).toEqual({ pictures: 1, variations: 1, attributes: 1 })
    expect(pictures.map(({ key }) => key)).toEqual(before.pictures.filter((__, place) => place !== 1).map((p) => p.key))
    expect(readOnly.variations).toHaveLength(before.readOnly.variations.length - 1)
    expect(Object.keys(fields.attributes)).toHaveLength(Object.keys(before.fields.attributes).length - 1)
    oddly = asIs
    await pullAnew(8)
    expect(detail()).toMatchObject({ pictures: before.pictures, unread: { pictures: 0, variations: 0, attributes: 0 } })
    expect(news()).toEqual([])
  })
})

describe('with entries that cannot be read', () => {
  it('an order leaves the picture its place', async () => {
    // A picture that has a text would lose it, because it cannot be named.
    oddly = second((entry) => ({ ...entry, id: {}, alt: {} }))
    await pullAnew(7)
    const before = await stored()
    apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })
    await synced.settled()
    expect(open()).toEqual([])
    const after = await stored()
    const [first, odd, ...rest] = before.media.images.map(pictureOf)
    const moved = [first, ...rest].reverse()
    expect(after.media.images.map(pictureOf)).toEqual([moved[0], odd, ...moved.slice(1)])
  })

  it('an edit of attributes leaves the others as they are', async () => {
    oddly = second((entry) => ({ ...entry, id: String(entry.id) }))
    await pullAnew(7)
    const values = async () =>
      lists(await synced.remote(mug.ecwidId)).attributes.map(({ id, value }) => [String(id), value])
    const before = await values()
    const { attributes } = detail().fields
    const [id] = Object.keys(attributes)
    apply({ kind: 'update', productId: mug.id, fields: { attributes: { ...attributes, [id!]: 'New' } } })
    await synced.settled()
    expect(open()).toEqual([])
    expect(await values()).toEqual(before.map(([each, value]) => [each, each === id ? 'New' : value]))
  })

  it.each<[string, (picture: string) => Operation]>([
    ['removal', (picture) => ({ kind: 'picture.remove', productId: mug.id, picture })],
    ['text', (picture) => ({ kind: 'picture.alt', productId: mug.id, picture, alt: 'New' })],
    ['order', () => ({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })],
  ])('a %s of the picture is kept with its reason, and goes once it can be read', async (_, toDo) => {
    const before = await storedPictures()
    hold(true)
    apply(toDo(keys()[1]!))
    const wanted = detail().pictures.length
    oddly = nameless
    hold(false)
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'picture-unread' } } }])
    expect(await storedPictures()).toEqual(before)
    oddly = asIs
    synced.session.changes.retry(open().map(({ id }) => id))
    await synced.settled()
    expect(open()).toEqual([])
    expect(await storedPictures()).toHaveLength(wanted)
  })

  it('a picture for the variation is kept with its reason', async () => {
    const { id: variationId } = (await stored()).combinations[1]!
    const { hash } = await synced.staging.stageBytes('v.png', pngBytes(20, 20))
    hold(true)
    apply({ kind: 'picture.variation', productId: mug.id, variationId, source: { hash }, fileName: 'v.png', alt: '' })
    oddly = nameless
    hold(false)
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'variation-unread' } } }])
  })

  it('an upload whose answer was lost is not sent twice', async () => {
    const before = await storedPictures()
    const { hash } = await synced.staging.stageBytes('p.png', pngBytes(21, 22))
    const upload = { method: 'POST', path: '/gallery' }
    await synced.control('POST', '/faults', { kind: 'drop-after', match: upload })
    oddly = (given) => ({
      ...given,
      images: given.images.map((entry, place) => (place < before.length ? entry : { ...entry, id: {} })),
    })
    apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' })
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'compare-impossible' } } }])
    expect(await storedPictures()).toHaveLength(before.length + 1)
  })

  it('a new main picture does not take the place of one that cannot be read', async () => {
    const before = await storedPictures()
    const { hash } = await synced.staging.stageBytes('p.png', pngBytes(21, 22))
    oddly = (given) => ({
      ...given,
      images: given.images.map((entry, place) => (place > 0 ? entry : { ...entry, id: {} })),
    })
    apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'main', fileName: 'p.png', alt: '' })
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'picture-unread' } } }])
    expect(await storedPictures()).toEqual(before)
  })
})

it('a list that is none is not taken for an empty one', async () => {
  const count = detail().pictures.length
  oddly = (given) => ({ ...given, images: { odd: true } as unknown as Entry[] })
  await pullAnew(7)
  expect(detail()).toMatchObject({ pictures: [], unread: { pictures: 1 } })
  hold(true)
  oddly = asIs
  await pullAnew(8)
  expect(detail().pictures).toHaveLength(count)
})
