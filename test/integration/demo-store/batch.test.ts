import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore, type Json, type OpenStore } from './demo-store-client'

describe('batches of the demo store', () => {
  let store: OpenStore
  beforeAll(async () => {
    store = await openStore()
  })
  afterAll(() => store.close())

  const finished = async (ticket: unknown, more = ''): Promise<Json> =>
    vi.waitFor(
      async () => {
        const status = await store.get(`/batch?ticket=${String(ticket)}${more}`)
        expect(status['status']).toBe('COMPLETED')
        return status
      },
      { timeout: 60_000 },
    )
  const run = async (body: unknown, query = '', more = ''): Promise<Json> => {
    const { ticket } = await store.json('POST', `/batch${query}`, { body })
    return finished(ticket, more)
  }

  const change = { id: 'u-101', method: 'PUT', path: '/products/700000101', body: { price: 15.5 } }
  const refused = { id: 'bad', method: 'PUT', path: '/products/700000999', body: '{"price":1}' }
  const read = { id: 'g-1', method: 'GET', path: '/products?limit=1' }

  it('runs calls in order and stops at the first failure', async () => {
    expect(await run([change, refused, read])).toMatchObject({
      status: 'COMPLETED',
      totalRequests: 3,
      responses: [
        { id: 'u-101', status: 'COMPLETED', httpBody: { updateCount: 1 }, httpStatusCode: 200, httpStatusLine: 'OK' },
        { id: 'bad', status: 'FAILED', httpStatusCode: 404, httpBody: { errorCode: 'PRODUCT_NOT_FOUND' } },
        { id: 'g-1', status: 'NOT_EXECUTED', httpStatusCode: 0, httpStatusLine: '' },
      ],
    })
    expect(await store.get('/products/700000101')).toMatchObject({ price: 15.5 })
  })

  it('goes on after a failure when asked to, with escaped bodies', async () => {
    const { responses } = await run([refused, read], '?stopOnFirstFailure=false', '&escapedJson=true')
    const [first, second] = responses as Json[]
    expect(JSON.parse(String(first?.['escapedHttpBody']))).toMatchObject({
      errorMessage: 'Product #700000999 not found',
    })
    expect(JSON.parse(String(second?.['escapedHttpBody']))).toMatchObject({ total: 60, count: 1 })
  })

  it('runs once for one deduplication key', async () => {
    const create = [{ method: 'POST', path: '/products', body: { name: 'Only one', sku: 'ONCE' } }]
    const query = '/batch?deduplicationKey=6f0a9c11-0000-4000-8000-000000000001'
    const first = await store.json('POST', query, { body: create })
    expect(await store.json('POST', query, { body: create })).toEqual(first)
    await finished(first['ticket'])
    expect(await store.get('/products?sku=ONCE')).toMatchObject({ total: 1 })
  })

  it('takes paths without a leading slash, as the official client writes them', async () => {
    const { responses } = await run([{ id: 'p', method: 'GET', path: 'profile?responseFields=generalInfo' }])
    expect(responses).toMatchObject([{ httpStatusCode: 200, httpBody: { generalInfo: { storeId: 1003 } } }])
  })

  it('refuses malformed batches', async () => {
    const refusal = async (body: unknown) =>
      ((await (await store.call('POST', '/batch', { body })).json()) as Json)['errorMessage']
    expect(await refusal([{ id: 5, method: 'GET', path: '/profile' }])).toBe(
      'Batch request body is invalid. Path $[0].id contains bad value',
    )
    expect(await refusal([{ method: 'PATCH', path: '/profile' }])).toContain('$[0].method')
    expect(await refusal(Array(501).fill(read))).toContain('more than 500')
    expect((await store.call('GET', '/batch?ticket=nothing')).status).toBe(404)
  })
})
