import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ids, items, openStore, pngBytes, type Json, type OpenStore } from './demo-store-client'

const mug = 700000101

describe('what a full manager needs of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  const list = async (path: string) => (await store.json('GET', path)) as unknown as Json[]
  const refusal = async (method: string, path: string, body?: Json) => {
    const response = await store.call(method, path, body ? { body } : {})
    return [response.status, ((await response.json()) as Json)['errorCode']]
  }

  it('lists the tax classes of a country, in the language asked for', async () => {
    const classes = await list('/taxClasses?countryCode=DE&lang=de')
    expect(classes.map(({ taxClassCode, taxClassRate }) => [taxClassCode, taxClassRate])).toEqual([
      ['default', '19'],
      ['deReduced', '7'],
    ])
    expect(classes[1]?.['localization']).toMatchObject({ language: 'de', taxClassName: 'Ermäßigter Steuersatz' })
    expect(await list('/taxClasses?countryCode=US')).toMatchObject([
      { taxClassCode: 'default', stateCode: '', localization: { language: 'en' } },
    ])
    expect(await refusal('GET', '/taxClasses')).toEqual([400, 'WRONG_PARAMETER'])
  })

  it('adds, changes and removes shipping options, which the profile shows', async () => {
    const inProfile = async () =>
      ((await store.get('/profile'))['shipping'] as { shippingOptions: Json[] }).shippingOptions
    const before = await list('/profile/shippingOptions')
    expect(before.map(({ id }) => id)).toEqual(['parcel', 'pickup'])
    const { id } = await store.json('POST', '/profile/shippingOptions', { body: { title: 'Bicycle' } })
    const one = `/profile/shippingOptions/${String(id)}`
    await store.json('PUT', one, { body: { enabled: false } })
    expect((await inProfile()).at(-1)).toMatchObject({ id, title: 'Bicycle', enabled: false })
    expect(await store.json('DELETE', one)).toEqual({ deleteCount: 1 })
    expect(await inProfile()).toEqual(before)
    expect((await refusal('DELETE', one))[0]).toBe(404)
  })

  it.each([
    ['logo', 'PUT', ['generalInfo', 'starterSite', 'storeLogoUrl']],
    ['invoicelogo', 'POST', ['settings', 'invoiceLogoUrl']],
    ['emaillogo', 'POST', ['settings', 'emailLogoUrl']],
  ])('takes the %s of the store with %s', async (logo, method, place) => {
    const shown = async () =>
      place.reduce<unknown>((group, name) => (group as Json | undefined)?.[name], await store.get('/profile'))
    expect(await store.json(method, `/profile/${logo}`, { bytes: pngBytes(8, 6) })).toEqual({ id: expect.any(Number) })
    expect((await fetch(String(await shown()))).headers.get('content-type')).toBe('image/png')
    expect(await store.json('DELETE', `/profile/${logo}`)).toEqual({ deleteCount: 1 })
    expect(await shown()).toBeUndefined()
  })

  it('finds reviews, publishes and deletes them', async () => {
    const all = items(await store.get('/reviews'))
    expect(all).toHaveLength(4)
    expect(all[0]).toMatchObject({ status: 'moderated', productId: mug, rating: 2 })
    expect(all[0]?.['createDate']).toMatch(/ \+0000$/)
    expect(ids(await store.get('/reviews?status=published&sortBy=RATING_ASC'))[0]).toBe(910000003)
    expect(await store.get(`/reviews?productId=${mug}&rating=2,4`)).toMatchObject({ total: 2 })
    expect(await store.get('/reviews?keyword=blue')).toMatchObject({ total: 1 })
    expect(await store.get(`/products/${mug}`)).toMatchObject({ rating: 4, reviewsPublished: 1, reviewsModerated: 1 })

    const first = `/reviews/${String(all[0]?.['id'])}`
    expect(await store.json('PUT', first, { body: { status: 'published' } })).toEqual({ updateCount: 1 })
    expect(await store.get(`/products/${mug}`)).toMatchObject({ rating: 3, reviewsPublished: 2, reviewsModerated: 0 })
    expect(await refusal('PUT', first, { status: 'gone' })).toEqual([400, 'WRONG_PARAMETER'])
    expect(await store.json('DELETE', first)).toEqual({ deleteCount: 1 })
    expect((await refusal('DELETE', first))[0]).toBe(404)
  })

  it('changes and deletes many reviews at once', async () => {
    const update = (body: Json) => store.json('PUT', '/reviews/mass_update', { body })
    const [one] = ids(await store.get('/reviews'))
    expect(await update({ selectMode: 'SELECTED', reviewIds: [one], newStatus: 'MODERATED' })).toEqual({
      updateCount: 1,
    })
    expect(ids(await store.get('/reviews?status=moderated'))).toEqual([one])
    const currentFilters = { rating: [5], status: 'PUBLISHED' }
    expect(await update({ selectMode: 'ALL_FILTERED', currentFilters, delete: true })).toEqual({ updateCount: 1 })
    expect(await update({ selectMode: 'ALL', newStatus: 'published' })).toEqual({ updateCount: 2 })
    expect(await store.get('/reviews?status=published')).toMatchObject({ total: 2 })
    expect(await refusal('PUT', '/reviews/mass_update', { delete: true })).toEqual([400, 'WRONG_PARAMETER'])
  })

  it('makes sets of products', async () => {
    const components = [{ productId: mug, quantity: 2 }]
    const body = { name: 'Set of mugs', compositeComponents: components }
    const { id } = await store.json('POST', '/products', { body })
    expect(await store.get(`/products/${String(id)}`)).toMatchObject({ compositeComponents: components })
    expect(await store.get(`/products/${mug}`)).toMatchObject({ compositeParents: [id], compositeComponents: [] })
    await store.json('PUT', `/products/${String(id)}`, { body: { compositeComponents: [] } })
    expect(await store.get(`/products/${mug}`)).toMatchObject({ compositeParents: [] })
    const unknown = { compositeComponents: [{ productId: 1 }] }
    expect(await refusal('PUT', `/products/${String(id)}`, unknown)).toEqual([404, 'PRODUCT_NOT_FOUND'])
  })

  it('keeps stock by location where the store has several', async () => {
    const body = { name: 'Spread', locationInventory: { harbour: 3 } }
    expect(await refusal('POST', '/products', body)).toEqual([409, 'NOT_ALLOWED_TO_UPDATE_PARAMETER'])
    await store.json('PUT', '/profile', { body: { locations: [{ id: 'harbour' }, { id: 'attic' }] } })
    const path = `/products/${String((await store.json('POST', '/products', { body }))['id'])}`
    await store.json('PUT', path, { body: { locationInventory: { attic: 4 } } })
    expect(await store.get(path)).toMatchObject({
      locationInventory: { harbour: 3, attic: 4 },
      quantity: 7,
      unlimited: false,
    })
    expect(await refusal('PUT', path, { locationInventory: { moon: 1 } })).toEqual([400, 'WRONG_PARAMETER'])
    const options = [{ name: 'Size', value: 'S' }]
    const variation = { options, sku: 'SPREAD-S', locationInventory: { harbour: 1, attic: 1 } }
    await store.json('POST', `${path}/combinations`, { body: variation })
    expect(await list(`${path}/combinations`)).toMatchObject([{ quantity: 2, unlimited: false }])
  })
})
