import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Variation = Record<string, unknown> & { id: number; sku?: string; options: { name: string; value: string }[] }

let synced: SyncedStore
/** A product whose variations have SKUs and stock of their own. */
let shirt: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  for (const { id, ecwidId, variationCount } of synced.catalogue.search({}, 0, 100).rows) {
    if (variationCount < 2 || ecwidId === null) continue
    shirt = { id, ecwidId }
    if ((await variations(ecwidId)).every(({ sku }) => sku)) break
  }
  const [first] = await variations(shirt.ecwidId)
  // One with everything that travels.
  const more = { quantity: 4, price: 31.5, weight: 0.7, compareToPrice: 40, warningLimit: 2 }
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  const path = `/products/${shirt.ecwidId}/combinations/${first!.id}`
  await fetch(synced.store.baseUrl + path, { method: 'PUT', headers, body: JSON.stringify(more) })
  await synced.pull()
})
afterEach(() => synced.close())

const apply = (operation: Operation) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations: [operation] })
const detail = (id: number) => synced.session.product(id)
const variations = async (ecwidId: number) => (await synced.remote(ecwidId)).combinations as Variation[]

/** What a shop owner knows a variation by; ids and numbers are the store's. */
const known = (all: Variation[]) =>
  all.map(({ options, sku, quantity, unlimited, price, weight, compareToPrice }) => ({
    options: options.map(({ name, value }) => `${name}: ${value}`),
    ...{ sku, quantity, unlimited, price, weight, compareToPrice },
  }))

describe('variations', () => {
  it('come back with a deleted product, SKUs and stock included, as do its options', async () => {
    const before = await variations(shirt.ecwidId)
    expect(before.length).toBeGreaterThan(1)
    const { options } = await synced.remote(shirt.ecwidId)
    const { changeSetId } = apply({ kind: 'delete', productId: shirt.id })
    await synced.settled()
    const { productIds } = synced.session.changes.revert(changeSetId!)
    await synced.settled()

    const anew = detail(productIds[0]!)
    expect(anew.state).toBe('synced')
    const after = await variations(anew.ecwidId!)
    expect(known(after)).toEqual(known(before))
    expect(after.some(({ id }) => before.some((old) => old.id === id))).toBe(false)
    expect((await synced.remote(anew.ecwidId!)).options).toEqual(options)
    expect(anew.readOnly.variations).toHaveLength(before.length)
  })

  it('go with a duplicate, without the SKUs, which stay with the original', async () => {
    const before = await variations(shirt.ecwidId)
    const { productIds } = apply({ kind: 'create', copyOf: shirt.id, fields: { name: 'Shirt (copy)', sku: '' } })
    await synced.settled()
    const copy = detail(productIds[0]!)
    expect(copy.state).toBe('synced')
    const after = await variations(copy.ecwidId!)
    expect(after.map(({ options, price }) => [options, price])).toEqual(
      before.map(({ options, price }) => [options, price]),
    )
    expect(after.map(({ sku }) => sku)).toEqual(before.map(() => undefined))
    expect(known(await variations(shirt.ecwidId))).toEqual(known(before))
  })

  it('are there once when the answer to the duplicate was lost', async () => {
    const fault = { kind: 'drop-after', match: { method: 'POST', path: '/products\\?saveCombinations=true$' } }
    await synced.control('POST', '/faults', fault)
    const { productIds } = apply({ kind: 'create', copyOf: shirt.id, fields: { name: 'Shirt (copy)', sku: '' } })
    await synced.settled()
    await synced.settled()
    const copy = detail(productIds[0]!)
    expect(copy.ecwidId).not.toBeNull()
    expect(await variations(copy.ecwidId!)).toHaveLength((await variations(shirt.ecwidId)).length)
    expect(copy.readOnly.variations).toHaveLength((await variations(shirt.ecwidId)).length)
  })
})
