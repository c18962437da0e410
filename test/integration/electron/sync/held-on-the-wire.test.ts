import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let productId: number
let setId: number
/** Whether the write that the hold falls upon reaches the store. */
let arrives: boolean
let writes: number
beforeEach(async () => {
  writes = 0
  synced = await openSyncedStore(
    { products: 5 },
    {
      timeoutMs: 3000,
      isRefused(method) {
        if (method !== 'PUT') return false
        writes += 1
        if (writes > 1) return false
        synced.session.changes.hold(setId, true)
        return !arrives
      },
    },
  )
  await synced.pull()
  ;[productId] = synced.catalogue.searchIds({}) as [number]
})
afterEach(() => synced.close())

const price = () => synced.remote(synced.catalogue.products.ecwidIdOf(productId)!).then((remote) => remote['price'])
const states = () => synced.catalogue.changes.ofSet(setId).map(({ state }) => state)
function setPrice(): void {
  const operations = [{ kind: 'update' as const, productId, fields: { price: 77 } }]
  const label = { code: 'text', text: 'Test' } as const
  setId = synced.session.changes.apply({ source: 'form', label, operations }).changeSetId!
}

describe('a set that is held while a change of it is on the wire', () => {
  it('stays held where that did not arrive, until it is let go', async () => {
    arrives = false
    const before = await price()
    setPrice()
    await synced.until(() => states().join() === 'held')
    synced.skip(600_000)
    await synced.quiet()
    expect([states(), await price(), writes]).toEqual([['held'], before, 1])
    synced.session.changes.hold(setId, false)
    await synced.settled()
    expect([states(), await price()]).toEqual([['sent'], 77])
  })

  it.each([
    ['was carried out', true, 'sent', 77],
    ['was not carried out', false, 'held', null],
  ])('is looked up where its answer was lost, and %s', async (_, isCarriedOut, state, is) => {
    arrives = true
    const before = await price()
    const match = { method: 'PUT', path: '/products/' }
    const lost = { match, times: 1, kind: 'status', status: 500, processed: isCarriedOut }
    await synced.control('POST', '/faults', lost)
    setPrice()
    await synced.until(() => states().join() === state)
    synced.skip(600_000)
    await synced.quiet()
    expect([states(), await price(), writes]).toEqual([[state], is ?? before, 1])
    synced.session.changes.hold(setId, false)
    await synced.settled()
    expect([states(), await price()]).toEqual([['sent'], 77])
  })
})
