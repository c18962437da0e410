import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { matrixFaults } from '../../../support/matrix-faults'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Attribute = { id?: number; name: string; type: string; show: string }
type Stored = { id: number; name: string; attributes: Attribute[] }

let synced: SyncedStore
let bench: ShelfBench
let kites: Stored
let productId: number
const span = { name: 'Span', type: 'CUSTOM', show: 'DESCR' }
const tail = { name: 'Tail', type: 'COLOR', show: 'NOTSHOW' }

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  const { id } = await bench.ask<{ id: number }>('POST', '/classes', { name: 'Kites', attributes: [span, tail] })
  kites = await stored(id)
  await synced.pull()
  productId = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!.id
})
afterEach(() => synced.close())

/** Faults leave these reads alone: they are known by their query. */
const stored = (id: number) => bench.ask<Stored>('GET', `/classes/${id}?asTest=1`)
const named = async (name: string) =>
  (await bench.ask<Stored[]>('GET', '/classes?asTest=1')).filter((each) => each.name === name)
const shown = (name: string) => synced.session.snapshot().productTypes.find((each) => each.name === name)
const update = (fields: Extract<Operation, { kind: 'type.update' }>['fields'], typeId = kites.id) =>
  bench.apply({ kind: 'type.update', typeId, fields })
const idOf = (name: string) => kites.attributes.find((each) => each.name === name)!.id!
const edit = (fields: Extract<Operation, { kind: 'update' }>['fields']) =>
  bench.apply({ kind: 'update', productId, fields })
const product = () => synced.session.product(productId).fields
const inStore = async () => synced.remote(synced.catalogue.products.ecwidIdOf(productId)!)

