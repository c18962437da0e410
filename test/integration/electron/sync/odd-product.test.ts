import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// One product that cannot be taken in keeps no other out.

let synced: SyncedStore
beforeEach(async () => (synced = await openSyncedStore()))
afterEach(() => synced.close())

/** The local copy has no place for this product, whatever the reason. */
function refuse(ecwidId: number): () => void {
  const { products } = synced.catalogue
  const { index } = products
  products.index = (id, current, about) => {
    if (current.id === ecwidId) throw new TypeError('an odd product')
    return index(id, current, about)
  }
  return () => void (products.index = index)
}

it('is set aside and counted, the others are here, and it comes in once it can be read', async () => {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  const answer = await fetch(`${synced.store.baseUrl}/products?limit=5`, { headers })
  const { total, items } = (await answer.json()) as { total: number; items: { id: number }[] }
  const odd = items[2]!.id
  const allow = refuse(odd)
  expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 1, problem: null })
  expect(synced.catalogue.products.count()).toBe(total - 1)
  expect(synced.catalogue.products.findByEcwidId(odd)).toBeUndefined()
  allow()
  await synced.control('POST', `/products/${odd}`, { price: 4 })
  expect(await synced.pull()).toMatchObject({ phase: 'idle', setAside: 0 })
  expect(synced.catalogue.products.count()).toBe(total)
})
