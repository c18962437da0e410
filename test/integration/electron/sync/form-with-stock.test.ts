import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// One form saved with a price and a stock: after the stock was sent, the screen keeps showing both, whatever the line does.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let afterInventory: (() => void) | null = null
let cutAfterInventory = false
let offline = false

beforeEach(async () => {
  afterInventory = null
  cutAfterInventory = false
  offline = false
  synced = await openSyncedStore(
    {},
    {
      isRefused: () => offline,
      async onAnswer(method, url) {
        if (method === 'PUT' && url.includes('/inventory') && cutAfterInventory) offline = true
        if (method === 'GET') afterInventory?.()
      },
    },
  )
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100).rows.find((each) => {
    return (each.quantity ?? 0) > 6 && each.variationCount === 0
  })!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const fields = () => synced.session.product(mug.id).fields

it('nothing jumps back on the screen while it is sent', async () => {
  const { price, quantity } = fields()
  const seen = new Set<string>()
  const stop = synced.listen(() => seen.add(`${fields().price} ${fields().quantity}`))
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { price: price + 7, quantity: quantity + 5 } }],
  })
  await synced.settled()
  stop()
  expect([...seen]).toEqual([`${price + 7} ${quantity + 5}`])
})

it('the line is cut right after the stock was answered: what was sent stays on the screen, and is nobody else’s in the history', async () => {
  const { price, quantity } = fields()
  cutAfterInventory = true
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { price: price + 7, quantity: quantity + 5 } }],
  })
  await synced.settled()
  expect(await synced.remote(mug.ecwidId)).toMatchObject({ price: price + 7, quantity: quantity + 5 })
  expect(synced.catalogue.changes.openOf('product', mug.id)).toEqual([])
  expect
    .soft({ price: fields().price, quantity: fields().quantity })
    .toEqual({ price: price + 7, quantity: quantity + 5 })
  // The person reads the number on the screen, and makes it two more.
  const wanted = fields().quantity + 2
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { quantity: wanted, price: price + 9 } }],
  })
  offline = false
  cutAfterInventory = false
  synced.session.resume()
  await synced.settled()
  expect.soft((await synced.remote(mug.ecwidId)).quantity).toBe(wanted)
  expect.soft(synced.session.summary().conflict, 'a question about one’s own edit').toBe(0)
  await synced.pull()
  const theirs = synced.catalogue.changes.list('store', { thing: 'product', id: mug.id }, 0, 10)
  expect.soft(theirs.total, 'recorded as if others had done it').toBe(0)
})
