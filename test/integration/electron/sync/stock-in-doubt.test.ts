import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setsThis } from '../../../../electron/shared/change-address'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock, type TestClock } from '../../../support/test-clock'

// A stock change whose answer was lost: the store's number may be what it is by others, who sell and restock meanwhile.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let start: number
let clock: TestClock

beforeEach(async () => {
  clock = createTestClock()
  synced = await openSyncedStore({}, { clock })
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100).rows.find((each) => {
    return (each.quantity ?? 0) > 8 && each.variationCount === 0
  })!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  start = row.quantity!
  // Edited last long before.
  clock.skip(60_000)
})
afterEach(() => synced.close())

const fields = () => synced.session.product(mug.id).fields
const update = (patch: object) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: patch }],
  })
const stock = async () => (await synced.remote(mug.ecwidId)).quantity
const openStock = () =>
  synced.catalogue.changes.openOf('product', mug.id).filter((change) => setsThis(change, 'quantity'))
const inDoubt = () => synced.until(() => openStock().some(({ state }) => state === 'unknown'))
const drop = (kind: 'drop-before' | 'drop-after') =>
  synced.control('POST', '/faults', { kind, match: { method: 'PUT', path: '/inventory' } })
const sell = (quantity: number) => synced.control('POST', '/sell', { id: mug.ecwidId, quantity })
const goOn = () => {
  synced.session.changes.holdAll(false)
  synced.session.resume()
  return synced.settled()
}
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })

/** The answer to `patch` is lost, and nothing goes on before `goOn`. */
async function lose(kind: 'drop-before' | 'drop-after', patch: object): Promise<void> {
  await drop(kind)
  update(patch)
  await inDoubt()
  synced.session.changes.holdAll(true)
}

describe('what others did meanwhile', () => {
  it('brought back the number it was sent from, after it had arrived: it is not sent again, but asked about', async () => {
    await lose('drop-after', { quantity: start + 3 })
    clock.skip(60_000)
    await sell(3)
    await goOn()
    expect(await stock()).toBe(start)
    expect(openStock()).toMatchObject([{ state: 'conflict', reason: { sentence: { says: 'stock-in-doubt' } } }])
  })

  it('made the number that it would have made: it is not taken for arrived, but asked about', async () => {
    await lose('drop-before', { quantity: start - 3 })
    clock.skip(3_600_000)
    await sell(3)
    await goOn()
    expect(await stock()).toBe(start - 3)
    expect(openStock()).toMatchObject([{ state: 'conflict' }])
  })

  it('is not shown with it on top, as soon as a pull brings it', async () => {
    await lose('drop-after', { quantity: start + 3 })
    clock.skip(60_000)
    await sell(3)
    await synced.pull()
    expect(fields().quantity).toBe(start)
  })

  it('may be all there is: its owner counts, and says what is right', async () => {
    await lose('drop-after', { quantity: start + 3 })
    clock.skip(60_000)
    await sell(3)
    await goOn()
    synced.session.changes.resolve([openStock()[0]!.id], { take: 'theirs' })
    await synced.settled()
    nobodyIsAsked()
    expect([fields().quantity, await stock()]).toEqual([start, start])
  })
})

describe('while nobody else is at work, nothing is asked:', () => {
  it.each(['drop-before', 'drop-after'] as const)('%s, looked up at once', async (kind) => {
    await drop(kind)
    update({ quantity: start + 3 })
    await synced.settled()
    nobodyIsAsked()
    expect([fields().quantity, await stock()]).toEqual([start + 3, start + 3])
  })

  it.each(['drop-before', 'drop-after'] as const)('%s, looked up a day later', async (kind) => {
    await lose(kind, { quantity: start + 3 })
    clock.skip(86_400_000)
    await goOn()
    nobodyIsAsked()
    expect([fields().quantity, await stock()]).toEqual([start + 3, start + 3])
  })

  it.each(['drop-before', 'drop-after'] as const)('%s, with a price in the same form', async (kind) => {
    await lose(kind, { quantity: start + 3, price: 41 })
    clock.skip(60_000)
    await goOn()
    nobodyIsAsked()
    expect(await synced.remote(mug.ecwidId)).toMatchObject({ quantity: start + 3, price: 41 })
  })

  it.each(['drop-before', 'drop-after'] as const)(
    '%s, with a price, a picture and more stock typed meanwhile',
    async (kind) => {
      await lose(kind, { quantity: start + 3 })
      clock.skip(60_000)
      update({ price: 41, quantity: start + 5 })
      const { hash } = await synced.staging.stageBytes('p.png', pngBytes(8, 8, { shade: 1 }))
      synced.session.changes.apply({
        source: 'pictures',
        label: { code: 'text', text: 'Test' },
        operations: [
          { kind: 'picture.add', productId: mug.id, source: { hash }, role: 'gallery', fileName: 'p.png', alt: '' },
        ],
      })
      await goOn()
      nobodyIsAsked()
      expect(await synced.remote(mug.ecwidId)).toMatchObject({ quantity: start + 5, price: 41 })
    },
  )

  it('found missing, and the answer to a price of the same product is lost before the stock is sent again', async () => {
    await lose('drop-before', { quantity: start + 3 })
    clock.skip(60_000)
    update({ price: 41 })
    const price = { method: 'PUT', path: `/products/${mug.ecwidId}[?]` }
    await synced.control('POST', '/faults', { kind: 'drop-after', match: price })
    await goOn()
    nobodyIsAsked()
    expect(await synced.remote(mug.ecwidId)).toMatchObject({ quantity: start + 3, price: 41 })
  })

  it.each(['drop-before', 'drop-after'] as const)('%s, and the program ends right then', async (kind) => {
    await lose(kind, { quantity: start + 3 })
    await synced.crash()
    clock.skip(60_000)
    await goOn()
    nobodyIsAsked()
    expect([fields().quantity, await stock()]).toEqual([start + 3, start + 3])
  })
})
