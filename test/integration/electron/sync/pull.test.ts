import { afterEach, describe, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
afterEach(() => synced.close())

const names = (text: string) => synced.catalogue.search({ text }, 0, 50).rows.map(({ name }) => name)

describe('the first pull', () => {
  it('brings every product, category, product type and the profile', async () => {
    synced = await openSyncedStore({ products: 250 })
    expect(await synced.pull()).toMatchObject({ phase: 'idle', done: 250, total: 250 })
    const snapshot = synced.session.snapshot()
    expect(snapshot.productCount).toBe(250)
    expect(snapshot.profile?.storeName).toBeTruthy()
    expect(snapshot.categories.length).toBeGreaterThan(0)
    expect(snapshot.productTypes.some(({ id }) => id === 0)).toBe(true)
  })

  it('goes on where it was when it is stopped in the middle', async () => {
    synced = await openSyncedStore({ products: 1000 })
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 503,
      after: 8,
      times: 50,
      match: { path: '/products' },
    })
    expect((await synced.pull()).phase).toBe('failed')
    const before = synced.catalogue.products.count()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(1000)
    await synced.control('DELETE', '/faults')
    await synced.control('DELETE', '/requests')
    synced.restart()
    expect(synced.session.snapshot().sync).toMatchObject({ phase: 'paused', done: before })
    expect((await synced.pull()).phase).toBe('idle')
    expect(synced.catalogue.products.count()).toBe(1000)
    const { requests } = (await synced.control('GET', '/requests')) as { requests: { path: string }[] }
    expect(requests.filter(({ path }) => path.includes('ADDED_TIME_ASC')).length).toBeLessThan(10)
  })

  it('gives way to the window also within a page', async () => {
    synced = await openSyncedStore({ products: 300 })
    const seen = new Set<number>()
    let isPulling = true
    const look = () => {
      seen.add(synced.catalogue.products.count())
      if (isPulling) setImmediate(look)
    }
    setImmediate(look)
    await synced.pull()
    isPulling = false
    expect([...seen].some((count) => count % 100 !== 0)).toBe(true)
  })
})

describe('a later pull', () => {
  it('brings what changed and lets go of what was deleted', async () => {
    synced = await openSyncedStore()
    await synced.pull()
    const [first, second] = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 2).rows
    await synced.control('POST', `/products/${first!.ecwidId}`, { name: 'Zebra crossing' })
    await synced.control('DELETE', `/products/${second!.ecwidId}`)
    await synced.pull()
    expect(names('zebra')).toEqual(['Zebra crossing'])
    expect(synced.catalogue.products.row(second!.id)).toBeUndefined()
  })

  it('never shows an older version over a newer one while the store’s search lags', async () => {
    synced = await openSyncedStore()
    await synced.pull()
    const [row] = synced.catalogue.search({}, 0, 1).rows
    await synced.control('POST', '/index-lag', { ms: 60_000 })
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Rename' },
      operations: [{ kind: 'update', productId: row!.id, fields: { name: 'Fresh name' } }],
    })
    await synced.settled()
    await synced.pull()
    expect(synced.catalogue.products.row(row!.id)?.name).toBe('Fresh name')
  })

  it('lays edits that still wait over what it brings', async () => {
    synced = await openSyncedStore()
    await synced.pull()
    const [row] = synced.catalogue.search({}, 0, 1).rows
    await synced.control('POST', '/faults', { kind: 'status', status: 503, times: 10_000, match: { method: 'PUT' } })
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Price' },
      operations: [{ kind: 'update', productId: row!.id, fields: { price: 77 } }],
    })
    await synced.control('POST', `/products/${row!.ecwidId}`, { name: 'From the web' })
    await synced.pull()
    expect(synced.catalogue.products.row(row!.id)).toMatchObject({ name: 'From the web', price: 77 })
  })
})
