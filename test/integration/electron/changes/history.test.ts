import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewRevert } from '../../../../electron/changes/revert-preview'
import { lastUndoable, listChangeSets, productHistory } from '../../../../electron/changes/views'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { StoreProduct } from '../../../../electron/ecwid/store-product'
import {
  actOf,
  toAddPicture,
  toOrderPictures,
  toRemovePicture,
  toSetAlt,
} from '../../../../electron/shared/change-address'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { takeIn, takeOut } from '../../../../electron/sync/take-in'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
let mug: number
beforeEach(() => {
  mugs = openMugs()
  mug = mugs.put(1, { media: { images: [image('a'), image('b')] } })
})
afterEach(() => mugs.close())

const image = (name: string, alt = '') => ({ id: name, imageOriginalUrl: `https://p/${name}`, alt: { main: alt } })
const fromStore = (id: number, fields: Record<string, unknown>): StoreProduct => {
  const raw = { id, name: `Mug ${id}`, sku: `M-${id}`, quantity: 4, unlimited: false, updateTimestamp: 200, ...fields }
  return { raw, product: remoteProductSchema.parse(raw) } as StoreProduct
}
const history = () => productHistory(mugs.catalogue, { productId: mug, offset: 0, limit: 50 }).entries
const lines = () => history().map(({ source, verb, field, before, after }) => [source, field ?? verb, before, after])
const both = { media: { images: [image('a'), image('b')] } }

it('is not in doubt of a product that the store sends as it is here, in whatever order its parts stand', () => {
  const sent = fromStore(1, both)
  takeIn(mugs.catalogue, [sent])
  const turned = Object.fromEntries(Object.entries(sent.raw).toReversed())
  const again = (raw: Record<string, unknown>) =>
    takeIn(mugs.catalogue, [{ raw, product: remoteProductSchema.parse(raw) } as StoreProduct]).doubtful
  expect(again(turned)).toEqual([])
  expect(again({ ...turned, price: 12 })).toEqual([1])
})

describe('what waits behind a held change of its product', () => {
  it('says so until that is let go, and what is of another product does not', () => {
    const other = mugs.put(2)
    const price = (productId: number, price: number) =>
      mugs.apply({ kind: 'update', productId, fields: { price } }).changeSetId!
    const [held, behind, free] = [price(mug, 11), price(mug, 12), price(other, 13)]
    const setOf = (setId: number) => {
      const { sets } = listChangeSets(mugs.catalogue, { filter: 'queue', offset: 0, limit: 10 })
      const { behindHeld, changes } = sets.find(({ id }) => id === setId)!
      return [behindHeld, changes[0]?.reason]
    }
    mugs.changes.hold(held, true)
    expect(setOf(held)).toEqual([0, null])
    expect(setOf(behind)).toEqual([1, 'Waits for the held change before it.'])
    expect(setOf(free)).toEqual([0, null])
    mugs.changes.hold(held, false)
    expect(setOf(behind)).toEqual([0, null])
  })
})

describe('what others change', () => {
  it('is history: field, before, after, by the store, at the store’s time', () => {
    takeIn(mugs.catalogue, [fromStore(1, { price: 12, name: 'Big mug', ...both })])
    expect(lines()).toEqual([
      ['pull', 'price', 10, 12],
      ['pull', 'name', 'Mug 1', 'Big mug'],
    ])
    expect(history()[0]).toMatchObject({ at: 200_000, state: 'sent', canPutBack: true, label: { code: 'by-others' } })
  })

  it('is one change set for all products of a page', () => {
    mugs.put(2)
    takeIn(mugs.catalogue, [fromStore(1, { price: 12, ...both }), fromStore(2, { price: 13 })])
    const { total, sets } = listChangeSets(mugs.catalogue, { filter: 'store', offset: 0, limit: 10 })
    expect(total).toBe(1)
    expect(sets[0]).toMatchObject({ productCount: 2, source: 'pull' })
    expect(listChangeSets(mugs.catalogue, { filter: 'sent', offset: 0, limit: 10 }).total).toBe(0)
  })

  it('of pictures names each: added, removed, described, moved', () => {
    takeIn(mugs.catalogue, [fromStore(1, { price: 10, media: { images: [image('c'), image('a', 'Front')] } })])
    expect(history().map(actOf)).toEqual([toSetAlt('https://p/a'), toAddPicture, toRemovePicture('https://p/b')])
    takeIn(mugs.catalogue, [
      fromStore(1, { price: 10, media: { images: [image('a', 'Front'), image('c')] }, updateTimestamp: 300 }),
    ])
    expect(history()[0]).toMatchObject({ ...toOrderPictures, after: ['https://p/a', 'https://p/c'] })
  })

  it('is not what only moved to another address, nor what is on the wire from here', () => {
    const moved = both.media.images.map((one) => ({
      ...one,
      imageOriginalUrl: one.imageOriginalUrl.replace('p/', 'q/'),
    }))
    mugs.apply({ kind: 'update', productId: mug, fields: { price: 15 } })
    mugs.catalogue.changes.update(mugs.openOf(mug)[0]!.id, { state: 'sending' })
    takeIn(mugs.catalogue, [fromStore(1, { price: 15, media: { images: moved } })])
    expect(history().filter(({ source }) => source === 'pull')).toEqual([])
  })

  it('can be put back', () => {
    takeIn(mugs.catalogue, [fromStore(1, { price: 12, ...both })])
    const [entry] = history()
    mugs.changes.revert(entry!.changeSetId, { changeIds: [entry!.id] })
    expect(mugs.openOf(mug)).toMatchObject([{ field: 'price', before: 12, after: 10 }])
    expect(history().find(({ id }) => id === entry!.id)?.canPutBack).toBe(false)
  })

  it('is never what Undo takes back', async () => {
    mugs.apply({ kind: 'update', productId: mug, fields: { price: 15 } })
    takeIn(mugs.catalogue, [fromStore(1, { price: 12, ...both })])
    expect(await lastUndoable(mugs.catalogue)).toMatchObject({ source: 'form' })
  })

  it('includes a deletion, from which the product can be made anew', () => {
    takeOut(mugs.catalogue, [1], 5000)
    expect(mugs.catalogue.products.get(mug)).toBeUndefined()
    const [set] = listChangeSets(mugs.catalogue, { filter: 'store', offset: 0, limit: 10 }).sets
    expect(set).toMatchObject({ createdAt: 5000, canRevert: true })
    const { productIds } = mugs.changes.revert(set!.id)
    expect(mugs.catalogue.products.row(productIds[0]!)).toMatchObject({ name: 'Mug 1', state: 'waiting' })
  })
})

