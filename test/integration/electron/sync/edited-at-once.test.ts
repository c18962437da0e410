import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// The store answers 409 where somebody edited the same thing at the same moment. Nothing was done by then: the product is read
// again, what they did stays, and the change follows.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
/** What somebody else does right before the store answers our write. */
let meanwhile: () => Promise<unknown>
let writes = 0

beforeEach(async () => {
  writes = 0
  meanwhile = async () => {}
  synced = await openSyncedStore(
    {},
    {
      async isRefused(method) {
        if (method === 'GET') return false
        writes++
        await meanwhile()
        return false
      },
    },
  )
  await synced.pull()
  const id = synced.findBySku('MUG-01')
  mug = { id, ecwidId: synced.catalogue.products.ecwidIdOf(id)! }
})
afterEach(() => synced.close())

const open = () => synced.catalogue.changes.openOf('product', mug.id)
const apply = (operation: Operation) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations: [operation] })

/** The first `times` writes of this kind meet an edit of somebody else. */
async function editedAtOnce(method: string, path: string, times: number, theirs: object = {}) {
  const answer = { status: 409, body: { errorMessage: 'The product is being edited by another request' } }
  await synced.control('POST', '/faults', { kind: 'status', ...answer, times, match: { method, path } })
  let left = times
  meanwhile = async () => {
    if (left-- > 0) await synced.control('POST', `/products/${mug.ecwidId}`, theirs)
  }
}

it('an edit is sent again after reading, and what the others did stays', async () => {
  await editedAtOnce('PUT', '/products/', 1, { name: 'Their mug' })
  apply({ kind: 'update', productId: mug.id, fields: { price: 21 } })
  await synced.settled()
  expect(open()).toEqual([])
  expect(writes).toBe(2)
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ price: 21, name: 'Their mug' })
})

it('an edit of what the others edited is asked about, not sent over theirs', async () => {
  await editedAtOnce('PUT', '/products/', 1, { price: 33 })
  apply({ kind: 'update', productId: mug.id, fields: { price: 21 } })
  await synced.settled()
  expect(open()).toMatchObject([{ state: 'conflict', theirs: 33 }])
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ price: 33 })
})

it('stock is counted once', async () => {
  const { quantity } = synced.session.product(mug.id).fields
  await editedAtOnce('PUT', '/inventory', 2)
  apply({ kind: 'update', productId: mug.id, fields: { quantity: quantity! - 3 } })
  await synced.settled()
  expect(open()).toEqual([])
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ quantity: quantity! - 3 })
})

it('a picture is added once', async () => {
  const count = synced.session.product(mug.id).pictures.length
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(20, 20))
  await editedAtOnce('POST', '/gallery', 2)
  apply({ kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' })
  await synced.settled()
  expect(open()).toEqual([])
  const { media } = (await synced.remote(mug.ecwidId)) as { media: { images: unknown[] } }
  expect(media.images).toHaveLength(count + 1)
})

it('one that lasts is kept with the store’s sentence in the end, and can be tried again', async () => {
  await editedAtOnce('PUT', '/products/', 100)
  apply({ kind: 'update', productId: mug.id, fields: { price: 21 } })
  await synced.settled()
  expect(open()).toMatchObject([{ state: 'refused', reason: { code: 'edited-at-once' } }])
  await synced.control('DELETE', '/faults')
  synced.session.changes.retry(open().map(({ id }) => id))
  await synced.settled()
  expect(open()).toEqual([])
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ price: 21 })
})
