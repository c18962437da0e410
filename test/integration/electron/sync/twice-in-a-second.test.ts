import { afterEach, beforeEach, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock } from '../../../support/test-clock'

// The store's times of change have whole seconds: what was read within one may change once more without another time. It is read
// again, however long the program, the line or the computer rests first.

const clock = createTestClock()
const tenMinutes = 600_000
let synced: SyncedStore
let bench: ShelfBench

beforeEach(async () => {
  synced = await openSyncedStore({}, { clock })
  bench = createShelfBench(synced)
  await synced.pull()
  for (let pulls = 0; pulls < 4; pulls += 1) {
    synced.skip(60_000)
    await synced.pull()
  }
  clock.skip(1000 - (clock.now() % 1000))
})
afterEach(() => synced.close())

it('a category that others rename right before and right after it is read', async () => {
  const { id } = synced.session.snapshot().categories[0]!
  await bench.theirs('PUT', id, { name: 'First name' })
  await synced.pull()
  await bench.theirs('PUT', id, { name: 'Second name' })
  synced.skip(tenMinutes)
  await synced.pull()
  expect(bench.shown('Second name')).toHaveLength(1)
})

it('a profile that others change right before and right after it is read', async () => {
  await synced.control('POST', '/profile', { settings: { storeName: 'First name' } })
  await synced.pull()
  await synced.control('POST', '/profile', { settings: { storeName: 'Second name' } })
  synced.restart()
  synced.skip(tenMinutes)
  await synced.pull()
  expect(synced.session.snapshot().profile?.storeName).toBe('Second name')
})
