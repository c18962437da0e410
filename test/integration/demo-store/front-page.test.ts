import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ids, openStore, type Json, type OpenStore } from './demo-store-client'

const inTable = { categoryIds: [200000010] }

describe('the front page of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  const create = async (body: Json): Promise<number> =>
    Number((await store.json('POST', '/products', { body: { name: 'Thing', ...body } }))['id'])
  const change = (id: number, body: Json) => store.json('PUT', `/products/${id}`, { body })
  const positionOf = async (id: number) => (await store.get(`/products/${id}`))['showOnFrontpage']
  const frontPage = async () => ids(await store.get('/products?category=0'))

  it('ends with the products that are in no category', async () => {
    const before = await frontPage()
    const id = await create({})
    expect(await frontPage()).toEqual([...before, id])
    expect(await positionOf(id)).toBe(before.length + 1)
    const other = await create(inTable)
    expect(await positionOf(other)).toBeUndefined()
    expect(await frontPage()).not.toContain(other)
  })

  it('takes in a product whose last category is removed, by itself or with the category', async () => {
    const id = await create(inTable)
    await change(id, { categoryIds: [] })
    expect((await frontPage()).at(-1)).toBe(id)
    const category = (await store.json('POST', '/categories', { body: { name: 'Short-lived' } }))['id']
    const other = await create({ categoryIds: [category] })
    await store.json('DELETE', `/categories/${String(category)}`)
    expect((await frontPage()).at(-1)).toBe(other)
  })

  it('is left for 0 as for a negative number, by what is in a category only', async () => {
    const id = await create({ ...inTable, showOnFrontpage: 1 })
    for (const position of [0, -1]) {
      await change(id, { showOnFrontpage: 1 })
      expect(await positionOf(id)).toBe(1)
      await change(id, { showOnFrontpage: position })
      expect(await positionOf(id)).toBeUndefined()
    }
    const alone = await create({})
    const refused = await store.call('PUT', `/products/${alone}`, { body: { showOnFrontpage: -1 } })
    expect(refused.status).toBe(400)
    await change(alone, { showOnFrontpage: 0 })
    expect(await positionOf(alone)).toBeGreaterThan(0)
  })
})
