import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// The categories of a large store name every product: they are read when something of them may have moved, and own writes alone
// do not make every minute's pull read them.

const minute = 60_000
let synced: SyncedStore

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  // Until what the store did last is long enough ago.
  for (let pulls = 0; pulls < 4; pulls += 1) await pullLater()
})
afterEach(() => synced.close())

async function pullLater(): Promise<void> {
  synced.skip(minute)
  expect((await synced.pull()).phase).toBe('idle')
}

async function edit(...operations: Operation[]): Promise<void> {
  synced.session.changes.apply({ source: 'list', label: { code: 'text', text: 'Test' }, operations })
  await synced.settled()
}

/** What was asked for since the last look, by its last part. */
async function requests(): Promise<string[]> {
  const log = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
  await synced.control('DELETE', '/requests')
  return log.requests.flatMap(({ method, path }) =>
    method === 'GET' ? [path.replace(/\?.*/, '').split('/').pop()!] : [],
  )
}
const categoryReads = async () => (await requests()).filter((name) => name === 'categories').length

async function api<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  const answer = await fetch(synced.store.baseUrl + path, init)
  expect(answer.ok).toBe(true)
  return (await answer.json()) as Answer
}

const [mug, other] = ['MUG-01', 'TEA-01']
const productOf = (sku: string) => synced.findBySku(sku)
const categoryNames = () => synced.session.snapshot().categories.map(({ name }) => name)
const firstCategory = () => synced.session.snapshot().categories[0]!

describe('after own writes alone', () => {
  it('minute after minute of prices and stock reads no categories', async () => {
    await requests()
    for (let price = 20; price < 25; price += 1) {
      await edit({ kind: 'update', productId: productOf(mug), fields: { price, quantity: price } })
      await pullLater()
    }
    for (let pulls = 0; pulls < 3; pulls += 1) await pullLater()
    expect(await categoryReads()).toBe(0)
  })

  it('those that move a product between categories read them, and in its minute alone', async () => {
    const { categoryIds = [] } = synced.catalogue.products.get(productOf(mug))!.remote!
    const added = synced.session.snapshot().categories.find(({ id }) => !categoryIds.includes(id))!
    await requests()
    await edit({
      kind: 'update',
      productId: productOf(mug),
      fields: { categoryIds: [...categoryIds, added.id], showOnFrontpage: true },
    })
    await pullLater()
    expect(await categoryReads()).toBe(1)
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 99 } })
    await pullLater()
    expect(await categoryReads()).toBe(0)
  })

  it('is remembered over a restart, and over a line that breaks', async () => {
    await edit({ kind: 'update', productId: productOf(mug), fields: { categoryIds: [], showOnFrontpage: true } })
    synced.restart()
    await synced.control('POST', '/faults', { kind: 'status', status: 403, times: 9, match: { path: '/categories' } })
    synced.skip(minute)
    expect((await synced.pull()).phase).toBe('failed')
    await synced.control('DELETE', '/faults')
    await requests()
    await pullLater()
    expect(await categoryReads()).toBe(1)
  })
})

describe('what others did is found beside own writes of the same minute', () => {
  it('a category that is called otherwise', async () => {
    const { id } = firstCategory()
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 31 } })
    await api('PUT', `/categories/${id}`, { name: 'Renamed elsewhere' })
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 32 } })
    await pullLater()
    expect(categoryNames()).toContain('Renamed elsewhere')
  })

  it('an order within a category', async () => {
    const { items } = await api<{ items: { id: number; productIds: number[] }[] }>('GET', '/categories?productIds=true')
    const long = items.find(({ productIds }) => productIds.length > 1)!
    const before = inCategory(long.id)
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 33 } })
    await api('PUT', `/categories/${long.id}`, { productIds: [...long.productIds].reverse() })
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 34 } })
    await pullLater()
    expect(inCategory(long.id)).toEqual([...before].reverse())
  })

  it('a product that came into one, whether a pull or a push meets it first', async () => {
    await requests()
    await synced.control('POST', `/products/${ecwidIdOf(other)}`, { categoryIds: [] })
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 35 } })
    await pullLater()
    expect(await categoryReads()).toBe(1)
    await synced.control('POST', `/products/${ecwidIdOf(mug)}`, { categoryIds: [] })
    await edit({ kind: 'update', productId: productOf(mug), fields: { price: 36 } })
    await pullLater()
    expect(await categoryReads()).toBe(1)
  })
})

const ecwidIdOf = (sku: string) => synced.catalogue.products.ecwidIdOf(productOf(sku))
const inCategory = (categoryId: number) =>
  synced.catalogue
    .search({ categoryIds: [categoryId], sort: 'DEFINED_BY_STORE_OWNER' }, 0, 100)
    .rows.map(({ name }) => name)
