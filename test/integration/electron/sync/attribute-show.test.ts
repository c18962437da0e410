import { afterEach, beforeEach, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Whether an attribute is shown stands in its type, and in a product that differs from it.

type Attribute = { id: number; value: string; show: string }
const type = '/classes/500000001'

let synced: SyncedStore
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
})
afterEach(() => synced.close())

async function api<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
  const answer = await fetch(synced.store.baseUrl + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(answer.ok).toBe(true)
  return (await answer.json()) as Answer
}

async function showInType(show: string): Promise<void> {
  const { attributes } = await api<{ attributes: Attribute[] }>('GET', type)
  await api('PUT', type, { attributes: attributes.map((each) => ({ ...each, show })) })
}

const inStore = async () => (await api<{ total: number }>('GET', '/products?keyword=unglazed')).total
const here = () => synced.catalogue.search({ keyword: 'unglazed' }, 0, 10).total

it('follows the type in every product that says nothing of its own, and others have changed nothing of a product by it', async () => {
  expect([await inStore(), here()]).toEqual([1, 1])
  await showInType('NOTSHOW')
  await synced.pull()
  expect([await inStore(), here()]).toEqual([0, 0])
  await showInType('PRICE')
  await synced.pull()
  expect([await inStore(), here()]).toEqual([1, 1])
  const { sets } = listChangeSets(synced.catalogue, { filter: 'store', offset: 0, limit: 10 })
  expect(new Set(sets.flatMap(({ changes }) => changes.map(({ thing }) => thing)))).toEqual(new Set(['productType']))
})

it('is the product’s own where it has one, whatever the type says', async () => {
  const { items } = await api<{ items: { id: number; attributes: Attribute[] }[] }>('GET', '/products?keyword=unglazed')
  const [{ id, attributes } = { id: 0, attributes: [] }] = items
  const named = attributes.map((each) => (/unglazed/i.test(each.value) ? { ...each, show: 'DESCR' } : each))
  await api('PUT', `/products/${id}`, { attributes: named })
  await showInType('NOTSHOW')
  await synced.pull()
  expect([await inStore(), here()]).toEqual([1, 1])
})

it('is read again also when the line broke over it', async () => {
  await showInType('NOTSHOW')
  const match = { method: 'GET', path: '/products\\?productId=' }
  await synced.control('POST', '/faults', { kind: 'status', status: 403, times: 20, match })
  expect(await synced.pull()).toMatchObject({ phase: 'failed' })
  await synced.control('DELETE', '/faults')
  expect(await synced.pull()).toMatchObject({ phase: 'idle' })
  expect([await inStore(), here()]).toEqual([0, 0])
})
