import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { items, openStore, type Json, type OpenStore } from './demo-store-client'

type Facet = { title?: string; status: string; values: { id?: string; title: string; productCount: number }[] }

describe('filters of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
    for (let at = 0; at < 60; at += 1) {
      const choices = [{ text: `shade ${String(at).padStart(2, '0')}` }]
      const options = [{ type: 'SELECT', name: 'Tint, or \\', choices }]
      await store.json('POST', '/products', { body: { name: `Paint ${at}`, categoryIds: [200000010], options } })
    }
  })
  afterAll(() => store.close())

  const facets = async (query: Record<string, string>): Promise<Record<string, Facet>> =>
    (await store.get(`/products/filters?${new URLSearchParams(query)}`))['filters'] as Record<string, Facet>
  const tint = 'option_Tint, or \\'
  const escaped = 'option_Tint\\, or \\\\'

  it('answer 50 values of each unless a number, all, or a list says otherwise', async () => {
    const fields = { filterFields: `${escaped},onsale` }
    const countOf = async (limit?: string) =>
      (await facets({ ...fields, ...(limit && { filterFacetLimit: limit }) }))[tint]?.values.length
    expect(await countOf()).toBe(50)
    expect(await countOf('7')).toBe(7)
    expect(await countOf('all')).toBe(60)
    expect(await countOf(`onsale:all,${escaped}:10`)).toBe(10)
    expect(await countOf('onsale:all')).toBe(50)
    const wrong = await store.call('GET', '/products/filters?filterFields=onsale&filterFacetLimit=many')
    expect(wrong.status).toBe(400)
  })

  it('name what is not on sale by its price', async () => {
    const { onsale } = await facets({ filterFields: 'onsale' })
    expect(onsale?.values.map(({ id, title }) => [id, title])).toEqual([
      ['onsale', 'On sale'],
      ['notonsale', 'Regular price'],
    ])
  })

  it('list the categories below the one they are asked for', async () => {
    const categories = items(await store.get('/categories?hidden_categories=true'))
    const below = (parentId: number | undefined) =>
      categories.filter((each) => each['parentId'] === parentId).map(({ id }) => String(id))
    const listed = async (parent: string) =>
      (await facets({ filterFields: 'categories', filterParentCategoryId: parent }))['categories']?.values ?? []
    expect(below(200000010).length).toBeGreaterThan(1)
    expect((await listed('200000010')).map(({ id }) => id)).toEqual(below(200000010))
    for (const root of ['0', 'home']) {
      const found = await listed(root)
      expect(found.length).toBeGreaterThan(1)
      expect(found.every(({ id }) => below(undefined).includes(id ?? ''))).toBe(true)
    }
    const everywhere = await listed('')
    expect(everywhere.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['200000010', ...(await listed('200000010')).map(({ id }) => id)]),
    )
    const [table] = (await listed('0')).filter(({ id }) => id === '200000010')
    const found: Json = await store.get('/products?categories=200000010&includeProductsFromSubcategories=true&limit=1')
    expect(table?.productCount).toBe(found['total'])
  })
})
