import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listChangeSets, listConflicts, productHistory } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { toDelete } from '../../../../electron/shared/change-address'

let synced: SyncedStore
let mug: number
let ecwidId: number
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  mug = synced.findBySku('MUG-01')
  ecwidId = synced.catalogue.products.get(mug)!.ecwidId!
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const byOthers = () => listChangeSets(synced.catalogue, { filter: 'store', offset: 0, limit: 100 }).sets
const history = () => productHistory(synced.catalogue, { productId: mug, offset: 0, limit: 100 }).entries
const change = (body: object) => synced.control('POST', `/products/${ecwidId}`, body)

describe('what others changed', () => {
  it('is never what was only changed from here', async () => {
    const { hash } = await synced.staging.stageBytes('a.png', await onePixel())
    const add = { kind: 'picture.add', source: { hash }, role: 'gallery', fileName: 'a.png', alt: 'Side' } as const
    apply(
      { kind: 'update', productId: mug, fields: { name: 'Beaker', price: 99, quantity: 3 } },
      { ...add, productId: mug },
    )
    apply({ kind: 'create', fields: { name: 'Candle', price: 3 } }, { ...add, productId: null })
    await synced.settled()
    await synced.pull()
    await synced.pull()
    expect(byOthers()).toEqual([])
    expect(history().map(({ source }) => source)).not.toContain('pull')
  })

  it('is recorded once, whether a pull or a push meets it first', async () => {
    await change({ price: 21 })
    apply({ kind: 'update', productId: mug, fields: { subtitle: 'Mine' } })
    await synced.settled()
    await synced.pull()
    await change({ price: 22 })
    await synced.pull()
    const prices = history().filter(({ field, source }) => field === 'price' && source === 'pull')
    expect(prices.map(({ before, after }) => [before, after])).toEqual([
      [21, 22],
      [14.5, 21],
    ])
  })
})

describe('a queue that is held', () => {
  it('sends nothing until it is let go, also after a restart', async () => {
    synced.session.changes.holdAll(true)
    apply({ kind: 'update', productId: mug, fields: { price: 99 } })
    synced.restart()
    expect(synced.session.summary()).toMatchObject({ waiting: 1, holdAll: true })
    expect(await synced.remote(ecwidId)).toMatchObject({ price: 14.5 })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(await synced.remote(ecwidId)).toMatchObject({ price: 99 })
  })

  it('as one set keeps back what follows it for the same product, and sends both as one when released', async () => {
    synced.session.changes.holdAll(true)
    const { changeSetId } = apply({ kind: 'update', productId: mug, fields: { price: 98 } })
    synced.session.changes.hold(changeSetId!, true)
    apply({ kind: 'update', productId: mug, fields: { price: 99 } })
    synced.session.changes.holdAll(false)
    expect(synced.catalogue.changes.dueAt(Date.now(), { quick: true, limit: 10 })).toEqual([])
    synced.session.changes.hold(changeSetId!, false)
    await synced.settled()
    expect(await synced.remote(ecwidId)).toMatchObject({ price: 99 })
    expect(synced.session.summary()).toMatchObject({ waiting: 0, conflict: 0 })
  })
})

describe('a delete', () => {
  it('of a product that somebody edited since asks first, and then does as told', async () => {
    apply({ kind: 'delete', productId: mug })
    await change({ price: 21, quantity: 1 })
    await synced.settled()
    const { conflicts } = listConflicts(synced.catalogue, { offset: 0, limit: 10 })
    expect(conflicts).toMatchObject([{ ...toDelete, theirs: [{ field: 'price', before: 14.5, after: 21 }] }])
    expect(await synced.remote(ecwidId)).toMatchObject({ price: 21 })
    synced.session.changes.resolve([conflicts[0]!.id], { take: 'mine' })
    await synced.settled()
    expect(await synced.remote(ecwidId)).toMatchObject({ errorMessage: expect.any(String) as string })
  })

  it('of a product of which one was sold meanwhile is no question', async () => {
    apply({ kind: 'delete', productId: mug })
    await synced.control('POST', '/sell', { id: ecwidId, quantity: 1 })
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ conflict: 0, waiting: 0 })
    expect(synced.catalogue.products.get(mug)).toBeUndefined()
  })
})

async function onePixel(): Promise<Uint8Array> {
  const { PNG } = await import('pngjs')
  return new Uint8Array(PNG.sync.write(new PNG({ width: 60, height: 60, fill: true })))
}
