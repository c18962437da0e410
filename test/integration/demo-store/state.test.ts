import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { items, openStore, pngBytes, type Json } from './demo-store-client'

describe('a demo store with a state file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-store-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('survives a restart with products, categories, pictures and ids', async () => {
    const stateFile = join(folder, 'kept', 'state.json')
    const first = await openStore({ stateFile })
    const { id } = await first.json('POST', '/products', {
      body: { name: 'Kept', sku: 'KEPT', categoryIds: [200000020] },
    })
    const bytes = pngBytes(40, 40)
    await first.json('POST', `/products/${id}/image`, { bytes })
    await first.json('DELETE', '/products/700000102')
    await first.close()
    expect((await readdir(join(folder, 'kept'))).sort()).toEqual(['state.json', 'state.json.pictures'])

    const second = await openStore({ stateFile })
    const product = await second.get(`/products/${id}`)
    expect(product).toMatchObject({ name: 'Kept', categoryIds: [200000020] })
    expect(Buffer.from(await (await fetch(String(product['originalImageUrl']))).arrayBuffer())).toEqual(bytes)
    expect((await second.call('GET', '/products/700000102')).status).toBe(404)
    expect(items(await second.get('/products/deleted'))).toMatchObject([{ id: 700000102 }])
    expect(Number((await second.json('POST', '/products', { body: { name: 'Next' } }))['id'])).toBeGreaterThan(
      Number(id),
    )
    await second.control('POST', '/reset')
    expect(await second.get('/products')).toMatchObject({ total: 60 })
    await second.close()
  })

  it('does not start over a file it cannot read or that belongs to another store', async () => {
    const broken = join(folder, 'broken.json')
    await writeFile(broken, '{"format":1,')
    await expect(openStore({ stateFile: broken })).rejects.toThrow()
    const stateFile = join(folder, 'kept', 'state.json')
    await expect(openStore({ stateFile, storeId: 5 })).rejects.toThrow(/belongs to store 1003/)
  })
})

describe('a large made-up catalogue', () => {
  it('is complete, believable and the same every time', async () => {
    const store = await openStore({ products: 3000 })
    const page = await store.get('/products?limit=100&offset=2900&sortBy=ADDED_TIME_ASC')
    expect(page).toMatchObject({ total: 3000, count: 100 })
    const all = (await store.control('GET', '/state'))['products'] as Json[]
    expect(new Set(all.map(({ sku }) => sku)).size).toBe(3000)
    expect(all.filter(({ enabled }) => enabled === false).length).toBeGreaterThan(100)
    const again = await openStore({ products: 3000 })
    expect(((await again.control('GET', '/state'))['products'] as Json[]).at(-1)).toEqual(all.at(-1))
    await Promise.all([store.close(), again.close()])
  })
})
