import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// An edit whose answer was lost stays in doubt until it was found in the store or found missing, whatever became of a later try.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let offline = false
let refusePut = false
let afterPut: (() => void) | null = null

beforeEach(async () => {
  offline = false
  refusePut = false
  afterPut = null
  synced = await openSyncedStore(
    {},
    {
      isRefused(method) {
        if (offline || (refusePut && method === 'PUT')) {
          refusePut = false
          return true
        }
        if (method === 'PUT') afterPut?.()
        return false
      },
    },
  )
  await synced.pull()
  const row = synced.catalogue
    .search({ inStock: true, sort: 'NAME_ASC' }, 0, 100)
    .rows.find(({ variationCount, quantity }) => variationCount === 0 && quantity !== null)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const update = (fields: object) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields }],
  })
const open = () => synced.catalogue.changes.openOf('product', mug.id)

it.each(['the line was down', '429'])(
  'typed back after a lost answer, and %s at the next try: it is as it was',
  async (what) => {
    const { price } = synced.session.product(mug.id).fields
    await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'PUT' } })
    afterPut = () => setImmediate(() => (offline = true))
    update({ price: price + 7 })
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    offline = true
    afterPut = null
    expect((await synced.remote(mug.ecwidId)).price).toBe(price + 7)
    // The person types the old price back. The next try reads the product, and its write does not get through.
    update({ price })
    if (what === '429') {
      await synced.control('POST', '/faults', { kind: 'status', status: 429, retryAfter: 1, match: { method: 'PUT' } })
    } else refusePut = true
    offline = false
    synced.session.resume()
    await synced.settled()
    expect((await synced.remote(mug.ecwidId)).price).toBe(price)
    expect(synced.session.product(mug.id).fields.price).toBe(price)
  },
)

it('a look that the store refuses ends no doubt: tried again, stock counts once', async () => {
  const { quantity } = (await synced.remote(mug.ecwidId)) as { quantity: number }
  await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'PUT' } })
  afterPut = () => setImmediate(() => (offline = true))
  update({ quantity: quantity - 3 })
  await synced.until(() => open().some(({ state }) => state === 'unknown'))
  afterPut = null
  await synced.control('POST', '/faults', { kind: 'status', status: 400, match: { method: 'GET', path: '/products' } })
  offline = false
  synced.session.resume()
  await synced.until(() => open().every(({ reason }) => reason?.code === 'refused'))
  synced.session.changes.retry(open().map(({ id }) => id))
  await synced.settled()
  expect(open()).toEqual([])
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ quantity: quantity - 3 })
})
