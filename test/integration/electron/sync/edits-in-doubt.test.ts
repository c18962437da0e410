import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { isCreate, setsField, type Act } from '../../../../electron/shared/change-address'

// What was typed while an answer was missing, or upon something that was refused.

let synced: SyncedStore
let mug: number
let mugEcwidId: number

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100).rows.find((candidate) => {
    return candidate.quantity !== null && candidate.pictureCount > 1 && candidate.variationCount === 0
  })
  mug = row!.id
  mugEcwidId = row!.ecwidId!
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const update = (fields: object) => apply({ kind: 'update', productId: mug, fields })
const detail = () => synced.session.product(mug)
const fault = (body: object) => synced.control('POST', '/faults', body)
/** From its answer on the product cannot be read until `readable` says so: what happens meanwhile comes before the second look. */
const unreadable = (after: number) =>
  fault({ kind: 'status', status: 503, after, times: 1000, match: { method: 'GET', path: `/products/${mugEcwidId}` } })
const readable = () => synced.control('DELETE', '/faults')
const onTheWeb = (body: object) => synced.control('POST', `/products/${mugEcwidId}`, body)
const stateOf = (is: (change: Act) => boolean) => synced.catalogue.changes.allOpen(50).find(is)?.state
const lost = (is = setsField) => synced.until(() => stateOf(is) === 'unknown')
const nobodyIsAsked = () => expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0 })

describe('while the answer to an edit is missing,', () => {
  beforeEach(() => fault({ kind: 'drop-after', match: { method: 'PUT' } }))

  it('typing a newer value asks nothing', async () => {
    update({ price: 31 })
    await lost()
    update({ price: 32 })
    await synced.settled()
    nobodyIsAsked()
    expect((await synced.remote(mugEcwidId)).price).toBe(32)
  })

  it('typing the old value back takes the edit back', async () => {
    const { price, categoryIds } = detail().fields
    const spare = synced.session.snapshot().categories.find(({ id }) => !categoryIds.includes(id))!.id
    update({ price: 31, categoryIds: [...categoryIds, spare] })
    await lost()
    update({ price, categoryIds })
    await synced.settled()
    nobodyIsAsked()
    expect(await synced.remote(mugEcwidId)).toMatchObject({ price, categoryIds })
  })

  it('a stock that has arrived is not counted twice on the screen either', async () => {
    const { quantity } = detail().fields
    await unreadable(1)
    update({ quantity: quantity + 5 })
    await lost()
    await synced.control('POST', '/sell', { id: mugEcwidId, quantity: 1 })
    await synced.pull()
    expect(detail().fields.quantity).toBe(quantity + 4)
    await readable()
    await synced.settled()
    // Nobody can know whether 5 came and 1 was sold, or 4 were restocked.
    expect(synced.session.summary().conflict).toBe(1)
    expect((await synced.remote(mugEcwidId)).quantity).toBe(quantity + 4)
  })
})

describe('typing a value back', () => {
  it('asks nothing, although the store has another one by now', async () => {
    const { price } = detail().fields
    await fault({ kind: 'drop-before', match: { method: 'GET' } })
    update({ price: price + 1 })
    update({ price })
    await onTheWeb({ price: price + 2 })
    await synced.settled()
    nobodyIsAsked()
    expect(detail().fields.price).toBe(price + 2)
  })
})

