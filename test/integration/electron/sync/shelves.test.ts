import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeState, Operation } from '../../../../electron/shared/change'
import type { ShelfThing } from '../../../../electron/shared/fields/shelf-fields'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Json = Record<string, unknown> & { id: number }

let synced: SyncedStore
let bench: ShelfBench
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 })
  bench = createShelfBench(synced)
  await synced.pull()
})
afterEach(() => synced.close())

const ask = <T>(method: string, path: string, body?: object): Promise<T> => bench.ask<T>(method, path, body)
const categoriesNamed = async (name: string): Promise<Json[]> => {
  const { items } = await ask<{ items: Json[] }>('GET', '/categories?hidden_categories=true&productIds=true&limit=100')
  return items.filter((each) => each['name'] === name)
}
const typesNamed = async (name: string) =>
  (await ask<Json[]>('GET', '/classes')).filter((each) => each['name'] === name)

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'add-category', category: 'Mugs' }, operations })
const create = (name = 'Mugs', parentId = 0) => apply({ kind: 'category.create', name, parentId }).productIds[0]!

/** An edit of a category or type, by its Ecwid id. */
const edit = (thing: ShelfThing, ecwidId: number, deed: Parameters<ShelfBench['edit']>[2]) =>
  bench.edit(thing, synced.catalogue.shelves.findByEcwidId(thing, ecwidId)!, deed)

const rename = ({ id, name }: Json, after: string) =>
  edit('category', id, { field: 'name', verb: 'set', before: name, after })
const stateOf = (changeId: number): ChangeState | undefined => synced.catalogue.changes.get(changeId)?.state
const shown = (name: string) => bench.shown(name)
const firstCategory = async () => (await ask<{ items: Json[] }>('GET', '/categories?limit=1')).items[0]!
const product = () => synced.catalogue.search({}, 0, 1).rows[0]!