describe('a product type', () => {
  it('is made here with attributes, without a network, and sent once', async () => {
    bench.hold(true)
    const typeId = bench.apply({ kind: 'type.create', name: ' Boats ' }).productIds[0]!
    update({ attributes: [span] }, typeId)
    update({ name: 'Ships', attributes: [tail, span] }, typeId)
    expect(shown('Ships')).toMatchObject({ id: typeId })
    bench.hold(false)
    await synced.settled()
    expect((await named('Ships')).map(({ attributes }) => attributes)).toMatchObject([[tail, span]])
    expect(shown('Ships')).toMatchObject({ madeAs: typeId, attributes: [{ name: 'Tail' }, { name: 'Span' }] })
    expect(shown('Kites')).not.toHaveProperty('madeAs')
  })

  it('keeps an attribute that is renamed or moved, with its values', async () => {
    edit({ productClassId: kites.id, attributes: { [idOf('Span')]: '2 m' } })
    await synced.settled()
    const [first, second] = kites.attributes
    update({ attributes: [second!, { ...first!, name: 'Width' }, { name: 'String', type: 'CUSTOM', show: 'DESCR' }] })
    await synced.settled()
    const { attributes } = await stored(kites.id)
    expect(attributes.map(({ id, name }) => [id, name])).toEqual([
      [second!.id, 'Tail'],
      [first!.id, 'Width'],
      [expect.any(Number), 'String'],
    ])
    // Known by the id the store gave, at once.
    expect(shown('Kites')?.attributes.at(-1)).toMatchObject({ id: attributes[2]!.id, name: 'String' })
    expect((await inStore())['attributes']).toMatchObject([{ value: '2 m' }])
  })

  it('takes what two people add to it, and asks where both rename the same', async () => {
    bench.hold(true)
    update({ attributes: [...kites.attributes, { name: 'Mine', type: 'CUSTOM', show: 'DESCR' }] })
    const theirs = [...kites.attributes, { name: 'Theirs', type: 'CUSTOM', show: 'DESCR' }]
    await bench.ask('PUT', `/classes/${kites.id}`, { name: 'Kites', attributes: theirs })
    bench.hold(false)
    await synced.settled()
    const names = (await stored(kites.id)).attributes.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['Mine', 'Span', 'Tail', 'Theirs'])
    bench.hold(true)
    const now = (await stored(kites.id)).attributes
    const renamed = (to: string) => now.map((each) => (each.name === 'Span' ? { ...each, name: to } : each))
    update({ attributes: renamed('Mine too') })
    await bench.ask('PUT', `/classes/${kites.id}`, { name: 'Kites', attributes: renamed('Theirs too') })
    bench.hold(false)
    await synced.settled()
    const [asked] = bench.allOpen()
    expect(asked).toMatchObject({ field: 'attributes', state: 'conflict' })
    synced.session.changes.resolve([asked!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    const after = (await stored(kites.id)).attributes
    expect(after.find(({ id }) => id === idOf('Span'))?.name).toBe('Mine too')
    expect(after).toHaveLength(4)
  })

  it('is asked about under the names that its attributes were given meanwhile', async () => {
    const called = (list: readonly Attribute[], name: string, to: string) =>
      list.map((each) => (each.name === name ? { ...each, name: to } : each))
    bench.hold(true)
    update({ attributes: called(kites.attributes, 'Span', 'Mine') })
    await bench.ask('PUT', `/classes/${kites.id}`, {
      name: 'Kites',
      attributes: called(kites.attributes, 'Span', 'Theirs'),
    })
    bench.hold(false)
    await synced.settled()
    const [asked] = bench.allOpen()
    expect(asked).toMatchObject({ field: 'attributes', state: 'conflict' })
    update({ attributes: called(shown('Kites')!.attributes as Attribute[], 'Tail', 'Streamer') })
    await synced.settled()
    expect(bench.allOpen()).toMatchObject([{ id: asked!.id }])
    expect((await stored(kites.id)).attributes.map(({ name }) => name)).toEqual(['Theirs', 'Streamer'])
    synced.session.changes.resolve([asked!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(bench.allOpen()).toEqual([])
    const after = (await stored(kites.id)).attributes
    expect(after.map(({ id, name }) => [id, name])).toEqual([
      [idOf('Span'), 'Mine'],
      [idOf('Tail'), 'Streamer'],
    ])
  })

  it('tells how many products are of it, and have values that would go, with what waits', async () => {
    bench.hold(true)
    edit({ productClassId: kites.id, attributes: { [idOf('Span')]: '2 m' } })
    expect(await synced.session.reads.typeTally(kites.id)).toEqual({
      products: 1,
      values: { [idOf('Span')]: 1, [idOf('Tail')]: 0 },
    })
  })

  it('has a name that no other has', () => {
    expect(() => bench.apply({ kind: 'type.create', name: 'Kites ' })).toThrow(
      'There is a product type “Kites” already.',
    )
    expect(() => bench.apply({ kind: 'type.create', name: ' ' })).toThrow('Give the product type a name.')
    expect(() => bench.apply({ kind: 'type.delete', typeId: 0 })).toThrow('belongs to every store')
  })

  it('that is deleted leaves its products to the General one, and comes back by an undo', async () => {
    edit({ productClassId: kites.id })
    await synced.settled()
    const { changeSetId } = bench.apply({ kind: 'type.delete', typeId: kites.id })
    expect(shown('Kites')).toBeUndefined()
    synced.skip(10_000)
    await synced.settled()
    expect(await named('Kites')).toEqual([])
    expect((await inStore())['productClassId']).toBe(0)
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect((await named('Kites'))[0]).toMatchObject({ attributes: [span, tail] })
  })

  it.each(matrixFaults.filter(({ body, stopsEverything }) => body && !stopsEverything))(
    'has each attribute once after $name',
    async ({ body }) => {
      await synced.control('POST', '/faults', { ...body, times: 1, match: { method: 'PUT', path: '/classes' } })
      update({ attributes: [...kites.attributes, { name: 'String', type: 'CUSTOM', show: 'DESCR' }] })
      await synced.settled()
      await synced.control('DELETE', '/faults')
      expect((await stored(kites.id)).attributes.map(({ name }) => name)).toEqual(['Span', 'Tail', 'String'])
      expect(bench.allOpen()).toEqual([])
    },
  )
})

describe('a product whose type is changed', () => {
  it('goes after the type that is made here, which it names from then on', async () => {
    bench.hold(true)
    const typeId = bench.apply({ kind: 'type.create', name: 'Boats' }).productIds[0]!
    edit({ productClassId: typeId })
    const made = bench.apply({ kind: 'create', fields: { name: 'Made in it', price: 5, productClassId: typeId } })
    expect(product().productClassId).toBe(typeId)
    bench.hold(false)
    await synced.settled()
    const [boats] = await named('Boats')
    expect((await inStore())['productClassId']).toBe(boats!.id)
    expect(synced.session.product(made.productIds[0]!).fields.productClassId).toBe(boats!.id)
    expect(bench.allOpen()).toEqual([])
  })

  it('keeps in its history the values that go with the old type, and an undo brings them back', async () => {
    edit({ productClassId: kites.id, attributes: { ...product().attributes, [idOf('Span')]: '2 m' } })
    await synced.settled()
    const before = product().attributes
    const { changeSetId } = edit({ productClassId: 0 })
    expect(product().attributes[idOf('Span')]).toBeUndefined()
    await synced.settled()
    expect(bench.allOpen()).toEqual([])
    const gone = synced.catalogue.changes.ofSet(changeSetId!).find(({ field }) => field === 'attributes')
    expect(gone).toMatchObject({ state: 'sent', before })
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(product()).toMatchObject({ productClassId: kites.id, attributes: before })
    expect((await inStore())['attributes']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: idOf('Span'), value: '2 m' })]),
    )
  })
})

