import { afterEach, beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
})
afterEach(() => synced.close())

it('a product of which something is typed and not saved says so in lists, at once and until it is saved or discarded', async () => {
  const id = synced.findBySku('MUG-01')
  const hasDraft = () => synced.session.reads.search({}, 0, 50).rows.find((row) => row.id === id)?.hasDraft
  let told = 0
  const stop = synced.listen(() => (told += 1))
  expect(hasDraft()).toBe(false)

  const draft = { base: newProductFields, patch: { name: 'Half ty' }, unparsed: {}, variations: {}, savedAt: 1 }
  synced.session.drafts.putAll([{ productId: id, draft: draft }])
  expect([hasDraft(), told]).toEqual([true, 1])
  // Every letter would read the list anew.
  synced.session.drafts.putAll([{ productId: id, draft: { ...draft, patch: { name: 'Half typed' } } }])
  expect(told).toBe(1)

  synced.session.drafts.remove(id)
  expect([hasDraft(), told]).toEqual([false, 2])
  stop()
})
