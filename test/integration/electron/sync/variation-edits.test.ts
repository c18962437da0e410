import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { makeVariation, removeVariation } from '../../../support/stored-variations'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What a variation has of its own, edited here and in the store.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let large: number
let plain: number

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find((each) => each.variationCount === 0 && each.quantity)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  const own = { sku: 'OWN-L', price: 12, quantity: 10 }
  large = await makeVariation(synced.store, mug.ecwidId, own)
  plain = await makeVariation(synced.store, mug.ecwidId, { options: [{ name: 'Size', value: 'Small' }] })
  await synced.pull()
})
afterEach(() => synced.close())

type Fields = Extract<Operation, { kind: 'variation.set' }>['fields']
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const set = (variationId: number, fields: Fields, base?: Fields) =>
  apply({ kind: 'variation.set', productId: mug.id, variationId, fields, ...(base && { base }) })
const shown = (id: number) => synced.session.product(mug.id).readOnly.variations.find((each) => each.id === id)!.own
const inStore = async (id: number) => {
  const { products } = await readState(synced.store)
  const { combinations } = products.find((each) => each.id === mug.ecwidId)!
  return (combinations as Record<string, unknown>[]).find((each) => each['id'] === id)!
}
const onTheWeb = (id: number, body: object) =>
  fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/combinations/${id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const puts = async () => {
  const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
  return requests.filter(({ method, path }) => method === 'PUT' && path.includes('/combinations/'))
}
const offline = () => synced.session.changes.holdAll(true)
const online = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })

describe('what a variation has of its own', () => {
  it('is shown at once, and in the store once it was sent: its fields in one request', async () => {
    set(large, { price: 15.5, warningLimit: 3, weight: 0.25 })
    expect(shown(large)).toMatchObject({ price: 15.5, warningLimit: 3, weight: 0.25 })
    expect(synced.session.product(mug.id).state).toBe('waiting')
    await synced.control('DELETE', '/requests')
    await synced.settled()
    expect(await inStore(large)).toMatchObject({
      price: 15.5,
      warningLimit: 3,
      weight: 0.25,
      sku: 'OWN-L',
      quantity: 10,
    })
    expect(await puts()).toHaveLength(1)
    expect(synced.session.product(mug.id).state).toBe('synced')
    expect(shown(large)).toMatchObject({ price: 15.5, quantity: 10 })
  })

  it('leaves what others changed of it meanwhile, and other variations', async () => {
    offline()
    set(large, { price: 15.5 })
    await onTheWeb(large, { costPrice: 4, weight: 2 })
    await onTheWeb(plain, { price: 8 })
    await online()
    expect(await inStore(large)).toMatchObject({ price: 15.5, costPrice: 4, weight: 2 })
    expect(await inStore(plain)).toMatchObject({ price: 8 })
    expect(shown(plain).price).toBe(8)
    nobodyIsAsked()
  })

  it('is nothing again where it is emptied, and the variation is as its product', async () => {
    set(large, { price: null, weight: 1 })
    await synced.settled()
    expect(await inStore(large)).not.toHaveProperty('price')
    expect(shown(large).price).toBeUndefined()
    set(large, { sku: '' })
    await synced.settled()
    expect(await inStore(large)).not.toHaveProperty('sku')
    expect(shown(large).quantity).toBeUndefined()
    nobodyIsAsked()
  })

  it('of the lowest price of 30 days is sent alone, and goes back to what one has with nothing of its own', async () => {
    const before = await inStore(large)
    const own = { lowestPriceEnabled: true, manualLowestPrice: 12.5 }
    await synced.control('DELETE', '/requests')
    set(large, { lowestPriceSettings: own })
    await synced.settled()
    expect(await inStore(large)).toEqual({ ...before, lowestPriceSettings: own })
    expect(await puts()).toHaveLength(1)
    expect(shown(large).lowestPriceSettings).toEqual(own)
    set(large, { lowestPriceSettings: null })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ lowestPriceSettings: { ...own, manualLowestPrice: 0 } })
    expect(shown(large)).not.toHaveProperty('lowestPriceSettings')
    nobodyIsAsked()
  })

  it('that the store keeps though it was emptied is told to its owner', async () => {
    const kept = {
      kind: 'status',
      status: 200,
      body: { updateCount: 1 },
      match: { method: 'PUT', path: '/combinations/' },
    }
    await synced.control('POST', '/faults', kept)
    set(large, { price: null, weight: 1 })
    await synced.settled()
    expect(open()).toMatchObject([
      { field: 'price', state: 'refused', reason: { sentence: { says: 'variation-keeps-own' } } },
    ])
  })

  it('that both sides changed is asked about, and goes as its owner decides', async () => {
    offline()
    set(large, { price: 15.5 })
    await onTheWeb(large, { price: 14 })
    await online()
    const [conflict] = open()
    expect(conflict).toMatchObject({ state: 'conflict', theirs: 14, key: String(large), field: 'price' })
    synced.session.changes.resolve([conflict!.id], { take: 'value', value: 14.5 })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ price: 14.5 })
    nobodyIsAsked()
  })

  it('typed from what was seen earlier is asked about', async () => {
    await onTheWeb(large, { price: 14 })
    await synced.pull()
    set(large, { price: 15.5 }, { price: 12 })
    await synced.settled()
    expect(open()).toMatchObject([{ state: 'conflict', before: 12, theirs: 14 }])
  })

  it('goes back by an undo, and again by a redo', async () => {
    const { changeSetId } = set(large, { price: 15.5, quantity: 13 })
    await synced.settled()
    await synced.control('POST', '/sell', { id: mug.ecwidId, combinationId: large })
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ price: 12, quantity: 9 })
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ price: 15.5, quantity: 12 })
    nobodyIsAsked()
  })

  it('is in the history of its product, also when others changed it', async () => {
    set(large, { price: 15.5 })
    await synced.settled()
    await onTheWeb(large, { price: 16 })
    await synced.pull()
    const { entries } = synced.session.reads.history({ productId: mug.id, offset: 0, limit: 10 })
    expect(entries.slice(0, 2)).toMatchObject([
      { source: 'pull', list: 'variations', field: 'price', entry: 'Large', before: 15.5, after: 16 },
      { source: 'form', list: 'variations', field: 'price', entry: 'Large', before: 12, after: 15.5 },
    ])
  })

  it('that the store refuses by name stays, and the rest of it goes', async () => {
    await makeVariation(synced.store, mug.ecwidId, { options: [{ name: 'Size', value: 'Huge' }], sku: 'TAKEN' })
    set(large, { sku: 'TAKEN', price: 15.5 })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ sku: 'OWN-L', price: 15.5 })
    expect(open()).toMatchObject([{ field: 'sku', state: 'refused' }])
    set(large, { sku: 'FREE' })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ sku: 'FREE' })
    nobodyIsAsked()
  })

  it('goes nowhere once the variation is gone, and says so', async () => {
    offline()
    set(large, { price: 15.5 })
    await removeVariation(synced.store, mug.ecwidId, large)
    await online()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'variation-gone' } } }])
  })

  it('keeps a product from being deleted that others gave another price of one', async () => {
    offline()
    apply({ kind: 'delete', productId: mug.id })
    await onTheWeb(large, { price: 14 })
    synced.skip(10_000)
    await online()
    expect(open()).toMatchObject([{ verb: 'delete', state: 'conflict' }])
  })
})