describe('the names of attributes in other languages', () => {
  const type = () => synced.session.reads.shelf({ thing: 'productType', id: kites.id })
  const inForm = () => type().fields['attributes'] as { name: string; nameTranslated?: object }[]
  const inMap = async () =>
    (await stored(kites.id)).attributes.map((each) => ({ ...each }) as { name: string; nameTranslated?: object })

  beforeEach(async () => {
    await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
    await synced.pull()
  })

  it('are sent with all others of their map, also of one that is renamed and of one that is new', async () => {
    const [first, second] = kites.attributes
    update({ attributes: [{ ...first!, nameTranslated: { de: 'Spannweite' } }, second!] })
    expect(inForm()).toMatchObject([{ name: 'Span', nameTranslated: { de: 'Spannweite' } }, { name: 'Tail' }])
    await synced.settled()
    expect(await inMap()).toMatchObject([{ nameTranslated: { en: 'Span', de: 'Spannweite' } }, { name: 'Tail' }])
    expect(inForm()).toMatchObject([{ nameTranslated: { de: 'Spannweite' } }, {}])
    update({
      attributes: [
        { ...first!, name: 'Width', nameTranslated: { de: 'Breite', fr: 'Largeur' } },
        second!,
        { name: 'String', type: 'CUSTOM', show: 'DESCR', nameTranslated: { de: 'Schnur' } },
      ],
    })
    await synced.settled()
    expect(await inMap()).toMatchObject([
      { name: 'Width', nameTranslated: { en: 'Width', de: 'Breite', fr: 'Largeur' } },
      { name: 'Tail' },
      { name: 'String', nameTranslated: { en: 'String', de: 'Schnur' } },
    ])
    expect(synced.session.summary()).toMatchObject({ waiting: 0, refused: 0, conflict: 0 })
  })

  it('of two people in two languages are both kept, and an undo brings the former ones back', async () => {
    bench.hold(true)
    const [first, second] = kites.attributes
    const { changeSetId } = update({ attributes: [{ ...first!, nameTranslated: { de: 'Spannweite' } }, second!] })
    const theirs = { ...first!, nameTranslated: { en: 'Span', fr: 'Envergure' } }
    await bench.ask('PUT', `/classes/${kites.id}`, { attributes: [theirs, second] })
    bench.hold(false)
    await synced.settled()
    expect((await inMap())[0]?.nameTranslated).toMatchObject({ de: 'Spannweite', fr: 'Envergure' })
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect((await inMap())[0]?.nameTranslated).toMatchObject({ de: '', fr: 'Envergure' })
    expect(inForm()[0]?.nameTranslated).toEqual({ fr: 'Envergure' })
  })
})
