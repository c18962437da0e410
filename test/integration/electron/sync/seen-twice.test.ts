import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let offline = false
let onCopy: (() => Promise<void>) | null = null

beforeEach(async () => {
  offline = false
  onCopy = null
  synced = await openSyncedStore({}, { isRefused: () => offline, onCopy: async () => onCopy?.() })
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount === 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const pictures = () => synced.session.product(mug.id).pictures
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const stored = async () =>
  (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images.map(pictureOf)
async function add(): Promise<string> {
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 3 }))
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' })
  return hash
}

it('an upload whose answer was lost is not shown twice, and deleting the second one does not lose it', async () => {
  await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: '/gallery' } })
  const hash = await add()
  await synced.until(() => synced.catalogue.changes.openOf('product', mug.id).some(({ state }) => state === 'unknown'))
  // Kept back, so that only the pull meets the store.
  synced.session.changes.holdAll(true)
  await synced.pull()
  const shown = pictures()
  expect.soft(shown).toHaveLength(3)
  if (shown.length === 4) {
    // The person deletes what looks like a double.
    apply({
      kind: 'picture.remove',
      productId: mug.id,
      picture: shown.find(({ key }, at) => at > 1 && !key.startsWith('local:'))!.key,
    })
    expect(pictures()).toHaveLength(3)
  }
  synced.session.changes.holdAll(false)
  synced.session.resume()
  await synced.settled()
  expect(await stored()).toHaveLength(3)
  expect(await stored()).toContain(hash)
})

it('a picture that is described and then deleted before anything is sent leaves nothing to decide', async () => {
  offline = true
  const key = pictures()[1]!.key
  apply({ kind: 'picture.alt', productId: mug.id, picture: key, alt: 'Words' })
  apply({ kind: 'picture.remove', productId: mug.id, picture: key })
  offline = false
  synced.session.resume()
  await synced.settled()
  expect(await stored()).toHaveLength(1)
  expect(synced.session.summary()).toMatchObject({ refused: 0, conflict: 0, waiting: 0 })
})

it('an upload whose addresses could not be read is looked up anew, and not in what was read before it', async () => {
  // As many others as are sent side by side: this one is read ahead with the first of them.
  const others = synced.catalogue
    .search({ sort: 'NAME_ASC' }, 0, 100)
    .rows.filter(({ id, pictureCount }) => id !== mug.id && pictureCount > 0)
  const texts = others.slice(0, 5).map(({ id }): Operation => {
    const picture = synced.session.product(id).pictures[0]!.key
    return { kind: 'picture.alt', productId: id, picture, alt: `Text ${id}` }
  })
  await synced.control('POST', '/faults', {
    kind: 'status',
    status: 503,
    match: { method: 'GET', path: `productId=${mug.ecwidId}&` },
  })
  synced.session.changes.holdAll(true)
  apply(...texts)
  const hash = await add()
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect((await stored()).filter((each) => each === hash)).toHaveLength(1)
  expect(await stored()).toHaveLength(3)
})

it('a picture that others add while the main one is copied is not what an upload without an answer brought', async () => {
  const bytes = pngBytes(9, 9, { shade: 5 })
  const { hash } = await synced.staging.stageBytes('p.png', bytes)
  onCopy = async () => {
    onCopy = null
    const path = `/api/v3/${synced.store.storeId}/products/${mug.ecwidId}/gallery`
    const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
    const { ok } = await fetch(new URL(path, synced.store.baseUrl), {
      method: 'POST',
      headers,
      body: new Uint8Array(bytes),
    })
    expect(ok).toBe(true)
    // The product is read again after so long.
    synced.skip(6_000)
  }
  await synced.control('POST', '/faults', { kind: 'drop-before', match: { method: 'POST', path: '/image' } })
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'main', fileName: 'p.png', alt: '' })
  await synced.settled()
  expect((await stored())[0]).toBe(hash)
})

it('a text upon an upload whose answer was lost follows the text that the upload came with', async () => {
  synced.session.changes.holdAll(true)
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 7 }))
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: 'Words' })
  apply({ kind: 'picture.alt', productId: mug.id, picture: pictures().at(-1)!.key, alt: 'Better words' })
  await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: '/gallery' } })
  synced.session.changes.holdAll(false)
  synced.session.resume()
  await synced.settled()
  expect(synced.session.summary()).toMatchObject({ refused: 0, conflict: 0, waiting: 0 })
  expect(pictures().at(-1)).toMatchObject({ alt: 'Better words' })
})
