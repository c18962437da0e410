import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What a folder's upload does to a product whose pictures were arranged before, while nothing could be sent.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let offline = false

beforeEach(async () => {
  offline = false
  synced = await openSyncedStore({}, { isRefused: () => offline })
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount === 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const keys = () => synced.session.product(mug.id).pictures.map(({ key }) => key)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const stored = async () =>
  (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images.map(pictureOf)

it('a new main picture replaces the picture that was made the main one, not the one before', async () => {
  const [x, y] = await stored()
  offline = true
  apply({ kind: 'picture.order', productId: mug.id, order: keys().reverse() })
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 4 }))
  const { changeSetId } = apply({
    kind: 'picture.add',
    productId: mug.id,
    source: { hash },
    role: 'main',
    fileName: 'p.png',
    alt: '',
  })
  expect(keys()).toHaveLength(2)
  offline = false
  synced.session.resume()
  await synced.settled()
  expect.soft(await stored()).toEqual([hash, x])
  // And back.
  synced.session.changes.revert(changeSetId!)
  await synced.settled()
  expect(await stored()).toHaveLength(2)
  expect(await stored()).toContain(x)
  void y
})
