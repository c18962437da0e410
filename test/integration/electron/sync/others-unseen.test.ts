import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { toAddPicture, toOrderPictures } from '../../../../electron/shared/change-address'

// What others did to a product's pictures since its owner looked is asked about, never overwritten.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let offline = false
let shade = 0

beforeEach(async () => {
  offline = false
  synced = await openSyncedStore({}, { isRefused: () => offline })
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount > 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const keys = () => synced.session.product(mug.id).pictures.map(({ key }) => key)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const images = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images
const stored = async () => (await images()).map(pictureOf)
const stage = async () => (await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: ++shade }))).hash
const conflicts = () => synced.catalogue.changes.conflicts({ offset: 0, limit: 10 }).conflicts

const addMain = async (): Promise<string> => {
  const hash = await stage()
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'main', fileName: 'p.png', alt: '' })
  return hash
}

/** A request as the control panel of the store makes it. */
const onTheWeb = (method: string, path: string, body?: Uint8Array | object) =>
  fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${synced.store.secretToken}`,
      ...(body instanceof Uint8Array ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
  })

async function lastPutSecond(): Promise<void> {
  const remote = (await synced.remote(mug.ecwidId)) as { media: { images: { id: string }[] } }
  const ids = remote.media.images.map(({ id }) => id)
  const moved = [ids[0], ids.at(-1), ...ids.slice(1, -1)].map((id, orderBy) => ({ id, orderBy }))
  expect((await onTheWeb('PUT', '', { media: { images: moved } })).ok).toBe(true)
}
async function turnedOnTheWeb(): Promise<void> {
  const remote = (await synced.remote(mug.ecwidId)) as { media: { images: { id: string }[] } }
  const ids = remote.media.images.map(({ id }) => id)
  const turned = [ids[1], ids[0], ...ids.slice(2)].map((id, orderBy) => ({ id, orderBy }))
  expect((await onTheWeb('PUT', '', { media: { images: turned } })).ok).toBe(true)
}

async function whileAway(others: () => Promise<unknown>, mine: () => unknown): Promise<void> {
  offline = true
  await mine()
  await others()
  offline = false
  synced.session.resume()
  await synced.settled()
}

describe('an order of pictures', () => {
  it('is asked about when others arranged them meanwhile', async () => {
    await whileAway(turnedOnTheWeb, () => apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() }))
    expect(conflicts()).toMatchObject([{ ...toOrderPictures, state: 'conflict' }])
  })

  it('goes over the store’s when its owner says so', async () => {
    const wanted = (await stored()).reverse()
    await whileAway(turnedOnTheWeb, () => apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() }))
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    await synced.settled()
    expect(await stored()).toEqual(wanted)
  })

  it('goes when its owner says so, though others put a new picture between', async () => {
    const [first, second, ...rest] = await stored()
    await whileAway(
      async () => {
        await onTheWeb('POST', '/gallery', pngBytes(8, 8, { shade: 98 }))
        await lastPutSecond()
      },
      () => apply({ kind: 'picture.order', productId: mug.id, order: [keys()[1]!, keys()[0]!, ...keys().slice(2)] }),
    )
    const [, added] = await stored()
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    await synced.settled()
    expect(conflicts()).toEqual([])
    expect(await stored()).toEqual([second, first, ...rest, added])
  })

  it('is not called sent when the new main picture was deleted by others meanwhile', async () => {
    const before = await stored()
    const remote = (await synced.remote(mug.ecwidId)) as { media: { images: { id: string }[] } }
    const [first, second, ...rest] = keys() as [string, string, ...string[]]
    await whileAway(
      () => onTheWeb('DELETE', `/gallery/${remote.media.images[1]!.id}`),
      () => apply({ kind: 'picture.order', productId: mug.id, order: [second, first, ...rest] }),
    )
    const [change] = synced.catalogue.changes.openOf('product', mug.id)
    expect([change?.state, change?.reason?.sentence]).toEqual(['refused', { says: 'new-main-gone' }])
    expect(await stored()).toEqual(before.filter((_, at) => at !== 1))
  })

  it('leaves a picture that others added at the end where it is', async () => {
    const before = await stored()
    await whileAway(
      () => onTheWeb('POST', '/gallery', pngBytes(8, 8, { shade: 99 })),
      () => apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() }),
    )
    expect(conflicts()).toEqual([])
    expect((await stored()).slice(0, before.length)).toEqual(before.reverse())
  })

  it('of an upload of this person is sent, though others added one before it arrived', async () => {
    const before = await stored()
    let hash = ''
    await whileAway(
      () => onTheWeb('POST', '/gallery', pngBytes(8, 8, { shade: 99 })),
      async () => {
        hash = await stage()
        const added = { source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' } as const
        apply({ kind: 'picture.add', productId: mug.id, ...added })
        apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })
      },
    )
    expect(conflicts()).toEqual([])
    expect((await stored()).slice(0, -1)).toEqual([hash, ...before.toReversed()])
  })

  it('of a product that another host serves meanwhile still means its pictures', async () => {
    offline = true
    apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })
    const before = await stored()
    movePicturesTo('http://elsewhere.example')
    expect(keys()).toHaveLength(before.length)
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(conflicts()).toEqual([])
    expect(await stored()).toEqual(before.reverse())
  })
})

it('a removal means the same picture after its host has moved', async () => {
  const before = await stored()
  offline = true
  const [, second] = keys()
  movePicturesTo('http://elsewhere.example')
  apply({ kind: 'picture.remove', productId: mug.id, picture: second! })
  offline = false
  synced.session.resume()
  await synced.settled()
  expect(await stored()).toEqual(before.filter((_, at) => at !== 1))
})

/** The local copy is from before the store moved its pictures to the host it has now. */
function movePicturesTo(host: string): void {
  const { catalogue } = synced
  const raw = JSON.stringify(catalogue.products.rawOf(mug.id))
  catalogue.products.putRemote(JSON.parse(raw.replaceAll(/http:\/\/127\.0\.0\.1:\d+(?=\/images)/g, host)))
}

describe('a new main picture', () => {
  it('is asked about when others set another one meanwhile', async () => {
    await whileAway(() => onTheWeb('POST', '/image', pngBytes(8, 8, { shade: 77 })), addMain)
    expect(conflicts()).toMatchObject([{ ...toAddPicture, state: 'conflict' }])
  })

  it('takes its place when its owner says so, and comes back by an undo', async () => {
    let hash = ''
    await whileAway(
      () => onTheWeb('POST', '/image', pngBytes(8, 8, { shade: 77 })),
      async () => (hash = await addMain()),
    )
    const theirs = (await stored())[0]!
    const { id, setId } = conflicts()[0]!
    synced.session.changes.resolve([id], { take: 'mine' })
    await synced.settled()
    expect((await stored())[0]).toBe(hash)
    expect(await stored()).not.toContain(theirs)
    synced.session.changes.revert(setId)
    await synced.settled()
    expect((await stored())[0]).toBe(theirs)
  })
})

describe('a removal of the main picture that the store refuses', () => {
  it('leaves it the main picture', async () => {
    const before = await stored()
    await synced.control('POST', '/faults', { kind: 'status', status: 400, match: { method: 'DELETE' } })
    apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[0]! })
    await synced.settled()
    expect(synced.session.summary().refused).toBe(1)
    expect(await stored()).toEqual(before)
  })
})

describe('an edit typed while the one before it is refused', () => {
  it('takes its place without a question', async () => {
    const update = (price: number) => apply({ kind: 'update', productId: mug.id, fields: { price } })
    const { price } = synced.session.product(mug.id).fields
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'PUT', path: `/products/${mug.ecwidId}` },
    })
    update(price + 1)
    await synced.until(() =>
      synced.catalogue.changes.openOf('product', mug.id).some(({ state }) => state === 'sending'),
    )
    update(price + 2)
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ refused: 0, conflict: 0 })
    expect((await synced.remote(mug.ecwidId)).price).toBe(price + 2)
  })
})

describe('redo', () => {
  it('asked for twice does it once', async () => {
    offline = true
    const hash = await stage()
    const { changeSetId } = apply({
      kind: 'picture.add',
      productId: mug.id,
      source: { hash },
      role: 'gallery',
      fileName: 'p.png',
      alt: '',
    })
    synced.session.changes.revert(changeSetId!)
    const undone = { setId: changeSetId!, revertSetId: null }
    synced.session.changes.redo(undone)
    expect(() => synced.session.changes.redo(undone)).toThrow('cannot be redone')
    offline = false
    synced.session.resume()
    await synced.settled()
    expect((await stored()).filter((each) => each === hash)).toHaveLength(1)
  })
})

describe('a new main picture upon a removal that the store refused', () => {
  it('waits for it, and is no question when nobody else was at work', async () => {
    const before = await stored()
    await synced.control('POST', '/faults', { kind: 'status', status: 400, match: { method: 'DELETE' } })
    offline = true
    apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[0]! })
    const hash = await addMain()
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ refused: 1, conflict: 0, waiting: 0 })
    expect(await stored()).toEqual(before)
    synced.session.changes.retry(synced.catalogue.changes.openOf('product', mug.id).map(({ id }) => id))
    await synced.settled()
    expect(await stored()).toEqual([hash, ...before.slice(2)])
  })
})
