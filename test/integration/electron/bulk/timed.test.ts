import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { createHandClock, type HandClock } from '../../../support/hand-clock'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from './proposals-of-mugs'

const minute = 60_000
const day = 24 * 60 * minute
const now = Date.UTC(2026, 10, 23, 9)
const friday = now + 4 * day
const sunday = friday + 3 * day - minute

const sale: BulkAction = {
  kind: 'start-sale',
  sale: {
    calculation: { kind: 'percent', of: 'price', percent: -20 },
    rounding: null,
    floor: null,
    ceiling: null,
    onSale: 'leave',
  },
}

let shop: SyncedStore
let clock: HandClock
let bulk: ReturnType<typeof openProposals>
beforeEach(async () => {
  shop = await openSyncedStore({ products: 30 })
  await shop.pull()
  clock = createHandClock(now)
  bulk = opened()
})
afterEach(async () => {
  await bulk.stop()
  await shop.close()
})

const opened = () => openProposals({ catalogue: shop.catalogue, ...shop.session, ...clock })

type Prices = { id: number; price: number; compareToPrice?: number }
async function storePrices(): Promise<Prices[]> {
  const { products } = (await shop.control('GET', '/state')) as { products: Prices[] }
  return products.map(({ id, price, compareToPrice }) => ({ id, price, ...(compareToPrice ? { compareToPrice } : {}) }))
}

async function planned(times: { startsAt: number | null; endsAt: number | null }): Promise<number> {
  bulk.propose({ selection: { query: {}, except: [] }, action: sale })
  const { id } = await bulk.reaches('ready')
  bulk.apply(id, times)
  return id
}

/** What was begun by itself is written and sent. */
async function sent(): Promise<void> {
  for (;;) {
    await bulk.untilStill()
    if (!bulk.timed().some(({ stage }) => stage === 'starts')) break
  }
  await shop.settled()
  bulk.noteQueue()
  await bulk.untilStill()
  await shop.settled()
}

/** The app ends, or is killed, and is started at that time. */
async function startedAgainAt(at: number, how: 'quit' | 'crash' = 'quit'): Promise<void> {
  const stopped = bulk.stop()
  if (how === 'crash') await shop.crash()
  await stopped
  clock.set(at)
  bulk = opened()
  bulk.resume()
  await sent()
}

const sets = () => shop.catalogue.changes.list('all', undefined, 0, 10).sets.filter(({ source }) => source !== 'pull')
const onlyOne = () => bulk.timed()[0]!

