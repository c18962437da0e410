import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { readState } from '../../../support/stored-product'
import { makeVariation, removeVariation, setVariationPicture } from '../../../support/stored-variations'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Variations that are made and removed here.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let large: number

let onCopy: (() => void) | null = null

beforeEach(async () => {
  onCopy = null
  synced = await openSyncedStore({}, { onCopy: async () => onCopy?.() })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find((each) => each.variationCount === 0 && each.quantity)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  large = await makeVariation(synced.store, mug.ecwidId, { sku: 'OWN-L', price: 12, quantity: 10 })
  await synced.pull()
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const sized = (size: string) => [{ name: 'Size', value: size }]
type Fields = Extract<Operation, { kind: 'variation.add' }>['fields']
const add = (size: string, fields: Fields = {}): Operation => ({
  kind: 'variation.add',
  productId: mug.id,
  options: sized(size),
  fields,
})
const remove = (variationId: number): Operation => ({ kind: 'variation.remove', productId: mug.id, variationId })
const set = (variationId: number, fields: Fields): Operation => ({
  kind: 'variation.set',
  productId: mug.id,
  variationId,
  fields,
})
const shown = () => synced.session.product(mug.id).readOnly.variations
const named = (label: string) => shown().find((each) => each.label === label)
const inStore = async () => {
  const { products } = await readState(synced.store)
  const { combinations } = products.find((each) => each.id === mug.ecwidId)!
  return (combinations as (Record<string, unknown> & { id: number; options: { value: string }[] })[]).map(
    ({ options, ...rest }) => ({ size: options[0]!.value, ...rest }),
  )
}
const sizes = async () => (await inStore()).map(({ size }) => size)
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const offline = () => synced.session.changes.holdAll(true)
const online = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })

describe('a variation that is made', () => {
  it('is shown at once, and in the store once it was sent, with what it has of its own', async () => {
    offline()
    apply(add('Small', { sku: 'OWN-S', price: 9, quantity: 3 }), add('Huge'))
    expect(named('Small')?.own).toMatchObject({ sku: 'OWN-S', price: 9, quantity: 3 })
    expect(shown().map(({ label }) => label)).toEqual(['Large', 'Small', 'Huge'])
    await online()
    expect(await inStore()).toMatchObject([
      { size: 'Large' },
      { size: 'Small', sku: 'OWN-S', price: 9, quantity: 3 },
      { size: 'Huge' },
    ])
    expect(shown().map(({ id }) => id)).toEqual((await inStore()).map(({ id }) => id))
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after', 'drop-mid-body'])('is made once when the line breaks by %s', async (kind) => {
    await synced.control('POST', '/faults', { kind, match: { method: 'POST', path: '/combinations' } })
    apply(add('Small', { price: 9 }))
    await synced.settled()
    expect(await sizes()).toEqual(['Large', 'Small'])
    expect(shown()).toHaveLength(2)
    nobodyIsAsked()
  })

  it('counts as sent once the store shows it, and is edited by the name that it has there', async () => {
    const query = `/products?productId=${mug.ecwidId}`
    const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
    const stale: unknown = await (await fetch(synced.store.baseUrl + query, { headers })).json()
    const match = { method: 'GET', path: '/products\\?.*productId=' }
    apply(add('Small', { price: 9 }))
    const id = named('Small')!.id
    await synced.control('POST', '/faults', { kind: 'status', status: 200, body: stale, match })
    await synced.settled()
    expect(named('Small')?.own).toMatchObject({ price: 9 })
    apply(set(id, { price: 8 }))
    synced.skip(10_000)
    await synced.settled()
    expect((await inStore()).filter(({ size }) => size === 'Small')).toMatchObject([{ price: 8 }])
    expect(open()).toEqual([])
  })

  it('is known by its SKU where its answer was lost and others edited it before it was looked for', async () => {
    offline()
    apply(add('Small', { sku: 'OWN-S', price: 9 }))
    // As the app leaves it that ended in between.
    synced.catalogue.changes.update(open()[0]!.id, { state: 'unknown' })
    const id = await makeVariation(synced.store, mug.ecwidId, { options: sized('Small'), sku: 'OWN-S', price: 14 })
    await online()
    expect(await inStore()).toMatchObject([{ size: 'Large' }, { size: 'Small', sku: 'OWN-S', price: 14 }])
    expect(named('Small')).toMatchObject({ id, own: { price: 14 } })
    nobodyIsAsked()
  })

  it('is edited by its first name, before it is in the store and after', async () => {
    offline()
    apply(add('Small', { price: 9 }))
    const local = named('Small')!.id
    apply(set(local, { price: 8, weight: 1 }))
    expect(named('Small')?.own).toMatchObject({ price: 8, weight: 1 })
    await online()
    apply(set(local, { price: 7 }))
    await synced.settled()
    expect(await inStore()).toMatchObject([{}, { size: 'Small', price: 7, weight: 1 }])
    nobodyIsAsked()
  })

  it('never leaves when it is removed or taken back before, and takes its edits along', async () => {
    offline()
    apply(add('Small'))
    apply(set(named('Small')!.id, { price: 8 }))
    apply(remove(named('Small')!.id))
    // Nothing is left that could be sent.
    expect(open()).toEqual([])
    const { changeSetId } = apply(add('Huge'))
    apply(set(named('Huge')!.id, { price: 8 }))
    synced.session.changes.revert(changeSetId!)
    expect(open()).toEqual([])
    expect(shown().map(({ label }) => label)).toEqual(['Large'])
    await online()
    expect(await sizes()).toEqual(['Large'])
    nobodyIsAsked()
  })

  it('goes again by an undo, and comes again by a redo', async () => {
    const { changeSetId } = apply(add('Small', { price: 9 }))
    await synced.settled()
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await sizes()).toEqual(['Large'])
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await inStore()).toMatchObject([{}, { size: 'Small', price: 9 }])
    nobodyIsAsked()
  })

  it('is kept with a reason where somebody else has made one with its options', async () => {
    offline()
    apply(add('Small', { price: 9 }))
    await makeVariation(synced.store, mug.ecwidId, { options: sized('Small'), price: 5 })
    await online()
    expect(open()).toMatchObject([{ state: 'refused', reason: { sentence: { says: 'variation-exists' } } }])
    expect(await inStore()).toMatchObject([{}, { size: 'Small', price: 5 }])
  })

  it('has options that no other one has', () => {
    expect(() => apply(add('Large'))).toThrow(/with these options already/)
    expect(() => apply(add('Small'), add('Small'))).toThrow(/with these options already/)
    expect(() => apply(add('Small', { quantity: 4 }))).toThrow(/Give it an SKU first/)
  })
})

