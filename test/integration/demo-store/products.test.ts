import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ids, items, openStore, type OpenStore } from './demo-store-client'

describe('products of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  it('pages through the catalogue with the effective limit echoed', async () => {
    const first = await store.get('/products?limit=25&sortBy=UPDATED_TIME_ASC')
    expect(first).toMatchObject({ total: 60, count: 25, offset: 0, limit: 25 })
    expect(await store.get('/products?limit=500')).toMatchObject({ count: 60, limit: 100 })
    expect(await store.get('/products?offset=60&limit=20')).toMatchObject({ total: 60, count: 0, items: [] })
    const second = await store.get('/products?limit=25&offset=25&sortBy=UPDATED_TIME_ASC')
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(50)
    const times = [...items(first), ...items(second)].map(({ updateTimestamp }) => Number(updateTimestamp))
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
})
