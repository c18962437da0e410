import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ids, items, openStore, pngBytes, type Json, type OpenStore } from './demo-store-client'

describe('categories of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  it('lists all levels, without disabled ones unless asked', async () => {
    const shown = await store.get('/categories')
    expect(shown).toMatchObject({ total: 13, count: 13, offset: 0, limit: 100 })
    const all = await store.get('/categories?hidden_categories=true&productIds=true')
    expect(all['total']).toBe(14)
    const [kitchen, mugs] = items(all)
    expect(kitchen).not.toHaveProperty('parentId')
    expect(mugs).toMatchObject({ parentId: kitchen?.['id'], nameTranslated: { de: 'Tassen & Becher' }, orderBy: 10 })
    expect(mugs?.['productIds']).toHaveLength(Number(mugs?.['productCountWithoutSubcategories']))
    expect(Number(kitchen?.['productCount'])).toBeGreaterThan(Number(kitchen?.['productCountWithoutSubcategories']))
  })

  it('finds by parent, depth, ids, keyword and path', async () => {
    expect(ids(await store.get('/categories?parent=0'))).toEqual([200000010, 200000050, 200000100, 200000130])
    expect(ids(await store.get('/categories?parent=200000010'))).toEqual([200000020, 200000030, 200000040])
    expect((await store.get('/categories?parent=0&withSubcategories=true'))['total']).toBe(13)
    expect(ids(await store.get('/categories?parentIds=200000010&parent=200000100'))).toHaveLength(5)
    expect(ids(await store.get('/categories?categoryIds=200000020,5'))).toEqual([200000020])
    expect(ids(await store.get('/categories?keyword=mugs'))).toEqual([200000020])
    const path = encodeURIComponent('Kitchen & table/Mugs & cups')
    expect(ids(await store.get(`/categoriesByPath?path=${path}&delimiter=/`))).toEqual([200000020])
    expect(
      await store.get(`/categoriesByPath?path=${encodeURIComponent('Home & living>Lamps')}&delimeter=>`),
    ).toMatchObject({ total: 1 })
  })

  it('creates, merges, moves, orders and deletes with what is below', async () => {
    const { id } = await store.json('POST', '/categories', { body: { name: 'Tea', parentId: 200000010 } })
    const { id: child } = await store.json('POST', '/categories', {
      body: { name: 'Green', parentId: id, enabled: false },
    })
    expect(await store.get(`/categories/${id}`)).toMatchObject({
      name: 'Tea',
      orderBy: 40,
      enabled: true,
      productIds: [],
      customSlug: '',
    })
    expect(await store.json('PUT', `/categories/${id}`, { body: { nameTranslated: { de: 'Tee' } } })).toEqual({
      updateCount: 1,
    })
    expect(await store.get(`/categories/${id}?lang=de`)).toMatchObject({
      name: 'Tee',
      nameTranslated: { en: 'Tea', de: 'Tee' },
    })
    const order = [Number(id), 200000040, 200000020, 200000030]
    await store.json('PUT', '/categories/sort?parentCategory=200000010', { body: { sortedIds: order } })
    expect(await store.get('/categories/sort?parentCategory=200000010')).toEqual({ sortedIds: order })
    expect((await store.call('PUT', `/categories/${id}`, { body: { parentId: child } })).status).toBe(400)
    expect((await store.call('POST', '/categories', { body: {} })).status).toBe(400)
    expect(await store.json('DELETE', `/categories/${id}`)).toEqual({ deleteCount: 1 })
    const gone = await store.call('GET', `/categories/${child}`)
    expect(await gone.json()).toEqual({
      errorMessage: `Category #${child} not found`,
      errorCode: 'CATEGORIES_NOT_FOUND',
    })
  })

  it('assigns and unassigns products', async () => {
    const productIds = [700000101, 700000102]
    expect(await store.json('POST', '/categories/200000140/assignProducts', { body: { productIds } })).toEqual({
      updateCount: 1,
    })
    const after = (await store.get('/categories/200000140'))['productIds'] as number[]
    expect(after.slice(-2)).toEqual(productIds)
    expect((await store.get('/products/700000101'))['categoryIds']).toContain(200000140)
    expect(await store.json('POST', '/categories/200000140/unassignProducts', { body: { productIds } })).toEqual({
      deleteCount: 1,
    })
    expect((await store.get('/products/700000101'))['categoryIds']).not.toContain(200000140)
  })

  it('has a picture', async () => {
    const { id } = await store.json('POST', '/categories/200000140/image', { bytes: pngBytes(600, 600) })
    const category = await store.get('/categories/200000140')
    expect(category).toMatchObject({ originalImage: { width: 600 }, thumbnailUrl: expect.stringMatching(/\.png$/) })
    expect(String(category['thumbnailUrl'])).toMatch(new RegExp(`/${String(id)}\\.png$`))
    expect(await store.json('DELETE', '/categories/200000140/image')).toEqual({ deleteCount: 1 })
    expect(await store.get('/categories/200000140')).not.toHaveProperty('thumbnailUrl')
  })

  it('moves the time of the last change', async () => {
    const before = await store.get('/latest-stats?productCountRequired=true&categoryCountRequired=true')
    expect(before).toMatchObject({ productCount: 60, productCountRequired: 60, categoryCount: 14 })
    await store.control('POST', '/skip-clock', { seconds: 10 })
    await store.json('PUT', '/categories/200000020', { body: { description: 'Cups' } })
    const after = await store.get('/latest-stats')
    expect(after['categoriesUpdated']).not.toBe(before['categoriesUpdated'])
    expect(after['productsUpdated']).toBe(after['categoriesUpdated'])
    expect(after).not.toHaveProperty('productCount')
  })

  it('refuses an empty name, one too long, and products that are not there', async () => {
    const refusal = async (method: string, path: string, body: Json) => {
      const response = await store.call(method, path, { body })
      return [response.status, ((await response.json()) as Json)['errorCode']]
    }
    expect(await refusal('POST', '/categories', { name: ' ' })).toEqual([400, 'WRONG_PARAMETER'])
    expect(await refusal('PUT', '/categories/200000010', { name: '' })).toEqual([400, 'WRONG_PARAMETER'])
    expect((await refusal('POST', '/categories', { name: 'n'.repeat(256) }))[0]).toBe(409)
    const count = async () => (await store.get('/categories?hidden_categories=true&limit=1'))['total']
    const before = await count()
    const body = { name: 'New', productIds: [700000101, 999] }
    expect(await refusal('POST', '/categories', body)).toEqual([404, 'PRODUCT_NOT_FOUND'])
    expect(await count()).toBe(before)
  })
})