describe('a category that is made here', () => {
  it('is in the tree at once, and in the store once it was sent', async () => {
    const id = create()
    expect(shown('Mugs')).toMatchObject([{ id, parentId: 0, enabled: true }])
    await synced.settled()
    const [made] = await categoriesNamed('Mugs')
    expect(shown('Mugs')).toMatchObject([{ id: made!.id, parentId: 0, madeAs: id }])
    await synced.pull()
    expect(shown('Mugs')).toHaveLength(1)
    expect(synced.catalogue.changes.counts()).toEqual({})
  })

  it('is made once, whatever becomes of the answer', async () => {
    await synced.control('POST', '/faults', {
      kind: 'drop-after',
      times: 1,
      match: { method: 'POST', path: '/categories' },
    })
    create()
    await synced.settled()
    expect(await categoriesNamed('Mugs')).toHaveLength(1)
    await synced.pull()
    expect(shown('Mugs')).toHaveLength(1)
  })

  it('goes before the product that is in it, and the product names it by the id the store gave', async () => {
    synced.session.changes.holdAll(true)
    const id = create()
    const row = product()
    const before = (await synced.remote(row.ecwidId!))['categoryIds'] as number[]
    apply({ kind: 'update', productId: row.id, fields: { categoryIds: [...before, id] } })
    expect(synced.catalogue.search({ categoryIds: [id] }, 0, 10).rows.map((each) => each.id)).toEqual([row.id])
    expect(synced.session.reads.categoryCounts()[id]).toBe(1)
    synced.session.changes.holdAll(false)
    await synced.settled()
    const [made] = await categoriesNamed('Mugs')
    expect((await synced.remote(row.ecwidId!))['categoryIds']).toEqual([...before, made!.id])
    expect(synced.catalogue.search({ categoryIds: [made!.id] }, 0, 10).rows.map((each) => each.id)).toEqual([row.id])
    expect(synced.session.reads.history({ productId: row.id, offset: 0, limit: 1 }).entries[0]?.after).toEqual([
      ...before,
      made!.id,
    ])
    expect(synced.catalogue.changes.counts()).toEqual({})
  })

  it('goes before a product that is made in it, and before a category below it', async () => {
    synced.session.changes.holdAll(true)
    const id = create()
    create('Large', id)
    apply({ kind: 'create', fields: { name: 'New mug', price: 5, categoryIds: [id] } })
    synced.restart()
    synced.session.changes.holdAll(false)
    await synced.settled()
    const [[mugs], [large]] = [await categoriesNamed('Mugs'), await categoriesNamed('Large')]
    expect(large).toMatchObject({ parentId: mugs!.id })
    const [made] = synced.catalogue.search({ text: 'New mug' }, 0, 1).rows
    expect((await synced.remote(made!.ecwidId!))['categoryIds']).toEqual([mugs!.id])
    expect(synced.catalogue.changes.counts()).toEqual({})
  })

  it('is still meant by who knows it by its first name only', async () => {
    const id = create()
    await synced.settled()
    const row = product()
    apply({ kind: 'update', productId: row.id, fields: { categoryIds: [id] } })
    await synced.settled()
    const [made] = await categoriesNamed('Mugs')
    expect((await synced.remote(row.ecwidId!))['categoryIds']).toEqual([made!.id])
  })

  it('holds up what was edited after it: a product that went into it and out again stays out', async () => {
    synced.session.changes.holdAll(true)
    const id = create()
    const row = product()
    const before = (await synced.remote(row.ecwidId!))['categoryIds'] as number[]
    apply({ kind: 'update', productId: row.id, fields: { categoryIds: [...before, id] } })
    apply({ kind: 'update', productId: row.id, fields: { categoryIds: before } })
    // Only the product may go: its category is kept back.
    const [made] = synced.catalogue.changes.openOf('category', id)
    synced.session.changes.hold(made!.setId, true)
    synced.session.changes.holdAll(false)
    await synced.quiet()
    expect(synced.catalogue.search({ categoryIds: [id] }, 0, 10).rows).toEqual([])
    synced.session.changes.hold(made!.setId, false)
    await synced.settled()
    expect(shown('Mugs')).toHaveLength(1)
    expect((await synced.remote(row.ecwidId!))['categoryIds']).toEqual(before)
    expect(synced.catalogue.changes.counts()).toEqual({})
  })

  it('keeps nobody from deleting the product that was to be made in it', async () => {
    synced.session.changes.holdAll(true)
    const id = create()
    synced.session.changes.hold(synced.catalogue.changes.openOf('category', id)[0]!.setId, true)
    const [mug] = apply({ kind: 'create', fields: { name: 'New mug', price: 5, categoryIds: [id] } }).productIds
    apply({ kind: 'delete', productId: mug! })
    synced.session.changes.holdAll(false)
    synced.skip(10_000)
    await synced.until(() => synced.catalogue.changes.openOf('product', mug!).length === 0)
    expect(shown('Mugs')).toHaveLength(1)
  })

  it('is taken back with what waited for it: the product stays where it was', async () => {
    synced.session.changes.holdAll(true)
    const id = create()
    const row = product()
    const before = (await synced.remote(row.ecwidId!))['categoryIds'] as number[]
    apply({ kind: 'update', productId: row.id, fields: { categoryIds: [...before, id] } })
    synced.session.changes.takeBack(synced.catalogue.changes.openOf('category', id).map((change) => change.id))
    expect(shown('Mugs')).toEqual([])
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect((await synced.remote(row.ecwidId!))['categoryIds']).toEqual(before)
    expect(synced.catalogue.changes.counts()).toEqual({})
  })

  it('goes out of the store again by an undo, and comes back by a redo', async () => {
    create()
    await synced.settled()
    const setId = (await synced.session.reads.lastUndoable())!.id
    const { changeSetId } = synced.session.changes.revert(setId)
    expect(shown('Mugs')).toEqual([])
    synced.skip(10_000)
    await synced.settled()
    expect(await categoriesNamed('Mugs')).toEqual([])
    synced.session.changes.redo({ setId, revertSetId: changeSetId })
    await synced.settled()
    expect(await categoriesNamed('Mugs')).toHaveLength(1)
    expect(shown('Mugs')).toHaveLength(1)
  })

  it('is meant again by what named it, when both were undone and are done again', async () => {
    synced.session.changes.holdAll(true)
    const { changeSetId: made, productIds } = apply({ kind: 'category.create', name: 'Mugs', parentId: 0 })
    const row = product()
    const before = (await synced.remote(row.ecwidId!))['categoryIds'] as number[]
    const fields = { categoryIds: [...before, productIds[0]!] }
    const { changeSetId: filed } = apply({ kind: 'update', productId: row.id, fields })
    for (const setId of [filed!, made!]) synced.session.changes.revert(setId)
    for (const setId of [made!, filed!]) synced.session.changes.redo({ setId, revertSetId: null })
    synced.session.changes.holdAll(false)
    await synced.settled()
    const [mugs] = await categoriesNamed('Mugs')
    expect((await synced.remote(row.ecwidId!))['categoryIds']).toEqual([...before, mugs!.id])
  })

  it('has a name', () => {
    expect(() => create('  ')).toThrow('Give the category a name.')
  })
})