describe('a product deleted in the store while it was edited here', () => {
  const detail = () => mugs.openOf(mug).map(({ state, field, after }) => ({ state, field, after }))

  it('stays with what was typed, saved or not', () => {
    mugs.apply({ kind: 'update', productId: mug, fields: { price: 15 } })
    const base = { name: 'Mug 1' } as never
    mugs.catalogue.drafts.put(mug, { base, patch: { name: 'Typed' }, unparsed: {}, savedAt: 1 } as never)
    takeOut(mugs.catalogue, [1], 5000)
    expect(detail()).toContainEqual({ state: 'refused', field: 'price', after: 15 })
    expect(takeOut(mugs.catalogue, [1], 6000)).toEqual([])
  })

  it('is made anew from what is here', () => {
    mugs.apply({ kind: 'update', productId: mug, fields: { price: 15, name: 'Typed' } })
    takeOut(mugs.catalogue, [1], 5000)
    const current = remoteProductSchema.parse({ ...mugs.catalogue.products.get(mug)!.remote, price: 15, name: 'Typed' })
    const draft = { base: {}, patch: { subtitle: 'Unsaved' }, unparsed: {}, savedAt: 1, variations: {} }
    mugs.catalogue.drafts.put(mug, draft as never)
    const { productIds } = mugs.changes.makeAnew(mug, current)
    expect(productIds).toEqual([mug])
    expect(mugs.catalogue.products.row(mug)).toMatchObject({
      name: 'Typed',
      price: 15,
      state: 'waiting',
      ecwidId: null,
    })
    expect(mugs.catalogue.drafts.get(mug)).toMatchObject({ patch: { subtitle: 'Unsaved' } })
    expect(mugs.openOf(mug).map(({ verb }) => verb)).toEqual(['create', 'add', 'add'])
  })

  it('is made anew once: there is nothing left to put back then, from the history or a snapshot', async () => {
    const snapshots = openSnapshots(mugs.catalogue)
    await snapshots.take({ code: 'by-hand' })
    mugs.apply({ kind: 'update', productId: mug, fields: { name: 'Typed' } })
    takeOut(mugs.catalogue, [1], 5000)
    const [deletion] = listChangeSets(mugs.catalogue, { filter: 'store', offset: 0, limit: 10 }).sets
    mugs.changes.makeAnew(mug, currentProduct(mugs.catalogue, mug)!)
    expect(mugs.changes.revert(deletion!.id).productIds).toEqual([])
    const asked = { snapshotId: snapshots.all().list[0]!.id, offset: 0, limit: 10 }
    expect((await snapshots.compare(asked)).things).toMatchObject([{ id: mug, became: 'changed' }])
    await snapshots.stop()
  })

  it('is not put back beside itself, which says what to do first; once it was let go of it is', async () => {
    mugs.apply({ kind: 'update', productId: mug, fields: { name: 'Typed' } })
    takeOut(mugs.catalogue, [1], 5000)
    const [deletion] = listChangeSets(mugs.catalogue, { filter: 'store', offset: 0, limit: 10 }).sets
    const back = { changeSetId: deletion!.id, offset: 0, limit: 10 }
    expect(previewRevert(mugs.catalogue, back)).toMatchObject([
      { standing: 'stuck', reason: { says: 'here-with-edits' } },
    ])
    expect(mugs.changes.revert(deletion!.id).productIds).toEqual([])
    mugs.changes.letGo(mug)
    expect(previewRevert(mugs.catalogue, back)).toMatchObject([{ standing: 'clean' }])
    expect(mugs.changes.revert(deletion!.id).productIds).toEqual([mug])
    expect(mugs.catalogue.products.row(mug)).toMatchObject({ name: 'Mug 1', state: 'waiting' })
  })

  it('or is let go, and its text stays in the history', () => {
    mugs.apply({ kind: 'update', productId: mug, fields: { name: 'Typed' } })
    takeOut(mugs.catalogue, [1], 5000)
    mugs.changes.letGo(mug)
    expect(mugs.catalogue.products.get(mug)).toBeUndefined()
    const all = listChangeSets(mugs.catalogue, { filter: 'all', offset: 0, limit: 10 }).sets
    expect(all.flatMap((set) => set.changes)).toContainEqual(
      expect.objectContaining({ after: 'Typed', state: 'taken-back' }),
    )
  })

  it('and deleted here too is simply gone', () => {
    mugs.apply({ kind: 'delete', productId: mug })
    takeOut(mugs.catalogue, [1], 5000)
    expect(mugs.openOf(mug)).toEqual([])
    expect(mugs.catalogue.products.get(mug)).toBeUndefined()
  })
})