describe('what the store refused', () => {
  const takenSku = async () => {
    const other = (await readState(synced.store)).products.find(({ id, sku }) => id !== mugEcwidId && sku)
    return String(other?.sku)
  }

  it('is mended by typing another value', async () => {
    update({ sku: await takenSku() })
    await synced.settled()
    expect(detail().state).toBe('refused')
    update({ sku: 'FREE-1' })
    await synced.settled()
    nobodyIsAsked()
    expect((await synced.remote(mugEcwidId)).sku).toBe('FREE-1')
  })

  it('to make is made once its SKU is mended', async () => {
    const { productIds } = apply({ kind: 'create', fields: { name: 'Mended', sku: await takenSku() } })
    await synced.settled()
    expect(synced.session.summary().refused).toBe(1)
    apply({ kind: 'update', productId: productIds[0]!, fields: { sku: 'FREE-2' } })
    await synced.settled()
    nobodyIsAsked()
    expect((await readState(synced.store)).products.filter(({ sku }) => sku === 'FREE-2')).toHaveLength(1)
  })

  it('to make can still be deleted', async () => {
    const { productIds } = apply({ kind: 'create', fields: { name: 'Not wanted', sku: await takenSku() } })
    await synced.settled()
    apply({ kind: 'delete', productId: productIds[0]! })
    await synced.settled()
    expect(synced.catalogue.products.get(productIds[0]!)).toBeUndefined()
  })
})

describe('a create without an answer, while the search does not list the product yet,', () => {
  beforeEach(async () => {
    await synced.control('POST', '/index-lag', { ms: 20_000 })
    await fault({ kind: 'drop-after', match: { method: 'POST', path: '/products$' } })
  })
  const make = () =>
    apply({ kind: 'create', fields: { name: 'Lagging', sku: 'LAG-1', price: 1, unlimited: false, quantity: 5 } })
      .productIds[0]!
  const made = async () => (await readState(synced.store)).products.filter(({ name }) => name === 'Lagging')

  it('does not take its own SKU for somebody else’s', async () => {
    make()
    await synced.settled()
    nobodyIsAsked()
    expect(await made()).toHaveLength(1)
  })

  it('counts stock once that was typed before and after', async () => {
    const productId = make()
    apply({ kind: 'update', productId, fields: { quantity: 8 } })
    await lost(isCreate)
    apply({ kind: 'update', productId, fields: { quantity: 10, price: 2 } })
    await synced.settled()
    expect(await made()).toMatchObject([{ quantity: 10, price: 2 }])
    expect(synced.session.product(productId).fields).toMatchObject({ quantity: 10, price: 2 })
  })

  it('leaves nothing behind when it is deleted meanwhile', async () => {
    const productId = make()
    await lost(isCreate)
    apply({ kind: 'delete', productId })
    synced.skip(10_000)
    await synced.settled()
    expect(await made()).toEqual([])
  })
})

describe('a create that was answered, and what the store filled in by itself is not known yet,', () => {
  const make = async () => {
    await fault({ kind: 'status', status: 503, times: 20, match: { method: 'GET', path: '/products' } })
    const productId = apply({ kind: 'create', fields: { name: 'Unread', price: 1 } }).productIds[0]!
    await synced.until(() => synced.catalogue.products.ecwidIdOf(productId) !== null)
    return productId
  }

  it.each([{ sku: 'MINE-1' }, { showOnFrontpage: true }, { price: 7 }, { weight: 2 }])(
    'asks nothing about %o typed upon it',
    async (fields) => {
      const productId = await make()
      apply({ kind: 'update', productId, fields })
      await readable()
      await synced.settled()
      nobodyIsAsked()
      await synced.pull()
      expect(synced.session.product(productId).fields).toMatchObject(fields)
    },
  )

  it('asks nothing when a pull tells first', async () => {
    const productId = await make()
    synced.session.changes.holdAll(true)
    apply({ kind: 'update', productId, fields: { sku: 'MINE-1' } })
    await readable()
    await synced.pull()
    expect(synced.session.product(productId).fields.sku).toBe('MINE-1')
    synced.session.changes.holdAll(false)
    await synced.settled()
    nobodyIsAsked()
    expect((await synced.remote(synced.catalogue.products.ecwidIdOf(productId)!)).sku).toBe('MINE-1')
  })

  it('asks about what others have changed since', async () => {
    const productId = await make()
    synced.session.changes.holdAll(true)
    apply({ kind: 'update', productId, fields: { sku: 'MINE-1' } })
    synced.skip(60_000)
    await synced.control('POST', `/products/${synced.catalogue.products.ecwidIdOf(productId)!}`, { sku: 'THEIRS-1' })
    await readable()
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(synced.session.summary().conflict).toBe(1)
  })
})