describe('a variation that is removed', () => {
  it('is gone at once, and from the store once it was sent; an undo makes it again as it was', async () => {
    const { changeSetId } = apply(remove(large))
    expect(shown()).toEqual([])
    await synced.settled()
    expect(await sizes()).toEqual([])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toMatchObject([{ size: 'Large', sku: 'OWN-L', price: 12, quantity: 10 }])
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after'])('is removed once when the line breaks by %s', async (kind) => {
    await synced.control('POST', '/faults', { kind, match: { method: 'DELETE', path: '/combinations/' } })
    apply(remove(large))
    await synced.settled()
    expect(await sizes()).toEqual([])
    nobodyIsAsked()
  })

  it('that others changed meanwhile stays until its owner says so; a sale is no change', async () => {
    offline()
    apply(remove(large))
    await synced.control('POST', '/sell', { id: mug.ecwidId, combinationId: large })
    const response = await fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/combinations/${large}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ price: 14 }),
    })
    expect(response.ok).toBe(true)
    await online()
    const [conflict] = open()
    expect(conflict).toMatchObject({ state: 'conflict', verb: 'remove' })
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    await synced.settled()
    expect(await sizes()).toEqual([])
    nobodyIsAsked()
  })

  it('comes again without an edit that was taken back while its picture was copied', async () => {
    await setVariationPicture(synced.store, mug.ecwidId, large, pngBytes(20, 20))
    await synced.pull()
    offline()
    const dearer = apply(set(large, { price: 15 }))
    const removal = apply(remove(large))
    const copied = new Promise<void>((resolve) => {
      onCopy = () => {
        onCopy = null
        synced.session.changes.revert(dearer.changeSetId!)
        resolve()
      }
    })
    await online()
    await copied
    expect(await sizes()).toEqual([])
    synced.session.changes.revert(removal.changeSetId!)
    await synced.settled()
    expect(await inStore()).toMatchObject([{ size: 'Large', price: 12 }])
    nobodyIsAsked()
  })

  it('by others is in the history, and can be put back', async () => {
    await removeVariation(synced.store, mug.ecwidId, large)
    await makeVariation(synced.store, mug.ecwidId, { options: sized('Small') })
    await synced.pull()
    const { entries } = synced.session.reads.history({ productId: mug.id, offset: 0, limit: 2 })
    expect(entries.map(({ verb, entry }) => [verb, entry])).toEqual([
      ['add', 'Small'],
      ['remove', 'Large'],
    ])
    synced.session.changes.revert(entries[0]!.changeSetId, { changeIds: [entries[1]!.id] })
    await synced.settled()
    expect(await inStore()).toMatchObject([{ size: 'Small' }, { size: 'Large', sku: 'OWN-L', price: 12 }])
  })
})