describe('a sale with a time', () => {
  it('rests until its start, runs, and goes back to the cent at its end', async () => {
    const before = await storePrices()
    await planned({ startsAt: friday, endsAt: sunday })
    expect(bulk.current()).toBeNull()
    expect(onlyOne()).toMatchObject({ stage: 'rests', missed: null, startsAt: friday, endsAt: sunday })
    expect(bulk.toldTimed()).toEqual(bulk.timed())
    expect(clock.rest()).toBe(minute)
    clock.set(friday - 1)
    clock.ring()
    await sent()
    expect(sets()).toEqual([])
    expect(await storePrices()).toEqual(before)

    clock.set(friday)
    clock.ring()
    await sent()
    expect(onlyOne()).toMatchObject({ stage: 'runs', missed: null, endsAt: sunday })
    const during = await storePrices()
    expect(during.filter(({ price }, at) => price < before[at]!.price).length).toBeGreaterThan(10)

    clock.set(sunday)
    clock.ring()
    await sent()
    expect(await storePrices()).toEqual(before)
    expect(bulk.timed()).toEqual([])
    expect(bulk.toldTimed()).toEqual([])
    expect(shop.catalogue.proposals.all()).toEqual([])
    expect(bulk.began).toEqual(['start', 'end'])
    expect(sets().map(({ source }) => source)).toEqual(['revert', 'bulk'])
  })

  it('survives quits and crashes, and begins and ends once', async () => {
    const before = await storePrices()
    await planned({ startsAt: friday, endsAt: sunday })
    await startedAgainAt(friday - day, 'crash')
    expect(sets()).toEqual([])
    clock.set(friday)
    clock.ring()
    await startedAgainAt(friday + 1, 'crash')
    await startedAgainAt(friday + 2)
    const during = await storePrices()
    expect(during).not.toEqual(before)
    expect(sets()).toHaveLength(1)
    clock.set(sunday)
    clock.ring()
    await startedAgainAt(sunday + 1, 'crash')
    await startedAgainAt(sunday + 2)
    expect(await storePrices()).toEqual(before)
    expect(sets()).toHaveLength(2)
  })

  it('does not begin by itself where the app did not run at its start, but some minutes', async () => {
    const before = await storePrices()
    await planned({ startsAt: friday, endsAt: sunday })
    await startedAgainAt(friday + day)
    expect(onlyOne()).toMatchObject({ stage: 'rests', missed: 'start' })
    expect(bulk.toldTimed()).toEqual(bulk.timed())
    clock.ring()
    await sent()
    expect(await storePrices()).toEqual(before)
    bulk.setTimes(onlyOne().id, { startsAt: null, endsAt: sunday })
    await sent()
    expect(await storePrices()).not.toEqual(before)
    expect(onlyOne()).toMatchObject({ stage: 'runs', missed: null, startsAt: friday + day })
    expect(bulk.began).toEqual([])
  })

  it('begins after a start of the app that is a few minutes late', async () => {
    await planned({ startsAt: friday, endsAt: null })
    await startedAgainAt(friday + 4 * minute)
    expect(sets()).toHaveLength(1)
    expect(bulk.timed()).toEqual([])
    expect(shop.catalogue.proposals.all()).toEqual([])
  })

  it('is asked about where the computer slept over its start, and over its end', async () => {
    const before = await storePrices()
    const id = await planned({ startsAt: friday, endsAt: sunday })
    clock.set(friday + 6 * minute)
    clock.ring()
    await sent()
    expect(onlyOne()).toMatchObject({ missed: 'start' })
    bulk.setTimes(id, { startsAt: friday + 10 * minute, endsAt: sunday })
    expect(onlyOne()).toMatchObject({ missed: null })
    clock.set(friday + 10 * minute)
    clock.ring()
    await sent()
    const during = await storePrices()
    clock.set(sunday + 6 * minute)
    clock.ring()
    await sent()
    expect(onlyOne()).toMatchObject({ stage: 'runs', missed: 'end' })
    expect(await storePrices()).toEqual(during)
    bulk.endNow(id)
    await sent()
    expect(await storePrices()).toEqual(before)
    expect(bulk.timed()).toEqual([])
  })

  it('begins once though the clock is set back after its start', async () => {
    await planned({ startsAt: friday, endsAt: sunday })
    clock.set(friday)
    clock.ring()
    await sent()
    clock.set(friday - day)
    clock.ring()
    clock.set(friday)
    clock.ring()
    await startedAgainAt(friday + 1)
    expect(sets()).toHaveLength(1)
    expect(onlyOne()).toMatchObject({ stage: 'runs' })
  })

  it('is let go before its start, without a trace', async () => {
    const id = await planned({ startsAt: friday, endsAt: sunday })
    bulk.discard(id)
    await bulk.untilStill()
    expect(bulk.timed()).toEqual([])
    clock.set(friday)
    clock.ring()
    await startedAgainAt(friday + 1)
    expect(sets()).toEqual([])
    expect(shop.catalogue.proposals.all()).toEqual([])
  })

  it('begins at once and ends by itself, though its review was closed', async () => {
    const before = await storePrices()
    const id = await planned({ startsAt: null, endsAt: sunday })
    await bulk.reaches('applied')
    await shop.settled()
    bulk.discard(id)
    await bulk.untilStill()
    expect(bulk.current()).toBeNull()
    await startedAgainAt(friday)
    expect(onlyOne()).toMatchObject({ stage: 'runs', startsAt: null, endsAt: sunday })
    clock.set(sunday)
    clock.ring()
    await sent()
    expect(await storePrices()).toEqual(before)
    expect(shop.catalogue.proposals.all()).toEqual([])
  })

  it('stays as it is where its end is taken from it', async () => {
    const id = await planned({ startsAt: friday, endsAt: sunday })
    clock.set(friday)
    clock.ring()
    await sent()
    bulk.setTimes(id, { startsAt: null, endsAt: null })
    await bulk.untilStill()
    expect(bulk.timed()).toEqual([])
    clock.set(sunday)
    clock.ring()
    await sent()
    expect(sets()).toHaveLength(1)
  })

  it('lets another review be open beside it, and begins meanwhile', async () => {
    await planned({ startsAt: friday, endsAt: null })
    const ids = shop.catalogue.searchIds({}).slice(0, 2)
    const { id } = await bulk.proposed({ kind: 'set', fields: { subtitle: 'New' } }, ids)
    clock.set(friday)
    clock.ring()
    await sent()
    expect(sets()).toHaveLength(1)
    expect(bulk.current()).toMatchObject({ id, state: 'ready' })
  })

  it('has its times in order, and ahead', async () => {
    bulk.propose({ selection: { query: {}, except: [] }, action: sale })
    const { id } = await bulk.reaches('ready')
    expect(() => bulk.apply(id, { startsAt: now, endsAt: null })).toThrow('in the past')
    expect(() => bulk.apply(id, { startsAt: sunday, endsAt: friday })).toThrow('after the start')
    expect(() => bulk.apply(id, { startsAt: null, endsAt: now - 1 })).toThrow('after the start')
    expect(bulk.current()).toMatchObject({ state: 'ready' })
  })

  it('merges what others changed meanwhile, and asks where it clashes', async () => {
    await planned({ startsAt: friday, endsAt: null })
    const [first, second] = (await storePrices()).filter(({ compareToPrice }) => !compareToPrice)
    await shop.control('POST', `/products/${first!.id}`, { price: 77 })
    await shop.control('POST', `/products/${second!.id}`, { subtitle: 'New' })
    clock.set(friday)
    clock.ring()
    await sent()
    const prices = new Map((await storePrices()).map(({ id, price }) => [id, price]))
    expect(prices.get(first!.id)).toBe(77)
    expect(prices.get(second!.id)).toBeCloseTo(second!.price * 0.8, 2)
    expect(shop.session.summary().conflict).toBeGreaterThan(0)
  })

  it('stays in sight where a product could not be changed at its start', async () => {
    const id = await planned({ startsAt: friday, endsAt: null })
    const { productId } = bulk.page(id, { by: 'product', order: 'list', filter: 'in', offset: 0, limit: 1 }).rows[0]!
    await shop.control('DELETE', `/products/${shop.catalogue.products.get(productId)!.ecwidId}`)
    await shop.pull()
    clock.set(friday)
    clock.ring()
    await sent()
    expect(onlyOne()).toMatchObject({ stage: 'over', refused: 1 })
    bulk.discard(id)
    await bulk.untilStill()
    expect(bulk.timed()).toEqual([])
    expect(sets()).toHaveLength(1)
  })
})
