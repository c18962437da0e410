import { gunzipSync } from 'node:zlib'
import http from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { items, openStore, type Json, type OpenStore } from './demo-store-client'

const opened: OpenStore[] = []
const open = async (...args: Parameters<typeof openStore>): Promise<OpenStore> => {
  const store = await openStore(...args)
  opened.push(store)
  return store
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
})
const outcome = async (response: Response): Promise<[number, unknown]> => [
  response.status,
  ((await response.json()) as Json)['errorCode'],
]

describe('keys of the demo store', () => {
  it('has the form of Ecwid keys and is the same after a restart', async () => {
    const [first, second, other] = [await open(), await open(), await open({ seed: 2 })]
    expect(first.secretToken).toMatch(/^secret_[A-Za-z0-9]{32}$/)
    expect(first.publicToken).toMatch(/^public_[A-Za-z0-9]{32}$/)
    expect(second.secretToken).toBe(first.secretToken)
    expect(other.secretToken).not.toBe(first.secretToken)
  })

  it('accepts the header and the parameter, also beside a foreign header', async () => {
    const store = await open()
    expect((await store.call('GET', `/profile?token=${store.secretToken}`, { token: null })).status).toBe(200)
    const headers = { Authorization: `Token token="${store.secretToken}"` }
    expect((await store.call('GET', `/profile?token=${store.secretToken}`, { token: null, headers })).status).toBe(200)
  })

  it('refuses a missing, wrong or revoked key with 403, another store with 404', async () => {
    const store = await open()
    expect(await outcome(await store.call('GET', '/profile', { token: null }))).toEqual([403, 'INVALID_API_TOKEN'])
    expect(await outcome(await store.call('GET', '/profile', { token: 'secret_no' }))).toEqual([
      403,
      'INVALID_API_TOKEN',
    ])
    const other = await fetch(`${store.baseUrl.replace(/1003$/, '77')}/profile?token=${store.secretToken}`)
    expect(await outcome(other)).toEqual([404, 'STORE_NOT_FOUND'])
    await store.control('POST', '/revoke-token', { token: store.secretToken })
    expect(await outcome(await store.call('GET', '/profile'))).toEqual([403, 'INVALID_API_TOKEN'])
  })

  it('names the missing scope and always allows the profile', async () => {
    const store = await open({ scopes: ['read_catalog'] })
    const response = await store.call('POST', '/products', { body: { name: 'X' } })
    expect(await response.json()).toEqual({
      errorMessage: 'The app has no create_catalog scope',
      errorCode: 'INSUFFICIENT_APP_SCOPE',
    })
    const profile = await store.get('/profile')
    expect(profile['account']).toMatchObject({ limitsAndRestrictions: {} })
    await store.control('POST', '/scopes', {
      token: store.secretToken,
      scopes: ['read_catalog', 'create_catalog', 'read_store_limits'],
    })
    expect((await store.call('POST', '/products', { body: { name: 'X' } })).status).toBe(200)
    expect(((await store.get('/profile'))['account'] as Json)['limitsAndRestrictions']).toEqual({
      maxProductLimit: 2500,
    })
  })

  it('shows a public key only what a shopper may see', async () => {
    const store = await open()
    const token = store.publicToken
    const page = await store.json('GET', '/products?limit=100', { token })
    expect(page['total']).toBe(60)
    const disabled = items(page).filter(({ enabled }) => enabled === false)
    expect(disabled.length).toBeGreaterThan(0)
    expect(disabled.every((each) => Object.keys(each).join() === 'id,enabled')).toBe(true)
    const mug = await store.json('GET', '/products/700000101', { token })
    expect(mug).not.toHaveProperty('costPrice')
    expect(mug).not.toHaveProperty('files')
    expect((mug['attributes'] as Json[]).map(({ name }) => name)).not.toContain('Supplier code')
    expect(Object.keys(await store.json('GET', '/profile', { token }))).toEqual([
      'generalInfo',
      'settings',
      'company',
      'formatsAndUnits',
      'languages',
    ])
    expect(Object.keys(await store.json('GET', '/latest-stats', { token }))).toEqual([
      'productsUpdated',
      'profileUpdated',
    ])
    expect(await outcome(await store.call('PUT', '/products/700000101', { token, body: { price: 1 } }))).toEqual([
      403,
      'INSUFFICIENT_APP_SCOPE',
    ])
    expect(await outcome(await store.call('POST', '/batch', { token, body: [] }))).toEqual([
      403,
      'INSUFFICIENT_APP_SCOPE',
    ])
  })

  it('answers 402 for a plan without API and for the product limit', async () => {
    const store = await open({ products: 3 })
    await store.control('POST', '/plan', { maxProducts: 3 })
    expect(await outcome(await store.call('POST', '/products', { body: { name: 'X' } }))).toEqual([
      402,
      'NOT_AVAILABLE_ON_CURRENT_PLAN',
    ])
    await store.control('POST', '/plan', { api: false })
    expect(await outcome(await store.call('GET', '/profile'))).toEqual([402, 'NOT_AVAILABLE_ON_CURRENT_PLAN'])
  })
})