describe('two edits of one category at once', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  it('are one edit and one 409, which changes nothing; after the other each is carried out', async () => {
    const path = '/categories/200000020'
    // The store has it from here on, and does not know yet what it says.
    const first = request(`${store.baseUrl}${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${store.secretToken}`,
        'content-type': 'application/json',
        expect: '100-continue',
      },
    })
    first.flushHeaders()
    await once(first, 'continue')
    expect(await store.json('PUT', path, { body: { name: 'Mugs' } })).toEqual({ updateCount: 1 })
    expect(await store.json('PUT', '/categories/200000030', { body: { name: 'Other' } })).toEqual({ updateCount: 1 })
    first.end(JSON.stringify({ name: 'Cups', description: 'Old' }))
    const [answer] = (await once(first, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(409)
    expect(JSON.parse(await text(answer))).toEqual({ errorMessage: expect.stringContaining('edited by another') })
    expect(await store.get(path)).toMatchObject({ name: 'Mugs' })
    expect(await store.json('PUT', path, { body: { name: 'Cups' } })).toEqual({ updateCount: 1 })
  })
})

describe('product types of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  it('always holds the General type, as a bare list', async () => {
    const list = (await store.json('GET', '/classes')) as unknown as Json[]
    expect(list.map(({ id, name }) => [id, name])).toEqual([
      [0, undefined],
      [500000001, 'Ceramics'],
      [500000002, 'Textiles'],
      [500000003, 'Stationery'],
    ])
    expect(list[0]?.['attributes']).toMatchObject([{ type: 'UPC' }, { type: 'BRAND' }])
  })

  it('keeps attributes by id, adds, removes, and falls back to General when deleted', async () => {
    const { id } = await store.json('POST', '/classes', {
      body: {
        name: 'Books',
        attributes: [
          { name: 'Author', type: 'CUSTOM', show: 'DESCR' },
          { name: 'ISBN', type: 'EXTERNAL_ISBN', show: 'NOTSHOW' },
        ],
      },
    })
    const [author, isbn] = (await store.get(`/classes/${id}`))['attributes'] as Json[]
    await store.json('PUT', `/classes/${id}`, {
      body: { name: 'Printed books', attributes: [{ id: isbn?.['id'], name: 'ISBN-13' }, { name: 'Pages' }] },
    })
    const changed = await store.get(`/classes/${id}`)
    expect(changed).toMatchObject({
      name: 'Printed books',
      attributes: [
        { id: isbn?.['id'], name: 'ISBN-13', type: 'EXTERNAL_ISBN', show: 'NOTSHOW' },
        { name: 'Pages', type: 'CUSTOM' },
      ],
    })
    expect(JSON.stringify(changed)).not.toContain(String(author?.['id']))
    await store.json('PUT', '/products/700000102', { body: { productClassId: id } })
    expect(await store.json('DELETE', `/classes/${id}`)).toEqual({ deleteCount: 1 })
    expect(await store.get('/products/700000102')).toMatchObject({ productClassId: 0 })
    const gone = await store.call('GET', `/classes/${id}`)
    expect(await gone.json()).toEqual({ errorMessage: `Product class #${id} not found` })
  })

  it('has each name once', async () => {
    const statusOf = async (method: string, path: string, body: Json) =>
      (await store.call(method, path, { body })).status
    expect(await statusOf('POST', '/classes', { name: 'Textiles' })).toBe(409)
    expect(await statusOf('PUT', '/classes/500000001', { name: 'Textiles' })).toBe(409)
    expect(await statusOf('PUT', '/classes/500000002', { name: 'Textiles' })).toBe(200)
  })

  it('keeps UPC and Brand in the General type', async () => {
    const before = (await store.get('/classes/0'))['attributes'] as Json[]
    const [upc] = before
    await store.json('PUT', '/classes/0', { body: { attributes: [{ name: 'Origin' }, upc] } })
    const after = (await store.get('/classes/0'))['attributes'] as Json[]
    expect(after.map(({ name }) => name)).toEqual(['Brand', 'Origin', 'UPC'])
    await store.json('PUT', '/classes/0', { body: { attributes: before } })
    expect((await store.get('/classes/0'))['attributes']).toEqual(before)
  })

  it('hides an attribute from the search as soon as the type says so', async () => {
    expect(await store.get('/products?keyword=unglazed')).toMatchObject({ total: 1 })
    const { attributes } = await store.get('/classes/500000001')
    const hidden = (attributes as Json[]).map((each) => ({ ...each, show: 'NOTSHOW' }))
    await store.json('PUT', '/classes/500000001', { body: { attributes: hidden } })
    expect(await store.get('/products?keyword=unglazed')).toMatchObject({ total: 0 })
  })
})
