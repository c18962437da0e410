import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Json, type OpenStore } from './demo-store-client'

describe('faults on demand', () => {
  let store: OpenStore
  const path = '/products/700000101'
  beforeAll(async () => {
    store = await openStore()
  })
  beforeEach(() => store.control('POST', '/reset'))
  afterAll(() => store.close())

  const price = async () => (await store.get(path))['price']
  const put = () => store.call('PUT', path, { body: { price: 99 } })

  it('answers a status, with Retry-After, body or HTML', async () => {
    await store.control('POST', '/faults', { kind: 'status', status: 429, retryAfter: 7 })
    const limited = await put()
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
    await store.control('POST', '/faults', { kind: 'status', status: 503, html: '<h1>Down</h1>' })
    const down = await put()
    expect([down.status, await down.text()]).toEqual([503, '<h1>Down</h1>'])
    expect(await price()).toBe(14.5)
    expect((await put()).status).toBe(200)
  })

  it('can wait for a matching request, skip some and repeat', async () => {
    await store.control('POST', '/faults', {
      kind: 'status',
      status: 500,
      times: 2,
      after: 1,
      match: { method: 'put', path: '/products/\\d+$' },
    })
    const statuses: number[] = []
    for (let call = 0; call < 4; call++) {
      expect((await store.call('GET', path)).status).toBe(200)
      statuses.push((await put()).status)
    }
    expect(statuses).toEqual([200, 500, 500, 200])
  })

  it('cuts the line before, after and in the middle', async () => {
    await store.control('POST', '/faults', { kind: 'drop-before' })
    await expect(put()).rejects.toThrow()
    expect(await price()).toBe(14.5)
    await store.control('POST', '/faults', { kind: 'drop-after' })
    await expect(put()).rejects.toThrow()
    expect(await price()).toBe(99)
    await store.control('POST', '/faults', { kind: 'drop-mid-body' })
    const half = await store.call('GET', path)
    expect(half.status).toBe(200)
    await expect(half.text()).rejects.toThrow()
  })

  it('truncates JSON, empties bodies, is slow and silent', async () => {
    await store.control('POST', '/faults', { kind: 'truncate-json' })
    const text = await (await store.call('GET', path)).text()
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    await store.control('POST', '/faults', { kind: 'empty-error', status: 502 })
    const empty = await store.call('GET', path)
    expect([empty.status, await empty.text()]).toEqual([502, ''])
    await store.control('POST', '/faults', { kind: 'slow', ms: 1 })
    expect(await price()).toBe(14.5)
    await store.control('POST', '/faults', { kind: 'silence' })
    await expect(
      fetch(`${store.baseUrl}/profile?token=${store.secretToken}`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow()
  })

  it('takes a body slowly, and whole', async () => {
    await store.control('POST', '/faults', { kind: 'slow-read', bytesPerSecond: 200_000 })
    const started = performance.now()
    const bytes = Buffer.alloc(100_000, 'x')
    await store.call('POST', `${path}/image`, { bytes })
    expect(performance.now() - started).toBeGreaterThan(400)
    expect((await store.control('GET', '/requests'))['requests']).toContainEqual(
      expect.objectContaining({ requestBytes: 100_000, fault: 'slow-read' }),
    )
  })

  it('forgets faults, refuses malformed ones and never lives under the API', async () => {
    await store.control('POST', '/faults', { kind: 'status', status: 500 })
    await store.control('DELETE', '/faults')
    expect((await put()).status).toBe(200)
    await expect(store.control('POST', '/faults', { kind: 'earthquake' })).rejects.toThrow(/400/)
    expect(store.controlUrl).not.toContain('/api/v3')
    const fromPage = await fetch(`${store.controlUrl}/state`, { headers: { Origin: 'http://evil.example' } })
    expect(fromPage.status).toBe(403)
  })

  it('changes, sells and deletes behind the back of the client', async () => {
    const before = Number((await store.get(path))['quantity'])
    await store.control('POST', '/sell', { id: 700000101, quantity: 3 })
    await store.control('POST', path, { name: 'Renamed elsewhere' })
    expect(await store.get(path)).toMatchObject({ quantity: before - 3, name: 'Renamed elsewhere' })
    await store.control('DELETE', path)
    expect((await store.call('GET', path)).status).toBe(404)
    expect(((await store.get('/products/deleted'))['items'] as Json[]).map(({ id }) => id)).toEqual([700000101])
  })
})