describe('stock', () => {
  it('that both sides began to count is asked about', async () => {
    await onTheWeb({ unlimited: true })
    await synced.pull()
    await fault({ kind: 'drop-before', match: { method: 'GET' } })
    update({ unlimited: false, quantity: 5 })
    await onTheWeb({ unlimited: false, quantity: 7 })
    await synced.settled()
    expect(synced.session.summary().conflict).toBe(1)
    expect((await synced.remote(mugEcwidId)).quantity).toBe(7)
  })

  it('counted from now on is asked about after a sale, and not sent again', async () => {
    await onTheWeb({ unlimited: true })
    await synced.pull()
    await fault({ kind: 'drop-after', match: { method: 'PUT' } })
    await unreadable(1)
    update({ unlimited: false, quantity: 5 })
    await lost()
    await synced.control('POST', '/sell', { id: mugEcwidId, quantity: 1 })
    await readable()
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ conflict: 1, refused: 0 })
    expect((await synced.remote(mugEcwidId)).quantity).toBe(4)
  })
})

describe('pictures', () => {
  const images = async () => (await readState(synced.store)).products.find(({ id }) => id === mugEcwidId)!.media.images

  it('of a colleague are not taken for an upload that did not arrive', async () => {
    const before = (await images()).length
    const theirs = await fetch(`${synced.store.baseUrl}/products/${mugEcwidId}/gallery`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${synced.store.secretToken}` },
      body: new Uint8Array(pngBytes(8, 8, { shade: 1 })),
    })
    expect(theirs.ok).toBe(true)
    const { hash } = await synced.staging.stageBytes('mine.png', pngBytes(8, 8, { shade: 2 }))
    await fault({ kind: 'drop-before', match: { method: 'POST', path: '/gallery' } })
    apply({ kind: 'picture.add', productId: mug, source: { hash }, role: 'gallery', fileName: 'mine.png', alt: '' })
    await synced.settled()
    expect((await images()).filter(({ sha256 }) => sha256 === hash)).toHaveLength(1)
    expect(await images()).toHaveLength(before + 2)
  })

  it('that are gone keep only the alt text back that was written for them', async () => {
    const [, second] = detail().pictures
    const imageId = await idOf(second!.key)
    await fault({ kind: 'drop-before', match: { method: 'GET' } })
    apply({ kind: 'picture.alt', productId: mug, picture: second!.key, alt: 'Too late' })
    update({ price: 44 })
    const deleted = await fetch(`${synced.store.baseUrl}/products/${mugEcwidId}/gallery/${imageId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${synced.store.secretToken}` },
    })
    expect(deleted.ok).toBe(true)
    await synced.settled()
    expect((await synced.remote(mugEcwidId)).price).toBe(44)
    expect(synced.session.summary()).toMatchObject({ refused: 1, waiting: 0 })
    expect(synced.catalogue.changes.openOf('product', mug)).toMatchObject([
      { list: 'pictures', field: 'alt', verb: 'set', state: 'refused' },
    ])
  })

  const idOf = async (key: string) => {
    const { media } = (await synced.remote(mugEcwidId)) as {
      media: { images: { id: string; imageOriginalUrl: string }[] }
    }
    return media.images.find(({ imageOriginalUrl }) => imageOriginalUrl === key)?.id
  }
})

describe('a delete', () => {
  it('keeps its rest when another change of its product fails', async () => {
    await fault({ kind: 'status', status: 503, match: { method: 'GET', path: `/products/${mugEcwidId}` } })
    apply({ kind: 'update', productId: mug, fields: { price: 9 } }, { kind: 'delete', productId: mug })
    const [, deletion] = synced.catalogue.changes.openOf('product', mug)
    await synced.until(() => synced.catalogue.changes.openOf('product', mug)[0]?.retryAt !== null)
    expect(synced.catalogue.changes.get(deletion!.id)?.retryAt).toBeGreaterThanOrEqual(deletion!.retryAt!)
  })
})
