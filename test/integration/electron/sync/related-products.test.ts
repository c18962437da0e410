import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import { listChangeSets, listConflicts, productHistory } from '../../../../electron/changes/views'
import { matrixFaults } from '../../../support/matrix-faults'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  await synced.pull()
})
afterEach(() => synced.close())

const rows = () => synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows
const at = (place: number) => rows()[place]!
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const save = (productId: number, fields: ProductPatch) => apply({ kind: 'update', productId, fields })
const entries = (...ids: number[]) => ids.map((productId) => ({ productId }))
type Related = { productIds: number[]; relatedCategory: object }
const related = async (ecwidId: number) => (await synced.remote(ecwidId))['relatedProducts'] as Related
const shown = (id: number) => synced.session.product(id).fields.relatedProducts.map(({ productId }) => productId)
const change = (ecwidId: number, body: object) => synced.control('POST', `/products/${ecwidId}`, body)

/** A product with none of its own to begin with. */
async function blank(place: number): Promise<{ id: number; ecwidId: number }> {
  const { id, ecwidId } = at(place)
  await change(ecwidId!, { relatedProducts: { productIds: [] } })
  await synced.pull()
  return { id, ecwidId: ecwidId! }
}
const ecwidIds = (...places: number[]) => places.map((place) => at(place).ecwidId!)

describe('related products', () => {
  it('are sent in their order, in one request, and what the store has beside them stays', async () => {
    const { id, ecwidId } = await blank(0)
    const [a, b, c] = ecwidIds(1, 2, 3)
    const before = await related(ecwidId)
    save(id, { relatedProducts: entries(c!, a!, b!) })
    await synced.settled()
    expect(await related(ecwidId)).toEqual({ ...before, productIds: [c, a, b] })
    save(id, { relatedCategory: { enabled: true, categoryId: at(0).id && 0, productCount: 3 } })
    await synced.settled()
    expect(await related(ecwidId)).toEqual({
      productIds: [c, a, b],
      relatedCategory: { enabled: true, categoryId: 0, productCount: 3 },
    })
  })

  it('join with what others chose and took away meanwhile, and two orders are a question', async () => {
    const { id, ecwidId } = await blank(0)
    const [a, b, c, d] = ecwidIds(1, 2, 3, 4)
    save(id, { relatedProducts: entries(a!, b!) })
    await synced.settled()
    synced.session.changes.holdAll(true)
    save(id, { relatedProducts: entries(a!, b!, c!) })
    await change(ecwidId, { relatedProducts: { productIds: [b, d] } })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect((await related(ecwidId)).productIds.toSorted()).toEqual([b, c, d].toSorted())

    const now = (await related(ecwidId)).productIds
    synced.session.changes.holdAll(true)
    save(id, { relatedProducts: entries(...now.toReversed()) })
    await change(ecwidId, { relatedProducts: { productIds: [now[1], now[0], now[2]] } })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(listConflicts(synced.catalogue, { offset: 0, limit: 9 }).conflicts).toMatchObject([
      { field: 'relatedProducts' },
    ])
  })

  it('go back by an undo, and are told in the history', async () => {
    const { id, ecwidId } = await blank(0)
    const [a] = ecwidIds(1)
    const { changeSetId } = save(id, { relatedProducts: entries(a!) })
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect((await related(ecwidId)).productIds).toEqual([])
    const { entries: told } = productHistory(synced.catalogue, { productId: id, offset: 0, limit: 9 })
    expect(told.slice(0, 2).map(({ field }) => field)).toEqual(['relatedProducts', 'relatedProducts'])
  })
})

describe('a product that is made here', () => {
  const make = (name: string, fields: ProductPatch = {}) =>
    apply({ kind: 'create', fields: { name, ...fields } }).productIds[0]!
  const madeIn = async (id: number) => synced.catalogue.products.ecwidIdOf(id)!

  it.each(matrixFaults.filter(({ body, stopsEverything }) => body && !stopsEverything))(
    'is named before it is in the store, and what names it follows, after $name',
    async ({ body }) => {
      const { id, ecwidId } = await blank(0)
      const [a] = ecwidIds(1)
      synced.session.changes.holdAll(true)
      const made = make('Made here')
      save(id, { relatedProducts: entries(a!, -made), price: 77 })
      expect(shown(id)).toEqual([a, -made])
      const waits = listChangeSets(synced.catalogue, { filter: 'queue', productId: id, offset: 0, limit: 9 })
      expect(waits.sets[0]?.changes.find(({ field }) => field === 'relatedProducts')?.reason).toBe(
        'Waits for a product that is not in the store yet.',
      )
      await synced.control('POST', '/faults', { ...body, times: 1, match: { method: 'POST', path: '/products$' } })
      synced.session.changes.holdAll(false)
      await synced.settled()
      expect((await related(ecwidId)).productIds).toEqual([a, await madeIn(made)])
      expect(shown(id)).toEqual([a, await madeIn(made)])
      expect((await synced.remote(ecwidId))['price']).toBe(77)
    },
  )

  it('names another one that is made here and names it: each is made, then both follow', async () => {
    synced.session.changes.holdAll(true)
    const one = make('One')
    const other = make('Other', { relatedProducts: entries(-one) })
    save(one, { relatedProducts: entries(-other) })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect((await related(await madeIn(one))).productIds).toEqual([await madeIn(other)])
    expect((await related(await madeIn(other))).productIds).toEqual([await madeIn(one)])
  })

  it('and is not made after all is named by nothing', async () => {
    const { id, ecwidId } = await blank(0)
    const [a] = ecwidIds(1)
    synced.session.changes.holdAll(true)
    const { changeSetId, productIds } = apply({ kind: 'create', fields: { name: 'Let go' } })
    save(id, { relatedProducts: entries(-productIds[0]!, a!) })
    synced.session.changes.revert(changeSetId!)
    expect(shown(id)).toEqual([a])
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect((await related(ecwidId)).productIds).toEqual([a])
  })
})

describe('the names of products', () => {
  it('are told for those that are here, by whichever id names them', () => {
    synced.session.changes.holdAll(true)
    const made = apply({ kind: 'create', fields: { name: 'Made here' } }).productIds[0]!
    const { id, ecwidId, name, sku } = at(3)
    expect(synced.session.reads.named([ecwidId!, -made, 987_654])).toMatchObject([
      { reference: ecwidId, id, name, sku },
      { reference: -made, id: made, name: 'Made here' },
    ])
  })
})
