import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock, type TestClock } from '../../../support/test-clock'

// What others do between a read and a write, or while an answer is missing; and pauses as long as a store may ask for.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let clock: TestClock
/** Called once when the next request of this kind is about to leave, or its answer is in hand. */
let then: { on: string; run: () => Promise<unknown> } | null = null

beforeEach(async () => {
  then = null
  clock = createTestClock()
  const meet = async (on: string) => {
    if (then?.on !== on) return
    const { run } = then
    then = null
    await run()
  }
  synced = await openSyncedStore(
    {},
    {
      clock,
      async isRefused(method) {
        await meet(`${method} leaves`)
        return false
      },
      onAnswer: (method) => meet(`${method} answered`),
    },
  )
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true }, 0, 100).rows.find((each) => {
    return (each.quantity ?? 0) > 8 && each.pictureCount > 1 && each.variationCount === 0
  })!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const detail = () => synced.session.product(mug.id)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const update = (fields: object) => apply({ kind: 'update', productId: mug.id, fields })
const stored = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!
const onTheWeb = (body: object) => synced.control('POST', `/products/${mug.ecwidId}`, body)
const fault = (body: object) => synced.control('POST', '/faults', body)

it.each([-3, 5])('a stock of %i in doubt, and a restock meanwhile: asked about, or counted once', async (delta) => {
  const { quantity } = detail().fields
  for (const kind of ['drop-before', 'drop-after']) {
    const start = detail().fields.quantity
    await fault({ kind, match: { method: 'PUT' } })
    update({ quantity: start + delta })
    await synced.until(() =>
      synced.catalogue.changes.openOf('product', mug.id).some(({ state }) => state === 'unknown'),
    )
    synced.session.changes.holdAll(true)
    await synced.control('POST', '/sell', { id: mug.ecwidId, quantity: -20 })
    synced.session.changes.holdAll(false)
    synced.session.resume()
    await synced.settled()
    const asked = synced.session.summary().conflict > 0
    const now = Number((await stored()).quantity)
    const once = start + delta + 20
    // Asked before anything more was sent: it is there once or not at all.
    expect(asked ? [start + 20, once] : [once], kind).toContain(now)
    if (asked) return
  }
  expect(detail().fields.quantity).not.toBe(quantity)
})

it('a store that asks for a week is asked once, and the person’s edit goes afterwards', async () => {
  await fault({ kind: 'status', status: 429, retryAfter: 7 * 86_400, match: { method: 'PUT' } })
  const { price } = detail().fields
  update({ price: price + 1 })
  await synced.settled()
  expect((await stored()).price).toBe(price + 1)
})

it('a read is not used any more after a long pause: others who edited meanwhile are asked about', async () => {
  const { price } = detail().fields
  await fault({ kind: 'status', status: 429, retryAfter: 120, match: { method: 'PUT' } })
  then = { on: 'PUT answered', run: () => onTheWeb({ price: price + 50 }) }
  update({ price: price + 1 })
  await synced.settled()
  expect((await stored()).price).toBe(price + 50)
  expect(synced.session.summary().conflict).toBe(1)
})

describe('redo', () => {
  it.each(['before', 'after'])('twice counts once, undone %s it was sent', async (when) => {
    const { quantity } = detail().fields
    synced.session.changes.holdAll(when === 'before')
    const { changeSetId } = update({ quantity: quantity + 4 })
    await synced.settled()
    const revertSetId = synced.session.changes.revert(changeSetId!).changeSetId
    await synced.settled()
    synced.session.changes.redo({ setId: changeSetId!, revertSetId })
    try {
      synced.session.changes.redo({ setId: changeSetId!, revertSetId })
    } catch {
      // Said in words: it was done again already.
    }
    synced.session.changes.holdAll(false)
    synced.session.resume()
    await synced.settled()
    expect((await stored()).quantity).toBe(quantity + 4)
    expect(detail().fields.quantity).toBe(quantity + 4)
  })
})

it('an order made upon pictures that others have changed does not lose theirs', async () => {
  const keys = detail().pictures.map(({ key }) => key)
  synced.session.changes.holdAll(true)
  apply({ kind: 'picture.order', productId: mug.id, order: keys.toReversed() })
  const answer = await fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/gallery`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${synced.store.secretToken}` },
    body: new Uint8Array(pngBytes(8, 8, { shade: 9 })),
  })
  expect(answer.ok).toBe(true)
  const theirs = (await stored()).media.images.map(pictureOf)
  synced.session.changes.holdAll(false)
  await synced.settled()
  const now = (await stored()).media.images.map(pictureOf)
  expect(now.toSorted()).toEqual(theirs.toSorted())
})

it('the clock of the computer is set back by a day: what waits goes all the same', async () => {
  const { price } = detail().fields
  await fault({ kind: 'status', status: 503, times: 2, match: { method: 'PUT' } })
  then = { on: 'PUT answered', run: async () => clock.setBack(86_400_000) }
  update({ price: price + 1 })
  await synced.settled()
  expect((await stored()).price).toBe(price + 1)
})