describe('edits of categories and product types', () => {
  it('send only what was edited, and go back by an undo', async () => {
    const category = await firstCategory()
    await ask('PUT', `/categories/${category.id}`, { description: '<p>Theirs</p>' })
    const { setId } = rename(category, 'Mine')
    await synced.settled()
    expect(await ask('GET', `/categories/${category.id}`)).toMatchObject({ name: 'Mine', description: '<p>Theirs</p>' })
    synced.session.changes.revert(setId)
    await synced.settled()
    expect(await ask('GET', `/categories/${category.id}`)).toMatchObject({ name: category['name'] })
  })

  it('are asked about where the store has the same changed otherwise', async () => {
    const category = await firstCategory()
    await ask('PUT', `/categories/${category.id}`, { name: 'Theirs' })
    const { changeId } = rename(category, 'Mine')
    await synced.settled()
    expect(synced.catalogue.changes.get(changeId)).toMatchObject({ state: 'conflict', theirs: 'Theirs' })
    await synced.pull()
    expect(shown('Mine')).toHaveLength(1)
    synced.session.changes.resolve([changeId], { take: 'mine' })
    await synced.settled()
    expect(await ask('GET', `/categories/${category.id}`)).toMatchObject({ name: 'Mine' })
  })

  it('leave the attributes of a type as they are', async () => {
    const { id } = await ask<Json>('POST', '/classes', {
      name: 'Kites',
      attributes: [{ name: 'Span', type: 'CUSTOM' }],
    })
    await synced.pull()
    const before = await ask<Json>('GET', `/classes/${id}`)
    edit('productType', id, { field: 'name', verb: 'set', before: 'Kites', after: 'Dragons' })
    expect(synced.session.snapshot().productTypes.some(({ name }) => name === 'Dragons')).toBe(true)
    await synced.settled()
    expect(await ask<Json>('GET', `/classes/${id}`)).toEqual({ ...before, name: 'Dragons' })
  })

  it('delete, and an undo brings its texts back in every language', async () => {
    const { id } = await ask<Json>('POST', '/categories', {
      name: 'Lanterns',
      nameTranslated: { en: 'Lanterns', de: 'Laternen' },
    })
    await synced.pull()
    const category = synced.catalogue.shelves.findByEcwidId('category', id)!
    const setId = apply({ kind: 'category.delete', categoryId: category, below: 'delete' }).changeSetId!
    synced.skip(10_000)
    await synced.settled()
    expect(await categoriesNamed('Lanterns')).toEqual([])
    synced.session.changes.revert(setId)
    await synced.settled()
    expect(await categoriesNamed('Lanterns')).toMatchObject([{ nameTranslated: { en: 'Lanterns', de: 'Laternen' } }])
  })

  it('delete, and an undo makes it anew', async () => {
    const { id } = await ask<Json>('POST', '/classes', {
      name: 'Kites',
      attributes: [{ name: 'Span', type: 'CUSTOM' }],
    })
    await synced.pull()
    const before = (await typesNamed('Kites'))[0]!
    const { setId } = edit('productType', id, { verb: 'delete', before, after: null })
    synced.skip(10_000)
    await synced.settled()
    expect(await typesNamed('Kites')).toEqual([])
    synced.session.changes.revert(setId)
    await synced.settled()
    expect(await typesNamed('Kites')).toMatchObject([{ attributes: [{ name: 'Span' }] }])
  })

  describe('of a type that is made anew, whose answer was lost,', () => {
    const span = { name: 'Span', type: 'CUSTOM' }
    async function loseKites(kind: string): Promise<void> {
      const { id } = await ask<Json>('POST', '/classes', { name: 'Kites', attributes: [span] })
      await synced.pull()
      const { setId } = edit('productType', id, {
        verb: 'delete',
        before: (await typesNamed('Kites'))[0]!,
        after: null,
      })
      synced.skip(10_000)
      await synced.settled()
      await synced.control('POST', '/faults', { kind, match: { method: 'POST', path: '/classes' } })
      synced.session.changes.revert(setId)
      await synced.until(() => synced.catalogue.changes.allOpen(10).some(({ state }) => state === 'unknown'))
      synced.session.changes.holdAll(true)
    }
    const goOn = () => {
      synced.session.changes.holdAll(false)
      return synced.settled()
    }

    it('find it, though others have added to it since', async () => {
      await loseKites('drop-after')
      const [made] = await typesNamed('Kites')
      const attributes = [...(made!['attributes'] as object[]), { name: 'Tail', type: 'CUSTOM' }]
      await ask('PUT', `/classes/${made!.id}`, { name: 'Kites', attributes })
      await goOn()
      expect(synced.catalogue.changes.allOpen(10)).toEqual([])
      expect(await typesNamed('Kites')).toMatchObject([{ id: made!.id, attributes: [span, { name: 'Tail' }] }])
    })

    it('do not take another one of the same name for it, that others have made', async () => {
      await loseKites('drop-before')
      const theirs = await ask<Json>('POST', '/classes', {
        name: 'Kites',
        attributes: [{ name: 'Tail', type: 'CUSTOM' }],
      })
      await goOn()
      expect(synced.catalogue.changes.allOpen(10)).toMatchObject([{ verb: 'create', state: 'refused' }])
      expect(await typesNamed('Kites')).toMatchObject([{ id: theirs.id, attributes: [{ name: 'Tail' }] }])
    })
  })

  it('do not delete what somebody changed meanwhile', async () => {
    const category = await firstCategory()
    await ask('PUT', `/categories/${category.id}`, { name: 'Theirs' })
    const { changeId } = edit('category', category.id, { verb: 'delete', before: category, after: null })
    synced.skip(10_000)
    await synced.settled()
    expect(stateOf(changeId)).toBe('conflict')
    expect(await ask('GET', `/categories/${category.id}`)).toMatchObject({ name: 'Theirs' })
  })

  it('wait for the owner when it is gone from the store', async () => {
    const category = await firstCategory()
    await ask('DELETE', `/categories/${category.id}`)
    const { changeId } = rename(category, 'Mine')
    await synced.settled()
    expect(synced.catalogue.changes.get(changeId)).toMatchObject({ state: 'refused', reason: { code: 'not-found' } })
    synced.session.changes.takeBack([changeId])
    expect(shown('Mine')).toEqual([])
  })
})
