import { beforeEach, describe, expect, it } from 'vitest'
import type { StoreProduct } from '../../../../electron/ecwid/store-product'
import { AppError } from '../../../../electron/shared/errors'
import { createConfirmations } from '../../../../electron/sync/confirmations'
import { createHandClock, settle } from '../ecwid/hand-clock'

let clock: ReturnType<typeof createHandClock>
let asked: number[][]
let isBusy: boolean
let confirmations: ReturnType<typeof createConfirmations>

/** In the store, and yet in no answer that lists several. */
const unlisted = 1001

beforeEach(() => {
  clock = createHandClock()
  asked = []
  isBusy = false
  const productOf = (id: number): StoreProduct => ({ raw: { id }, product: { id } })
  const getProducts = async (ids: number[]) => {
    asked.push(ids)
    return { items: ids.filter((id) => id < 1000).map(productOf), unread: { ids: [], nameless: 0 } }
  }
  const getProduct = async (id: number): Promise<StoreProduct> => {
    if (id === unlisted) return productOf(id)
    throw new AppError('not-found', 'gone')
  }
  const { now, after } = clock
  confirmations = createConfirmations({ ecwid: { getProduct, getProducts }, now, after, isBusy: () => isBusy })
})

describe('reading products after their uploads', () => {
  it('asks once for those that come shortly after each other', async () => {
    const first = confirmations.read(1)
    await clock.advance(60)
    const second = confirmations.read(2)
    await clock.advance(60)
    expect(await Promise.all([first, second])).toMatchObject([{ product: { id: 1 } }, { product: { id: 2 } }])
    expect(asked).toEqual([[1, 2]])
  })

  it('gathers for ten seconds while more uploads are under way, and ends with the last of them', async () => {
    isBusy = true
    for (let id = 1; id <= 15; id++) {
      void confirmations.read(id)
      await clock.advance(1000)
    }
    expect(asked).toHaveLength(1)
    expect(asked[0]?.length).toBeGreaterThanOrEqual(10)
    isBusy = false
    await clock.advance(100)
    expect(asked.flat()).toHaveLength(15)
  })

  it('waits no longer once one request is full', async () => {
    isBusy = true
    for (let id = 1; id <= 100; id++) void confirmations.read(id)
    await clock.advance(100)
    expect(asked).toHaveLength(1)
  })

  it('asks at once for a product that somebody waits for', async () => {
    isBusy = true
    void confirmations.read(1)
    void confirmations.read(2)
    confirmations.hurry(3)
    await settle()
    expect(asked).toEqual([])
    confirmations.hurry(2)
    await settle()
    expect(asked).toEqual([[1, 2]])
    await clock.advance(60_000)
    expect(asked).toHaveLength(1)
  })

  it('believes a product gone by its own answer alone', async () => {
    const read = confirmations.read(unlisted)
    confirmations.hurry()
    await expect(read).resolves.toMatchObject({ product: { id: unlisted } })
  })

  it('says so when a product is gone', async () => {
    const gone = confirmations.read(1000)
    const there = confirmations.read(1)
    confirmations.hurry()
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
    await expect(there).resolves.toMatchObject({ product: { id: 1 } })
  })
})
