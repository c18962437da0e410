import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { createTestClock } from '../../../support/test-clock'

// Products are read many at once right before their writes, and after them alike: what an edit costs is its write.

const products = 200
let synced: SyncedStore

afterEach(() => synced.close())

/** What counts against the store's limit: pictures are read from its host of files. */
async function apiRequests(): Promise<{ method: string; path: string }[]> {
  const log = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
  return log.requests.filter(({ path }) => path.startsWith('/api/'))
}

/** Requests that the store got for each product, while one change of each was sent. */
async function requestsEach(operationsOf: (productId: number, at: number) => Operation[]): Promise<number> {
  const rows = synced.catalogue.search({}, 0, products).rows
  const operations = rows.flatMap(({ id }, at) => operationsOf(id, at))
  await synced.control('DELETE', '/requests')
  synced.session.changes.apply({ source: 'list', label: { code: 'text', text: 'Test' }, operations })
  await synced.settled()
  return (await apiRequests()).length / rows.length
}

async function openPulled(): Promise<void> {
  synced = await openSyncedStore({ products }, { clock: createTestClock({ isInStep: true, isAlone: true }) })
  await synced.pull()
}

describe('of many products', () => {
  it('a price costs its write', async () => {
    await openPulled()
    const each = await requestsEach((productId, at) => [{ kind: 'update', productId, fields: { price: 1000 + at } }])
    expect(each).toBeLessThanOrEqual(1.05)
  })

  it('a stock costs its write', async () => {
    await openPulled()
    await requestsEach((productId) => [{ kind: 'update', productId, fields: { unlimited: false, quantity: 5 } }])
    const each = await requestsEach((productId, at) => [{ kind: 'update', productId, fields: { quantity: 100 + at } }])
    expect(each).toBeLessThanOrEqual(1.08)
  })

  it('a create costs its write', async () => {
    await openPulled()
    const each = await requestsEach((_, at) => [{ kind: 'create', fields: { name: `New ${at}` } }])
    expect(each).toBeLessThanOrEqual(1.05)
  })

  it('an upload that is undone costs little more than its removal', async () => {
    await openPulled()
    const { hash } = await synced.staging.stageBytes('mug.png', pngBytes())
    await requestsEach((productId) => [
      { kind: 'picture.add', productId, source: { hash }, role: 'gallery', fileName: 'mug.png', alt: '' },
    ])
    const [set] = synced.catalogue.changes.list('all', undefined, 0, 1).sets
    await synced.control('DELETE', '/requests')
    synced.session.changes.revert(set!.id)
    await synced.settled()
    // One request more for each of them would be two. How many are read together depends on how long their copies take.
    expect((await apiRequests()).length / products).toBeLessThanOrEqual(1.5)
  })
})

describe('of one product', () => {
  it('a price is read and written by its id alone', async () => {
    await openPulled()
    const [row] = synced.catalogue.search({}, 0, 1).rows
    await synced.control('DELETE', '/requests')
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [{ kind: 'update', productId: row!.id, fields: { price: 1234 } }],
    })
    await synced.settled()
    expect((await apiRequests()).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      `GET ${row!.ecwidId}`,
      `PUT ${row!.ecwidId}?returnItem=true`,
    ])
  })
})
