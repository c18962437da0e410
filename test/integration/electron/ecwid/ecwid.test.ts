import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import { createClient } from '../../../../electron/ecwid/client'
import { createEcwid } from '../../../../electron/ecwid/ecwid'
import { createLimiter } from '../../../../electron/ecwid/limiter'
import { createLine } from '../../../../electron/ecwid/line'

let demo: DemoStore
beforeAll(async () => {
  demo = await startDemoStore({ products: 230, rateLimitPerMinute: 0 })
})
afterAll(() => demo.close())

const control = async (path: string, body: unknown = {}, method = 'POST') => {
  const answer = await fetch(demo.controlUrl + path, {
    method,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as unknown
}
beforeEach(() => control('/reset'))

const ecwidWith = (key: string) =>
  createEcwid(
    createClient({
      line: createLine({ origin: new URL(demo.baseUrl).origin, key: () => key, fetch }),
      storeId: demo.storeId,
      limiter: createLimiter({ perMinute: 60_000, burst: 1000 }),
    }),
  )
const ecwid = () => ecwidWith(demo.secretToken)

/** The same call without any of this program's own code between. */
const plainGet = async (path: string) => {
  const answer = await fetch(demo.baseUrl + path, { headers: { Authorization: `Bearer ${demo.secretToken}` } })
  return (await answer.json()) as { items: unknown[] }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('reading a store', () => {
  it('reads the profile in full with a secret key, and with defaults for what a public one may not see', async () => {
    const full = await ecwid().getProfile()
    expect(full).toMatchObject({ storeId: demo.storeId, storeName: expect.stringMatching(/\w/), currencyPrecision: 2 })
    expect(full.currency).toMatch(/^[A-Z]{3}$/)
    const reduced = await ecwidWith(demo.publicToken).getProfile()
    expect(reduced).toMatchObject({ storeName: full.storeName, taxes: [], maxProducts: null })
  })

  it('hands products on exactly as the store sent them', async () => {
    const { items, total } = await ecwid().searchProducts({ limit: 100, offset: 100 })
    expect(total).toBe(230)
    expect(items).toHaveLength(100)
    expect(JSON.stringify(items.map(({ raw }) => raw))).toBe(
      JSON.stringify((await plainGet('/products?limit=100&offset=100')).items),
    )
    expect(items[0]?.product.id).toBe(items[0]?.raw.id)
  })

  it('finds any number of products by their ids and leaves out those that are gone', async () => {
    const pages = await Promise.all([0, 100, 200].map((offset) => ecwid().searchProducts({ limit: 100, offset })))
    const ids = pages.flatMap(({ items }) => items.map(({ product }) => product.id))
    const { items: found, unread } = await ecwid().getProducts([...ids, 999_999_999])
    expect(unread).toEqual({ ids: [], nameless: 0 })
    expect(found.map(({ product }) => product.id).sort()).toEqual([...ids].sort())
  })

  it('reads every category, disabled ones too, and every product type', async () => {
    const everything = await plainGet('/categories?hidden_categories=true&limit=100')
    const { items: categories } = await ecwid().getCategories()
    expect(categories.length).toBe(everything.items.length)
    expect(categories.length).toBeGreaterThan(3)
    expect((await ecwid().getProductTypes()).items.map(({ id }) => id)).toContain(0)
  })

  it('tells when products last changed, by the store’s clock', async () => {
    const before = await ecwid().getStats()
    expect(before.productCount).toBe(230)
    expect(before.productsUpdated).toBeGreaterThan(Date.UTC(2020, 0))
    await control('/skip-clock', { seconds: 3600 })
    const [first] = (await ecwid().searchProducts({ limit: 1 })).items
    await control(`/products/${first?.product.id}`, { subtitle: 'changed meanwhile' })
    const after = await ecwid().getStats()
    expect(after.productsUpdated).toBeGreaterThan(before.productsUpdated ?? Infinity)
    expect(Math.abs((after.serverTime ?? 0) - (after.productsUpdated ?? 0))).toBeLessThan(10_000)
  })

  it('tells what was deleted since a time', async () => {
    const [first] = (await ecwid().searchProducts({ limit: 1 })).items
    const id = first?.product.id ?? 0
    const { serverTime } = await ecwid().getStats()
    await control(`/products/${id}`, {}, 'DELETE')
    const { items } = await ecwid().listDeleted((serverTime ?? 0) - 5_000)
    expect(items).toContainEqual({ id, deletedAt: expect.any(Number) })
    expect((await ecwid().listDeleted((serverTime ?? 0) + 3_600_000)).items).toEqual([])
  })
})

describe('writing to a store', () => {
  it('creates, changes, counts down and deletes a product', async () => {
    const store = ecwid()
    const id = await store.createProduct({ name: 'Test mug', price: 5, quantity: 10 })
    const updated = await store.updateProduct(id, { price: 7.5 })
    expect(updated?.raw).toEqual((await store.getProduct(id)).raw)
    expect(updated?.product.price).toBe(7.5)
    await store.adjustStock(id, -3)
    expect((await store.getProduct(id)).product.quantity).toBe(7)
    await store.deleteProduct(id)
    await expect(store.getProduct(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('names the field that the store refuses', async () => {
    const store = ecwid()
    const [first, second] = (await store.searchProducts({ limit: 2 })).items
    const taken = store.updateProduct(second?.product.id ?? 0, { sku: first?.product.sku })
    await expect(taken).rejects.toMatchObject({
      info: { code: 'refused', storeCode: 'SKU_ALREADY_EXISTS', fields: { sku: expect.any(String) } },
    })
    const priced = store.updateProduct(second?.product.id ?? 0, { price: 'dear' })
    await expect(priced).rejects.toMatchObject({ info: { code: 'refused', fields: { price: expect.any(String) } } })
  })

  it('names the scope that a public key lacks', async () => {
    await expect(ecwidWith(demo.publicToken).createProduct({ name: 'No' })).rejects.toMatchObject({
      info: { code: 'missing-scope', scope: 'create_catalog' },
    })
  })

  it('does not know whether a product was made when the line is cut, before or after', async () => {
    const store = ecwid()
    await control('/faults', { kind: 'drop-after', match: { method: 'POST' } })
    await expect(store.createProduct({ name: 'Made', sku: 'LOST-1' })).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    expect((await store.searchProducts({ sku: 'LOST-1' })).total).toBe(1)
    await control('/faults', { kind: 'drop-before', match: { method: 'POST' } })
    await expect(store.createProduct({ name: 'Not made', sku: 'LOST-2' })).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    expect((await store.searchProducts({ sku: 'LOST-2' })).total).toBe(0)
  })

  it('uploads, lists and deletes pictures', async () => {
    const store = ecwid()
    const id = await store.createProduct({ name: 'Pictured' })
    const steps: number[] = []
    await store.uploadMain(id, { bytes: png }, { onProgress: (sent) => steps.push(sent) })
    const galleryId = await store.uploadGallery(id, { bytes: png }, 'side view.png')
    const images = (await store.getProduct(id)).product.media?.images ?? []
    expect(images.map((image) => image.id)).toEqual(['0', String(galleryId)])
    expect(steps).toEqual([png.byteLength])

    await store.deleteGallery(id, String(galleryId))
    await store.deleteMain(id)
    expect((await store.getProduct(id)).product.media?.images ?? []).toEqual([])
  })

  it('passes on what the store says about a file that is no picture', async () => {
    const store = ecwid()
    const id = await store.createProduct({ name: 'Pictured' })
    const text = store.uploadMain(id, { bytes: Buffer.from('no picture') })
    await expect(text).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('image') })
    const link = store.uploadGallery(id, { url: 'htt://nowhere' }, 'x.png')
    await expect(link).rejects.toMatchObject({ code: 'refused' })
  })
})
