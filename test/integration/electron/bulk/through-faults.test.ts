import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from './proposals-of-mugs'

/** `npm run soak` plays more. */
const products = Number(process.env.STOCKROOM_PRODUCTS ?? 300)
const dearer: Extract<BulkAction, { kind: 'price' }>['rule'] = {
  calculation: { kind: 'percent', of: 'price', percent: 10 },
  rounding: null,
  floor: null,
  ceiling: null,
  field: 'price',
  variations: true,
}

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
beforeEach(async () => {
  shop = await openSyncedStore({ products })
  await shop.pull()
  bulk = opened()
})
afterEach(async () => {
  await bulk.stop()
  await shop.close()
})

const opened = () => openProposals({ catalogue: shop.catalogue, ...shop.session })

/** The app is killed here, with requests on the wire; what the store has by then it keeps. */
async function killedWhen(isReached: () => boolean): Promise<void> {
  await shop.until(isReached)
  const stopped = bulk.stop()
  await shop.crash()
  await stopped
  bulk = opened()
  bulk.resume()
}

const sets = () => shop.catalogue.changes.list('all', undefined, 0, 10).sets
const sentOf = (setId: number) => shop.catalogue.changes.statesOf(setId).sent ?? 0

type Prices = { id: number; price: number; combinations?: { id: number; price?: number }[] }
async function pricesInStore(): Promise<Map<string, number | undefined>> {
  const { products: all } = (await shop.control('GET', '/state')) as { products: Prices[] }
  return new Map(
    all.flatMap(({ id, price, combinations = [] }) => [
      [`${id}`, price] as const,
      ...combinations.map((one) => [`${id} ${one.id}`, one.price] as const),
    ]),
  )
}

it(
  `${products} products end right, once, though the app is killed while they are written, sent and undone, and answers are lost`,
  async () => {
    const before = await pricesInStore()
    bulk.propose({ selection: { query: {}, except: [] }, action: { kind: 'price', rule: dearer } })
    const review = await bulk.reaches('ready')
    const wanted = bulk.allRows('in').map(({ after }) => Number(after))
    expect(wanted.length).toBe(review.fields)

    await shop.control('POST', '/faults', { kind: 'drop-after', times: 6, match: { method: 'PUT' } })
    bulk.apply(review.id)
    await killedWhen(() => (bulk.current()?.made ?? 0) > products / 5)
    const { changeSetId } = await bulk.reaches('applied')
    for (const share of [0.2, 0.6]) await killedWhen(() => sentOf(changeSetId!) > share * review.fields)
    await shop.settled()
    expect(sets().map(({ id }) => id)).toEqual([changeSetId])
    expect(shop.catalogue.changes.statesOf(changeSetId!)).toEqual({ sent: review.fields })
    const after = await pricesInStore()
    const changed = [...after].flatMap(([place, price]) => (price === before.get(place) ? [] : [price]))
    expect(changed.toSorted()).toEqual(wanted.toSorted())

    await shop.control('POST', '/faults', { kind: 'drop-after', times: 6, match: { method: 'PUT' } })
    shop.session.changes.revertInParts(changeSetId!).catch(() => {})
    await killedWhen(() => sets().some(({ id, source }) => id !== changeSetId && source === 'revert'))
    const undo = () => sets().find(({ source }) => source === 'revert')!.id
    await killedWhen(() => sentOf(undo()) > 0.4 * review.fields)
    await shop.settled()
    expect(sets().length).toBe(2)
    expect(shop.catalogue.changes.statesOf(undo())).toEqual({ sent: review.fields })
    expect(await pricesInStore()).toEqual(before)
  },
  400 * products,
)
