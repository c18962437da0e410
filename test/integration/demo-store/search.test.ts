import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ids, items, openStore, type Json, type OpenStore } from './demo-store-client'

describe('search of the demo store', () => {
  let store: OpenStore
  let all: Json[]
  beforeAll(async () => {
    store = await openStore()
    all = items(await store.get('/products?limit=100'))
  })
  afterAll(() => store.close())

  const skus = async (query: string): Promise<string[]> =>
    items(await store.get(`/products?${query}&limit=100`)).map(({ sku }) => String(sku))
  const where = (test: (product: Json) => boolean): number[] => all.filter(test).map(({ id }) => Number(id))
  const found = async (query: string): Promise<number[]> =>
    ids(await store.get(`/products?${query}&limit=100`)).sort((a, b) => a - b)

  it('matches whole words, all of them, without case and diacritics', async () => {
    expect(await skus('keyword=creme')).toEqual(['NB-RC'])
    expect(await skus('keyword=STONEWARE%20mug')).toContain('MUG-01')
    expect(await skus('keyword=stonewar')).toEqual([])
    expect(await skus('keyword=stonewar*')).toContain('MUG-01')
    expect(await skus('keyword=stoneware%20zebra')).toEqual([])
  })

  it('matches phrases inside one field', async () => {
    expect(await skus(`keyword=${encodeURIComponent('"wide handle"')}`)).toEqual(['MUG-01'])
    expect(await skus(`keyword=${encodeURIComponent('"handle wide"')}`)).toEqual([])
  })

  it('searches SKUs, variations, options, categories, visible attributes and gallery texts', async () => {
    expect(await skus('keyword=MUG-04')).toEqual(['MUG-04'])
    expect((await skus('keyword=MUG-01-SAND-300M'))[0]).toBe('MUG-01')
    expect(await skus('keyword=engraving')).toContain('KNF-01')
    expect(await skus('keyword=archive')).toEqual(['OLD-01', 'OLD-02'])
    expect(await skus('keyword=unglazed')).toEqual(['POT-01'])
    expect(await skus('keyword=2000')).toEqual([]) // a hidden supplier code
    expect(await skus('keyword=closer%20carafe*')).toEqual([])
    expect(await skus('keyword=turned%20carafe*')).toEqual(['CAR-01'])
  })

  it('strips tags and decodes entities of descriptions', async () => {
    expect(await skus('keyword=wind%20sun')).toEqual(['JAR-02'])
    expect(await skus('keyword=nbsp')).toEqual([])
  })

  it('searches the language asked for', async () => {
    expect(await skus('keyword=Steinzeugtasse')).toEqual([])
    expect(await skus('keyword=Steinzeugtasse&lang=de')).toEqual(['MUG-01'])
  })

  it('puts an equal SKU first, then names, then the rest', async () => {
    const order = await skus('keyword=mug')
    const inName = order.map((sku) =>
      String(all.find((each) => each['sku'] === sku)?.['name'])
        .toLowerCase()
        .includes('mug'),
    )
    expect(inName).toEqual([...inName].sort((a, b) => Number(b) - Number(a)))
    expect(inName).toContain(false)
  })

  it('filters by price, times, state, sale and stock', async () => {
    expect(await found('priceFrom=18&priceTo=24')).toEqual(
      where(({ price }) => Number(price) >= 18 && Number(price) <= 24),
    )
    const middle = Number(all[20]?.['updateTimestamp'])
    expect(await found(`updatedFrom=${middle}`)).toEqual(
      where(({ updateTimestamp }) => Number(updateTimestamp) >= middle),
    )
    const text = encodeURIComponent(String(all[20]?.['created']))
    // The end of a time is exclusive: to have what was made within a second, one asks for the next.
    const created = Number(all[20]?.['createTimestamp'])
    const madeBefore = where(({ createTimestamp }) => Number(createTimestamp) < created)
    expect(await found(`createdTo=${text}`)).toEqual(madeBefore)
    expect(await found(`createdTo=${created + 1}`)).toEqual(
      where(({ createTimestamp }) => Number(createTimestamp) <= created),
    )
    expect(await found(`updatedFrom=${middle}&updatedTo=${middle}`)).toEqual([])
    expect(await found(`updatedFrom=${middle}&updatedTo=${middle + 1}`)).toEqual(
      where(({ updateTimestamp }) => Number(updateTimestamp) === middle),
    )
    expect(await found('enabled=no')).toEqual(where(({ enabled }) => enabled === false))
    expect(await found('onsale=onsale')).toEqual(
      where(({ compareToPrice, price }) => Number(compareToPrice ?? 0) > Number(price)),
    )
    expect(await found('inStock=true')).toEqual(where(({ inStock }) => inStock === true))
    expect(await found('inventory=outofstock')).toEqual(where(({ inStock }) => inStock === false))
    expect(await found('isGiftCard=true')).toHaveLength(1)
    expect(await found('updatedFrom=0&updatedTo=0')).toEqual([])
  })

  it('filters by categories with and without what is below', async () => {
    const inAny = (...wanted: number[]) =>
      where(({ categoryIds }) => (categoryIds as number[]).some((id) => wanted.includes(id)))
    expect(await found('categories=200000010')).toEqual(inAny(200000010))
    expect(await found('categories=200000020,200000030')).toEqual(inAny(200000020, 200000030))
    expect(await found('categories=200000010&includeProductsFromSubcategories=true')).toEqual(
      inAny(200000010, 200000020, 200000030, 200000040),
    )
    expect(await found('categories=home')).toEqual(where(({ showOnFrontpage }) => showOnFrontpage !== undefined))
  })

  it('filters by options and attributes', async () => {
    const hasSize = (values: string[]) =>
      where(({ options }) =>
        (options as Json[]).some(
          ({ name, choices }) =>
            name === 'Size' && ((choices ?? []) as Json[]).some(({ text }) => values.includes(String(text))),
        ),
      )
    expect(await found('option_Size=S')).toEqual(hasSize(['S']))
    expect(await found('option_Size=S,zzz')).toEqual(hasSize(['S']))
    const brand = where(({ attributes }) => (attributes as Json[]).some(({ value }) => value === 'Nordlicht'))
    expect(await found('attribute_Brand=Nordlicht')).toEqual(brand)
    expect(await found('attribute_Brand=Nordlicht&inStock=false')).not.toEqual(brand)
    const [first = {}] = all
    const [{ value: upc } = {}] = first['attributes'] as Json[]
    expect(await found(`attribute_UPC=${upc}`)).toEqual([all[0]?.['id']])
  })

  it('answers productId and sku over all other filters', async () => {
    const id = Number(all[3]?.['id'])
    expect(await found(`productId=${id},999&keyword=zebra&enabled=false`)).toEqual([id])
    expect(await found(`sku=${all[3]?.['sku']}&keyword=zebra`)).toEqual([id])
    expect(await found('sku=MUG-01-SAND-300M')).toEqual([700000101])
  })

  it.each([
    ['PRICE_ASC', 'price', 1],
    ['PRICE_DESC', 'price', -1],
    ['ADDED_TIME_ASC', 'createTimestamp', 1],
    ['ADDED_TIME_DESC', 'createTimestamp', -1],
    ['UPDATED_TIME_DESC', 'updateTimestamp', -1],
  ])('sorts by %s with ties by id', async (sortBy, field, sign) => {
    const expected = [...all].sort(
      (a, b) => sign * (Number(a[field]) - Number(b[field])) || Number(a['id']) - Number(b['id']),
    )
    expect(ids(await store.get(`/products?sortBy=${sortBy}&limit=100`))).toEqual(expected.map(({ id }) => id))
  })

  it('sorts names without case', async () => {
    const names = items(await store.get('/products?sortBy=NAME_ASC&limit=100')).map(({ name }) => String(name))
    expect(names.slice(0, 2)).toEqual(['Advent calendar', 'Art print “Dunes”'])
    expect(items(await store.get('/products?sortBy=NAME_DESC&limit=1'))[0]?.['name']).toBe(names.at(-1))
  })

  it('keeps its orders right while products change', async () => {
    const { id } = await store.json('POST', '/products', { body: { name: 'aaaa first', sku: 'A-1', price: 0.01 } })
    expect(ids(await store.get('/products?sortBy=NAME_ASC&limit=1'))).toEqual([id])
    await store.json('PUT', `/products/${id}`, { body: { name: 'zzzz last', price: 9999 } })
    expect(ids(await store.get('/products?sortBy=NAME_DESC&limit=1'))).toEqual([id])
    expect(ids(await store.get('/products?sortBy=PRICE_DESC&limit=1'))).toEqual([id])
    await store.json('DELETE', `/products/${id}`)
    expect(ids(await store.get('/products?sortBy=PRICE_DESC&limit=100'))).not.toContain(id)
  })

  it('answers facets', async () => {
    const { productCount, filters } = await store.get(
      '/products/filters?filterFields=price,inventory,onsale,categories,option_Color,attribute_Brand',
    )
    expect(productCount).toBe(60)
    expect(filters).toMatchObject({
      price: { minValue: 3.5, maxValue: 119, status: 'SUCCESS' },
      option_Color: { title: 'Color' },
    })
    const posted = await store.json('POST', '/products/filters', {
      body: { params: { filterFields: 'inventory', keyword: 'mug' } },
    })
    expect(Number(posted['productCount'])).toBeLessThan(20)
    const brands = items(await store.get('/brands?limit=2'))
    expect(brands[0]).toMatchObject({ name: 'Harbour Clay' })
  })
})

describe('a lagging search index', () => {
  it('answers ids at once and searches later', async () => {
    let now = Date.parse('2026-03-01T00:00:00Z')
    const store = await openStore({ indexLagMs: 2000, clock: () => now })
    const { id } = await store.json('POST', '/products', { body: { name: 'Quicksilver', sku: 'QS' } })
    expect(await store.get('/products?keyword=quicksilver')).toMatchObject({ total: 0 })
    expect(await store.get(`/products?productId=${id}`)).toMatchObject({ total: 1 })
    expect(await store.get(`/products/${id}`)).toMatchObject({ name: 'Quicksilver' })
    now += 1999
    expect(await store.get('/products?sku=QS')).toMatchObject({ total: 0 })
    now += 1
    expect(await store.get('/products?keyword=quicksilver')).toMatchObject({ total: 1 })
    await store.close()
  })
})
