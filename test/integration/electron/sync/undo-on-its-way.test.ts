import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock, type TestClock } from '../../../support/test-clock'

let synced: SyncedStore
let clock: TestClock
let productIds: number[]
/** Lets the answer of the first write go. */
let answer: () => void
let onTheWay: Promise<void>
let writes: number

beforeEach(async () => {
  writes = 0
  let isOnTheWay = (): void => {}
  onTheWay = new Promise((resolve) => (isOnTheWay = resolve))
  const answered = new Promise<void>((resolve) => (answer = resolve))
  clock = createTestClock({ patience: Infinity })
  synced = await openSyncedStore(
    { products: 60 },
    {
      clock,
      limits: { concurrency: 1 },
      async onAnswer(method) {
        if (method !== 'PUT') return
        writes += 1
        if (writes > 1) return
        isOnTheWay()
        await answered
      },
    },
  )
  await synced.pull()
  productIds = synced.catalogue.searchIds({})
})
afterEach(async () => {
  answer()
  await synced.close()
})

const prices = (ids: number[]) =>
  Promise.all(ids.map(async (id) => (await synced.remote(synced.catalogue.products.ecwidIdOf(id)!))['price']))
const states = (setId: number) => [...new Set(synced.catalogue.changes.ofSet(setId).map(({ state }) => state))].sort()
function setPrices(ids: number[]): number {
  const operations = ids.map((productId) => ({ kind: 'update' as const, productId, fields: { price: 77 } }))
  const label = { code: 'text', text: 'Test' } as const
  return synced.session.changes.apply({ source: 'form', label, operations }).changeSetId!
}

/** However busy this machine is, no time passes until it is undone. */
async function undoneInTime<T>(undone: Promise<T>): Promise<T> {
  clock.onWire.add(undone)
  answer()
  return undone.finally(() => clock.onWire.delete(undone))
}

describe('an undo that is asked for while its change is on its way', () => {
  it('goes back as soon as that has arrived, and can be redone', async () => {
    const ids = productIds.slice(0, 1)
    const before = await prices(ids)
    const setId = setPrices(ids)
    await onTheWay
    const { changeSetId: revertSetId } = await undoneInTime(synced.session.changes.revertWhenArrived(setId))
    const redone = synced.session.changes.redoWhenArrived({ setId, revertSetId })
    await synced.settled()
    await redone
    await synced.settled()
    expect([revertSetId !== null, await prices(ids), before.includes(77)]).toEqual([true, [77], false])
  })

  it('keeps back what of a long set is still to go, and leaves nothing held', async () => {
    const before = await prices(productIds)
    const setId = setPrices(productIds)
    await onTheWay
    await undoneInTime(synced.session.changes.revertWhenArrived(setId))
    await synced.settled()
    expect(await prices(productIds)).toEqual(before)
    expect([states(setId).includes('held'), synced.session.summary()]).toEqual([
      false,
      expect.objectContaining({ held: 0, waiting: 0, sending: 0, refused: 0, conflict: 0 }),
    ])
    expect(writes).toBeLessThan(productIds.length)
  })

  it('lets the rest of the set go on where only a part of it goes back', async () => {
    const before = await prices(productIds)
    const setId = setPrices(productIds)
    await onTheWay
    const [first] = synced.catalogue.changes.ofSet(setId).filter(({ state }) => state === 'sending')
    await undoneInTime(synced.session.changes.revertWhenArrived(setId, { changeIds: [first!.id] }))
    await synced.settled()
    const at = productIds.indexOf(first!.productId)
    expect(await prices(productIds)).toEqual(productIds.map((_, place) => (place === at ? before[at] : 77)))
  })

  it('goes back as it was looked at: what is on its way too, but nothing that is left out', async () => {
    const before = await prices(productIds)
    const setId = setPrices(productIds)
    await onTheWay
    const looked = synced.session.reads.previewRevert({ changeSetId: setId, offset: 0, limit: 100 })
    const sending = synced.catalogue.changes.ofSet(setId).find(({ state }) => state === 'sending')!
    const except = looked.filter(({ productId }) => productId !== sending.productId).map(({ changeId }) => changeId)
    await undoneInTime(synced.session.changes.revertWhenArrived(setId, { choice: { except, also: [] } }))
    await synced.settled()
    expect(new Set(looked.map(({ standing }) => standing))).toEqual(new Set(['waiting']))
    const at = productIds.indexOf(sending.productId)
    expect(await prices(productIds)).toEqual(productIds.map((_, place) => (place === at ? before[at] : 77)))
  })

  it('is refused where that takes too long, and the set goes on', async () => {
    const setId = setPrices(productIds)
    await onTheWay
    await expect(synced.session.changes.revertWhenArrived(setId)).rejects.toThrow('on its way to the store')
    answer()
    await synced.settled()
    expect([states(setId), [...new Set(await prices(productIds))]]).toEqual([['sent'], [77]])
  })

  it.each([
    ['all of the set', 60],
    ['the change itself', 1],
  ])('leaves held what its owner had held before: %s', async (_, count) => {
    const setId = setPrices(productIds.slice(0, count))
    await onTheWay
    synced.session.changes.hold(setId, true)
    await expect(synced.session.changes.revertWhenArrived(setId)).rejects.toThrow('on its way to the store')
    const isHeld = synced.catalogue.changes.isHeldOnItsWay(setId)
    answer()
    await synced.until(() => synced.session.summary().sending === 0)
    expect([isHeld, states(setId)]).toEqual([true, count === 1 ? ['sent'] : ['held', 'sent']])
  })
})
