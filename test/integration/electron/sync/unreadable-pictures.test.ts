import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What cannot be read proves nothing: it is waited for, and in the end its owner is asked.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount > 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const stored = async () =>
  (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images.map(pictureOf)
const fault = (more: object) => synced.control('POST', '/faults', more)
const picturesFail = (times: number) =>
  fault({ kind: 'status', status: 503, times, match: { method: 'GET', path: '/images/' } })
const open = () => synced.catalogue.changes.openOf('product', mug.id)

async function uploadWithLostAnswer(): Promise<string> {
  await fault({ kind: 'drop-after', match: { method: 'POST', path: '/gallery' } })
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 3 }))
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' })
  return hash
}

describe('an upload whose answer was lost, where the picture that is there now cannot be read', () => {
  it('is looked up until it can, and is in the store once', async () => {
    await picturesFail(2)
    const hash = await uploadWithLostAnswer()
    await synced.settled()
    expect(open()).toEqual([])
    expect((await stored()).filter((each) => each === hash)).toHaveLength(1)
  })

  it('of somebody else, is sent again once it can be read', async () => {
    await picturesFail(2)
    await fault({ kind: 'drop-before', match: { method: 'POST', path: '/gallery' } })
    const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 3 }))
    const theirs = fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/gallery`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${synced.store.secretToken}` },
      body: new Uint8Array(pngBytes(8, 8, { shade: 60 })),
    }).catch(() => undefined)
    apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' })
    await theirs
    await synced.settled()
    expect((await stored()).filter((each) => each === hash)).toHaveLength(1)
  })

  it('is not sent again by itself when it never can', async () => {
    await picturesFail(500)
    const hash = await uploadWithLostAnswer()
    await synced.settled()
    expect(open().map(({ state, reason }) => [state, reason?.sentence])).toEqual([
      ['refused', { says: 'compare-impossible' }],
    ])
    expect((await stored()).filter((each) => each === hash)).toHaveLength(1)
  })
})

describe('a picture that cannot be copied for an undo', () => {
  const remove = () => {
    const { key } = synced.session.product(mug.id).pictures[1]!
    return apply({ kind: 'picture.remove', productId: mug.id, picture: key })
  }

  it('is removed once it can, and comes back by an undo', async () => {
    const before = await stored()
    await picturesFail(2)
    const { changeSetId } = remove()
    await synced.settled()
    expect(await stored()).toHaveLength(before.length - 1)
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await stored()).toHaveLength(before.length)
  })

  it('stays in the store when it never can, until its owner says that it may go', async () => {
    const before = await stored()
    await picturesFail(500)
    remove()
    await synced.settled()
    expect(await stored()).toEqual(before)
    const [change] = open()
    expect([change?.state, change?.reason?.sentence]).toEqual(['refused', { says: 'copy-impossible' }])
    synced.session.changes.retry([change!.id])
    await synced.settled()
    expect(await stored()).toEqual(before.filter((_, at) => at !== 1))
  })

  it('keeps its product from being deleted in the same way', async () => {
    await picturesFail(500)
    apply({ kind: 'delete', productId: mug.id })
    await synced.settled()
    expect(await stored()).not.toHaveLength(0)
    expect(open().map(({ state }) => state)).toEqual(['refused'])
  })
})