describe('the rate limit', () => {
  it('answers 429 with Retry-After when the bucket is empty and refills it', async () => {
    let now = 0
    const store = await open({ rateLimitPerMinute: 10, clock: () => now })
    for (let call = 0; call < 10; call++) await store.get('/latest-stats')
    const refused = await store.call('GET', '/latest-stats')
    expect(await outcome(refused)).toEqual([429, 'RATE_LIMITED'])
    expect(refused.headers.get('retry-after')).toBe('6')
    // The other key has a bucket of its own.
    expect((await store.call('GET', '/latest-stats', { token: store.publicToken })).status).toBe(200)
    now += 6000
    expect((await store.call('GET', '/latest-stats')).status).toBe(200)
    expect((await store.call('GET', '/latest-stats')).status).toBe(429)
    await store.control('POST', '/rate-limit', { perMinute: 0 })
    expect((await store.call('GET', '/latest-stats')).status).toBe(200)
  })
})

describe('the HTTP side', () => {
  it('zips large answers for those who take it and tells the time of its own clock', async () => {
    const store = await open({ clock: () => Date.parse('2026-04-05T06:07:08Z') })
    const url = new URL(`${store.baseUrl}/products`)
    const headers = { authorization: `Bearer ${store.secretToken}`, 'accept-encoding': 'gzip' }
    const { message, body } = await new Promise<{ message: http.IncomingMessage; body: Buffer }>((resolve, reject) => {
      http
        .get(url, { headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => resolve({ message: answer, body: Buffer.concat(chunks) }))
        })
        .on('error', reject)
    })
    expect(message.headers).toMatchObject({ 'content-encoding': 'gzip', date: 'Sun, 05 Apr 2026 06:07:08 GMT' })
    expect((JSON.parse(gunzipSync(body).toString()) as Json)['total']).toBe(60)
    await store.control('POST', '/skip-clock', { seconds: 60 })
    expect((await store.call('GET', '/profile')).headers.get('date')).toBe('Sun, 05 Apr 2026 06:08:08 GMT')
  })

  it('logs requests without keys', async () => {
    const store = await open()
    await store.control('DELETE', '/requests')
    await store.call('GET', `/profile?token=${store.publicToken}`, { token: null })
    await store.call('PUT', '/products/700000101', { body: { price: 3 } })
    const log = await store.control('GET', '/requests')
    expect(log['requests']).toMatchObject([
      { method: 'GET', path: '/api/v3/1003/profile?token=...', status: 200, token: 'public' },
      { method: 'PUT', path: '/api/v3/1003/products/700000101', status: 200, token: 'secret', requestBytes: 11 },
    ])
    expect(JSON.stringify(log)).not.toMatch(/secret_|public_/)
  })
})
