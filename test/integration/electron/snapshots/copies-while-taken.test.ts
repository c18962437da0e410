import { afterEach, beforeEach, expect, it } from 'vitest'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let shop: SyncedStore
let snapshots: ReturnType<typeof openSnapshots>
let waits: (thingId: number) => void
beforeEach(async () => {
  shop = await openSyncedStore(
    { products: 10 },
    {
      untilSnapshot(thingId) {
        waits(thingId)
        return snapshots.untilTaken(thingId)
      },
    },
  )
  await shop.pull()
  snapshots = openSnapshots(shop.catalogue)
})
afterEach(async () => {
  await snapshots.stop()
  await shop.close()
})

it('a picture that goes while the snapshot of before waits for its turn is copied once that is taken, and kept with it', async () => {
  const row = shop.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 1)!
  const key = pictureKey(imagesOf(currentProduct(shop.catalogue, row.id)!)[1]!)
  const reached = new Promise<number>((resolve) => (waits = resolve))
  let letOn = (): void => {}
  const blocked = new Promise<void>((resolve) => (letOn = resolve))
  async function* nothing() {
    await blocked
    yield* []
  }
  const occasion = { code: 'archive', file: 'a.zip', takenAt: 1 } as const
  const first = snapshots.takeArchived(occasion, { total: 0, products: 0, things: nothing })
  const taken = snapshots.take({ code: 'by-hand' })
  snapshots.lookFirst([row.id])
  shop.session.changes.apply({
    source: 'pictures',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'picture.remove', productId: row.id, picture: key }],
  })
  expect(await reached).toBe(row.id)
  expect(imagesOf(shop.catalogue.products.get(row.id)!.remote!).map(pictureKey)).toContain(key)
  letOn()
  await Promise.all([first, taken])
  await shop.settled()
  expect(imagesOf(currentProduct(shop.catalogue, row.id)!).map(pictureKey)).not.toContain(key)
  const { id } = snapshots.all().list.find(({ occasion: { code } }) => code === 'by-hand')!
  const kept = shop.catalogue.snapshots.pictures
  expect(kept.of(id)).toEqual([kept.hashOf(row.id, key)])
})
