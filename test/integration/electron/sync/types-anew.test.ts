import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { sentenceText } from '../../../../electron/shared/words/sentence'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Attribute = { id?: number; name: string; type: string; show: string }
type Stored = { id: number; name: string; attributes: (Attribute & { id: number })[] }

let synced: SyncedStore
let bench: ShelfBench
let kites: Stored
let red: number, blue: number
const span = { name: 'Span', type: 'CUSTOM', show: 'DESCR' }
const tail = { name: 'Tail', type: 'COLOR', show: 'NOTSHOW' }

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  const { id } = await bench.ask<{ id: number }>('POST', '/classes', { name: 'Kites', attributes: [span, tail] })
  kites = await stored(id)
  await synced.pull()
  ;[red, blue] = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 2).rows.map((row) => row.ecwidId!) as [number, number]
  await bench.ask('PUT', `/products/${red}`, { productClassId: id, attributes: values({ Span: '2 m', Tail: 'red' }) })
  await bench.ask('PUT', `/products/${blue}`, { productClassId: id, attributes: values({ Span: '3 m' }) })
  await synced.pull()
})
afterEach(() => synced.close())

/** Faults leave these reads alone: they are known by their query. */
const stored = (id: number) => bench.ask<Stored>('GET', `/classes/${id}?asTest=1`)
const named = async (name: string) =>
  (await bench.ask<Stored[]>('GET', '/classes?asTest=1')).filter((each) => each.name === name)
const idOf = (name: string) => kites.attributes.find((each) => each.name === name)!.id
const values = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, value]) => ({ id: idOf(name), value }))
const apply = (...operations: Operation[]) => bench.apply(...operations).changeSetId!
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}
const undo = (setId: number) => synced.session.changes.revert(setId)
const said = (setId: number) =>
  synced.session.reads
    .previewRevert({ changeSetId: setId, offset: 0, limit: 10 })
    .flatMap(({ along }) => along.map(sentenceText))

/** Of the product in the store: its type, and its values by their names. */
async function inStore(id: number) {
  const { productClassId, attributes } = (await synced.remote(id)) as {
    productClassId: number
    attributes: { name: string; value: string }[]
  }
  const named = attributes.map(({ name, value }) => [name, value] as const)
  return { productClassId, values: Object.fromEntries(named.filter(([name]) => ['Span', 'Tail'].includes(name))) }
}
const shown = (id: number) => {
  const { productClassId, attributes } = synced.session.product(synced.catalogue.products.findByEcwidId(id)!).fields
  return { productClassId, values: attributes }
}

describe('a product type that was deleted and comes back by an undo', () => {
  it('has its products again, with their values', async () => {
    const setId = apply({ kind: 'type.delete', typeId: kites.id })
    await sent()
    expect(await inStore(red)).toEqual({ productClassId: 0, values: {} })
    expect(shown(red).productClassId).toBe(0)
    expect(said(setId)).toEqual(['2 products are of this type again, with 3 values.'])
    undo(setId)
    await sent()
    const [{ id }] = (await named('Kites')) as [Stored]
    expect(await inStore(red)).toEqual({ productClassId: id, values: { Span: '2 m', Tail: 'red' } })
    expect(await inStore(blue)).toEqual({ productClassId: id, values: { Span: '3 m' } })
    expect(Object.values(shown(red).values)).toEqual(expect.arrayContaining(['2 m', 'red']))
    expect(bench.allOpen()).toEqual([])
  })

  it('has them after a start in between, and once each though answers are lost', async () => {
    const setId = apply({ kind: 'type.delete', typeId: kites.id })
    await sent()
    bench.hold(true)
    undo(setId)
    synced.restart()
    await synced.control('POST', '/faults', {
      kind: 'drop-after',
      times: 1,
      match: { method: 'POST', path: '/classes' },
    })
    await synced.control('POST', '/faults', {
      kind: 'drop-after',
      times: 1,
      match: { method: 'PUT', path: '/products' },
    })
    synced.session.changes.holdAll(false)
    await sent()
    const [{ id }] = (await named('Kites')) as [Stored]
    expect(await inStore(red)).toEqual({ productClassId: id, values: { Span: '2 m', Tail: 'red' } })
    expect(synced.catalogue.changes.allOpen(10)).toEqual([])
  })

  it('has a product again that was deleted before it and came back first', async () => {
    const { id, name } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
    const product = apply({ kind: 'delete', productId: id })
    await sent()
    const type = apply({ kind: 'type.delete', typeId: kites.id })
    await sent()
    undo(product)
    await sent()
    undo(type)
    await sent()
    const [made] = (await named('Kites')) as [Stored]
    const again = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows.find((row) => row.name === name)!
    expect(await inStore(again.ecwidId!)).toEqual({ productClassId: made.id, values: { Span: '2 m', Tail: 'red' } })
    expect(bench.allOpen()).toEqual([])
  })

  it('leaves a product of another type as it is, which is said beforehand', async () => {
    const other = (await bench.ask<{ id: number }>('POST', '/classes', { name: 'Boats', attributes: [] })).id
    const setId = apply({ kind: 'type.delete', typeId: kites.id })
    await sent()
    await bench.ask('PUT', `/products/${blue}`, { productClassId: other })
    await synced.pull()
    expect(said(setId)).toEqual([
      '1 product is of this type again, with 2 values.',
      '1 product is of another type by now and stays so.',
    ])
    undo(setId)
    await sent()
    expect((await inStore(blue)).productClassId).toBe(other)
  })

  it('goes again by a redo, and comes back with the values by one more undo', async () => {
    const setId = apply({ kind: 'type.delete', typeId: kites.id })
    await sent()
    const { changeSetId: back } = undo(setId)
    await sent()
    const { changeSetId: again } = synced.session.changes.redo({ setId, revertSetId: back })
    await sent()
    expect(await named('Kites')).toEqual([])
    undo(again!)
    await sent()
    expect((await inStore(red)).values).toEqual({ Span: '2 m', Tail: 'red' })
    expect(bench.allOpen()).toEqual([])
  })
})

describe('an attribute that was removed and comes back by an undo', () => {
  it('has the values of its products again', async () => {
    const setId = apply({ kind: 'type.update', typeId: kites.id, fields: { attributes: [kites.attributes[1]!] } })
    await sent()
    expect((await inStore(red)).values).toEqual({ Tail: 'red' })
    expect(said(setId)).toEqual(['2 values of 2 products come back.'])
    undo(setId)
    await sent()
    expect((await stored(kites.id)).attributes.map(({ name }) => name)).toEqual(['Span', 'Tail'])
    expect((await inStore(red)).values).toEqual({ Span: '2 m', Tail: 'red' })
    expect((await inStore(blue)).values).toEqual({ Span: '3 m' })
    expect(bench.allOpen()).toEqual([])
  })

  it('is nobody else’s doing', async () => {
    const setId = apply({ kind: 'type.update', typeId: kites.id, fields: { attributes: [] } })
    await sent()
    await synced.pull()
    undo(setId)
    await sent()
    await synced.pull()
    const { sets } = synced.catalogue.changes.list('store', undefined, 0, 20)
    const news = sets.flatMap(({ id }) => synced.catalogue.changes.ofSet(id))
    expect(news.map(({ before }) => JSON.stringify(before)).filter((text) => text.includes('2 m'))).toEqual([])
  })
})
