import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// One product that cannot be taken in keeps no other out.

let synced: SyncedStore
beforeEach(async () => (synced = await openSyncedStore()))
afterEach(() => synced.close())

/** The local copy has no place for this product, whatever the reason. */
function refuse(ecwidId: number): () => void {
  const { products } = synced.catalogue
  const { index } = products
  products.index = (id, current, about) => {
    if (current.id === ecwidId) throw new TypeError('an odd product')
    return index(id, current, about)
  }
  return () => void (products.index = index)
}

it('is set aside and counted, the others are here, and it comes in once it can be read', async () => {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  const answer = await fetch(`${synced.store.baseUrl}/products?limit=5`, { headers })
  const { total, items } = (await answer.json()) as { total: number; items: { id: number }[] }
  const odd = items[2]!.id
  const allow = refuse(odd)
  expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 1, problem: null })
  expect(synced.catalogue.products.count()).toBe(total - 1)
  expect(synced.catalogue.products.findByEcwidId(odd)).toBeUndefined()
  allow()
  await synced.control('POST', `/products/${odd}`, { price: 4 })
  expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 0 })
  expect(synced.catalogue.products.count()).toBe(total)
})

const dayMs = 25 * 3_600_000

type Product = { id: number }
type Odd = (product: Product) => unknown

async function firstProducts(): Promise<Product[]> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  const answer = await fetch(`${synced.store.baseUrl}/products?limit=100`, { headers })
  return ((await answer.json()) as { items: Product[] }).items
}

/** From now on the store sends this product in another form. */
async function answerOddly(ecwidId: number, odd: Odd, listing = '/products\\?.*responseFields'): Promise<void> {
  const items = await firstProducts()
  const oddly = (each: Product) => (each.id === ecwidId ? odd(each) : each)
  const listed = { total: items.length, count: items.length, offset: 0, limit: 100, items: items.map(oddly) }
  const byId = { ...listed, total: 1, count: 1, items: items.filter(({ id }) => id === ecwidId).map(oddly) }
  const answer = (path: string, body: unknown) =>
    synced.control('POST', '/faults', { kind: 'status', status: 200, body, times: 5, match: { method: 'GET', path } })
  await answer(listing, listed)
  await answer('/products\\?productId=', byId)
  await answer(`/products/${ecwidId}$`, byId.items[0])
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

describe.each<[string, Odd]>([
  ['its id is a text', (product) => ({ ...product, id: String(product.id) })],
  ['its id cannot be read', (product) => ({ ...product, id: {} })],
  ['it is nested too deeply', (product) => ({ ...product, more: deep(200) })],
])('a product of which %s', (_, odd) => {
  it('is not taken for deleted when everything is compared, is counted, and keeps its edits', async () => {
    await synced.pull()
    const id = synced.findBySku('MUG-01')
    const ecwidId = synced.catalogue.products.get(id)!.ecwidId!
    const { changes } = synced.session
    changes.holdAll(true)
    const edit = { kind: 'update', productId: id, fields: { price: 99 } } as const
    changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations: [edit] })
    await answerOddly(ecwidId, odd)
    synced.skip(dayMs)
    expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 1, problem: null })
    expect(synced.catalogue.products.findByEcwidId(ecwidId)).toBe(id)
    expect(synced.catalogue.changes.openOf('product', id)).toMatchObject([{ state: 'waiting', reason: null }])

    await synced.control('DELETE', '/faults')
    synced.skip(dayMs)
    expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 0 })
    changes.holdAll(false)
    await synced.settled()
    expect(await synced.remote(ecwidId)).toMatchObject({ price: 99 })
  })

  it('is counted when everything is read for the first time, and no more once it is gone', async () => {
    const { id: ecwidId } = (await firstProducts())[2]!
    await answerOddly(ecwidId, odd, '/products\\?sortBy=ADDED')
    expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 1, problem: null })
    await synced.control('DELETE', '/faults')
    await synced.control('DELETE', `/products/${ecwidId}`)
    synced.skip(dayMs)
    expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 0 })
  })
})

it('keeps the categories and product types that the store sends in a form that cannot be read', async () => {
  await synced.pull()
  const { catalogue } = synced
  const before = { categories: catalogue.categories.list(), types: catalogue.productTypes.list() }
  const answer = (path: string, body: unknown) =>
    synced.control('POST', '/faults', { kind: 'status', status: 200, body, match: { method: 'GET', path } })
  const unreadable = before.categories.map(({ id }) => ({ id: String(id) }))
  await answer('/categories\\?', { total: unreadable.length, items: unreadable })
  await answer('/classes', [null])
  await synced.control('POST', `/products/${(await firstProducts())[0]!.id}`, { price: 4 })
  expect(await synced.pull()).toMatchObject({ phase: 'idle' })
  expect(await synced.control('GET', '/faults')).toEqual({ pending: 0 })
  expect({ categories: catalogue.categories.list(), types: catalogue.productTypes.list() }).toEqual(before)
})
