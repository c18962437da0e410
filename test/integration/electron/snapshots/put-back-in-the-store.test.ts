import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let snapshotId: number
beforeEach(async () => {
  shop = await openSyncedStore({ products: 40 })
  await shop.pull()
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session })
  snapshots = openSnapshots(shop.catalogue)
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
})
afterEach(async () => {
  await snapshots.stop()
  await bulk.stop()
  await shop.close()
})

type Stored = { sku: string; name: string; price: number; description: string; combinations?: { sku?: string }[] }
async function inStore() {
  const { products } = (await shop.control('GET', '/state')) as { products: Stored[] }
  return products
    .map(({ sku, name, price, description, combinations = [] }) => {
      return { sku, name, price, description, variations: combinations.map((one) => one.sku) }
    })
    .sort((a, b) => (a.sku < b.sku ? -1 : 1))
}

it('what was edited and deleted here is in the store as it was, once everything is put back', async () => {
  const before = await inStore()
  const ids = shop.catalogue.searchIds({})
  const operations = [
    ...ids
      .slice(0, 3)
      .map((productId) => ({ kind: 'update' as const, productId, fields: { price: 1, name: 'Wrong' } })),
    ...ids.slice(3, 8).map((productId) => ({ kind: 'delete' as const, productId })),
  ]
  shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'By mistake' }, operations })
  shop.skip(60_000)
  await shop.settled()
  expect(await inStore()).toHaveLength(before.length - 5)

  bulk.propose({
    selection: { snapshotId },
    action: { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: true },
  })
  expect(await bulk.reaches('ready')).toMatchObject({ products: 8, creations: 5, deletions: 0, refused: 0 })
  await bulk.applied()
  await shop.settled()
  expect(await inStore()).toEqual(before)
  await shop.pull()
  const { things } = await snapshots.compare({ snapshotId, offset: 0, limit: 50 })
  // Products and pictures that came back are other ones to the store, and the products that named them do so no more.
  const others = things.flatMap(({ differences }) => differences).filter(({ list }) => list !== 'pictures')
  expect(others.filter(({ field }) => field !== 'relatedProducts')).toEqual([])
})
