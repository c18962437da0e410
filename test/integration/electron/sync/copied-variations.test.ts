import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { removeVariation, setVariationPicture, variationsOf } from '../../../support/stored-variations'
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
  const more = { quantity: 4, price: 31.5, weight: 0.7, volume: 1.5, compareToPrice: 40, warningLimit: 2 }
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
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
  all.map(({ options, sku, quantity, unlimited, price, weight, volume, compareToPrice }) => ({
    options: options.map(({ name, value }) => `${name}: ${value}`),
    ...{ sku, quantity, unlimited, price, weight, volume, compareToPrice },
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

describe('variations of any number, with pictures of their own', () => {
  const labelled = (all: Variation[]) =>
    all.map(({ options }) => options.map(({ value }) => value).join(', ')).toSorted()
  /** By the content of their pictures; null: none of its own. */
  const pictured = async (ecwidId: number) =>
    Object.fromEntries((await variationsOf(synced.store, ecwidId)).map(({ label, picture }) => [label, picture]))

  /** Made on the web; the first and the last have a picture. */
  async function give(count: number): Promise<void> {
    const texts = Array.from({ length: count }, (_, at) => `Size ${at + 1}`)
    const choices = texts.map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }))
    const options = [{ type: 'SELECT', name: 'Size', choices, defaultChoice: 0, required: false }]
    for (const { id } of await variations(shirt.ecwidId)) await removeVariation(synced.store, shirt.ecwidId, id)
    await synced.control('POST', `/products/${shirt.ecwidId}`, { options })
    for (let from = 0; from < count; from += 200) {
      const combinations = texts.slice(from, from + 200).map((value, at) => ({
        options: [{ name: 'Size', value }],
        ...{ sku: `SZ-${from + at + 1}`, price: from + at + 1, quantity: 2 },
      }))
      const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
      const path = `/products/${shirt.ecwidId}?saveCombinations=true`
      const body = JSON.stringify({ combinations })
      const answer = await fetch(synced.store.baseUrl + path, { method: 'PUT', headers, body })
      expect([answer.status, answer.ok || (await answer.text())]).toEqual([200, true])
    }
    const made = await variations(shirt.ecwidId)
    expect(made).toHaveLength(count)
    for (const { id } of [made[0]!, made.at(-1)!])
      await setVariationPicture(synced.store, shirt.ecwidId, id, pngBytes(6, 6))
    await synced.pull()
  }

  it('come back with a deleted product: a thousand, and the pictures that some have', async () => {
    await give(1000)
    const before = await variations(shirt.ecwidId)
    const pictures = await pictured(shirt.ecwidId)
    expect(Object.values(pictures).filter(Boolean)).toHaveLength(2)
    const { changeSetId } = apply({ kind: 'delete', productId: shirt.id })
    await synced.settled()
    const { productIds } = synced.session.changes.revert(changeSetId!)
    expect(detail(productIds[0]!).readOnly.variations).toHaveLength(1000)
    await synced.settled()
    const anew = detail(productIds[0]!)
    expect(anew.state).toBe('synced')
    const after = await variations(anew.ecwidId!)
    expect(labelled(after)).toEqual(labelled(before))
    expect(after.map(({ sku, price }) => [sku, price]).toSorted()).toEqual(
      before.map(({ sku, price }) => [sku, price]).toSorted(),
    )
    expect(await pictured(anew.ecwidId!)).toEqual(pictures)
  })

  it('go with a duplicate', async () => {
    await give(1000)
    const { productIds } = apply({ kind: 'create', copyOf: shirt.id, fields: { name: 'Shirt (copy)', sku: '' } })
    expect(detail(productIds[0]!).readOnly.variations.filter(({ thumbnail }) => thumbnail)).toHaveLength(2)
    await synced.settled()
    const copy = detail(productIds[0]!)
    expect(copy.state).toBe('synced')
    expect(labelled(await variations(copy.ecwidId!))).toEqual(labelled(await variations(shirt.ecwidId)))
    expect(await pictured(copy.ecwidId!)).toEqual(await pictured(shirt.ecwidId))
  })

  it('come back from a removal with their pictures', async () => {
    await give(3)
    const [first] = detail(shirt.id).readOnly.variations
    const pictures = await pictured(shirt.ecwidId)
    const { changeSetId } = apply({ kind: 'variation.remove', productId: shirt.id, variationId: first!.id })
    await synced.settled()
    expect(await variations(shirt.ecwidId)).toHaveLength(2)
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await pictured(shirt.ecwidId)).toEqual(pictures)
    expect(detail(shirt.id).state).toBe('synced')
  })

  it('are made anew where somebody deleted the product in the store', async () => {
    await give(3)
    const pictures = await pictured(shirt.ecwidId)
    apply({ kind: 'update', productId: shirt.id, fields: { name: 'Renamed' } })
    await synced.control('DELETE', `/products/${shirt.ecwidId}`)
    await synced.settled()
    const { productIds } = await synced.session.changes.makeAnew(shirt.id)
    await synced.settled()
    expect(await pictured(detail(productIds[0]!).ecwidId!)).toEqual(pictures)
  })
})