describe('the stock of a variation', () => {
  it('is the difference that was made, though others sold meanwhile', async () => {
    offline()
    set(large, { quantity: 15 })
    expect(shown(large).quantity).toBe(15)
    await synced.control('POST', '/sell', { id: mug.ecwidId, combinationId: large, quantity: 3 })
    await online()
    expect(await inStore(large)).toMatchObject({ quantity: 12 })
    expect(shown(large).quantity).toBe(12)
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after'])('is counted once when the line breaks by %s', async (kind) => {
    await synced.control('POST', '/faults', {
      kind,
      match: { method: 'PUT', path: `/combinations/${large}/inventory` },
    })
    set(large, { quantity: 15, price: 15.5 })
    apply({ kind: 'update', productId: mug.id, fields: { price: 33 } })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ quantity: 15, price: 15.5 })
    nobodyIsAsked()
  })

  it('is not asked about where only this person touched the product since the answer was lost', async () => {
    const medium = await makeVariation(synced.store, mug.ecwidId, {
      options: [{ name: 'Size', value: 'Medium' }],
      sku: 'M',
      quantity: 0,
    })
    await synced.pull()
    synced.skip(60_000)
    const fault = { kind: 'drop-before', match: { method: 'PUT', path: `/combinations/${medium}/inventory` } }
    await synced.control('POST', '/faults', fault)
    apply(
      { kind: 'variation.set', productId: mug.id, variationId: large, fields: { quantity: 15 } },
      { kind: 'variation.set', productId: mug.id, variationId: medium, fields: { quantity: 2, price: 5 } },
    )
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    offline()
    synced.skip(60_000)
    apply({ kind: 'update', productId: mug.id, fields: { price: 33 } })
    synced.session.resume()
    await online()
    expect(await inStore(large)).toMatchObject({ quantity: 15 })
    expect(await inStore(medium)).toMatchObject({ quantity: 2, price: 5 })
    nobodyIsAsked()
  })

  it('begins with an SKU of its own, and ends with it', async () => {
    expect(() => set(plain, { quantity: 4 })).toThrow(/Give it an SKU first/)
    const { changeSetId } = set(plain, { sku: 'OWN-S', quantity: 4 })
    await synced.settled()
    expect(await inStore(plain)).toMatchObject({ sku: 'OWN-S', quantity: 4, unlimited: false })
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore(plain)).not.toHaveProperty('sku')
    for (const field of ['sku', 'quantity', 'unlimited']) expect(shown(plain)).not.toHaveProperty(field)
    nobodyIsAsked()
  })

  it('goes with its SKU where it was changed before that, and nothing was sent', async () => {
    offline()
    set(large, { quantity: 14 })
    set(large, { sku: '' })
    await online()
    expect(await inStore(large)).not.toHaveProperty('sku')
    nobodyIsAsked()
  })

  it('is the number that was typed where the SKU went and came again before it was sent', async () => {
    offline()
    set(large, { sku: '' })
    set(large, { sku: 'OWN-M', quantity: 41 })
    await online()
    expect(await inStore(large)).toMatchObject({ sku: 'OWN-M', quantity: 41, unlimited: false })
    nobodyIsAsked()
  })

  it('goes on with the number that was shown where an SKU ends the sharing', async () => {
    const { quantity } = synced.session.product(mug.id).fields
    set(plain, { sku: 'OWN-S' })
    expect(shown(plain)).toMatchObject({ sku: 'OWN-S', quantity })
    await synced.settled()
    expect(await inStore(plain)).toMatchObject({ sku: 'OWN-S', unlimited: false, quantity })
    nobodyIsAsked()
  })

  it('goes on with the number that was shown where the SKU went before and was not sent', async () => {
    const { quantity } = synced.session.product(mug.id).fields
    offline()
    set(large, { sku: '' })
    set(large, { sku: 'OWN-M' })
    expect(shown(large)).toMatchObject({ sku: 'OWN-M', quantity })
    await online()
    expect(await inStore(large)).toMatchObject({ sku: 'OWN-M', unlimited: false, quantity })
    nobodyIsAsked()
  })

  it('comes back with the SKU that was emptied', async () => {
    const { changeSetId } = set(large, { price: null, weight: null, sku: '' })
    await synced.settled()
    expect(await inStore(large)).not.toHaveProperty('sku')
    synced.session.changes.revert(changeSetId!)
    expect(shown(large)).toMatchObject({ sku: 'OWN-L', quantity: 10 })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ sku: 'OWN-L', unlimited: false, quantity: 10 })
    nobodyIsAsked()
  })

  it('stays as it was typed where the SKU is not emptied after all', async () => {
    offline()
    const { changeSetId } = set(large, { sku: '' })
    set(large, { sku: 'OWN-M', quantity: 41 })
    synced.session.changes.takeBack(synced.catalogue.changes.ofSet(changeSetId!).map(({ id }) => id))
    expect(shown(large)).toMatchObject({ sku: 'OWN-M', quantity: 41 })
    await online()
    expect(await inStore(large)).toMatchObject({ sku: 'OWN-M', quantity: 41, unlimited: false })
    nobodyIsAsked()
  })

  it('may be unlimited, and have a number again', async () => {
    set(large, { unlimited: true })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ unlimited: true })
    set(large, { unlimited: false, quantity: 6 })
    await synced.settled()
    expect(await inStore(large)).toMatchObject({ unlimited: false, quantity: 6 })
    nobodyIsAsked()
  })
})

describe('what the store would refuse is said before it is saved:', () => {
  it.each([
    [{ price: -1 }, /price/],
    [{ outOfStockVisibilityBehaviour: 'HIDE' }, /cannot be hidden/],
    [{ warningLimit: null }, /Enter the value of the product instead/],
  ] as [Fields, RegExp][])('%j', (fields, sentence) => {
    if ('warningLimit' in fields) set(large, { warningLimit: 3 })
    expect(() => set(large, fields)).toThrow(sentence)
  })

  it('the SKU of the product on one that has another stock', () => {
    expect(() => set(large, { sku: synced.session.product(mug.id).fields.sku })).toThrow(/the same stock/)
  })

  it('dimensions of its own on one that has the SKU of the product, and that SKU on one that has other dimensions', () => {
    const { fields } = synced.session.product(mug.id)
    const wide = { ...fields.dimensions, width: fields.dimensions.width + 1 }
    set(plain, { sku: fields.sku })
    expect(() => set(plain, { dimensions: wide })).toThrow(/Give it an SKU of its own first/)
    set(plain, { dimensions: fields.dimensions })
    set(large, { dimensions: wide, quantity: fields.quantity })
    expect(() => set(large, { sku: fields.sku })).toThrow(/the same dimensions/)
  })
})
