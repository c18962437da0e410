import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import { matrixFaults } from '../../../support/matrix-faults'
import { expectCategories, makeCategories } from '../../../support/made-categories'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { playing } from '../../../support/playing'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What a person may count on with categories, whatever happens on the way and whoever else works in the store.

let synced: SyncedStore
let bench: ShelfBench
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.pull()
})
afterEach(() => synced.close())

const faults = matrixFaults.filter(({ body, stopsEverything }) => body && !stopsEverything)
const rows = () => synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows
const remoteIn = async (ecwidId: number) => (await synced.remote(ecwidId))['categoryIds']
const reasonOf = (changeId: number) => synced.catalogue.changes.get(changeId)?.reason

describe('a category made here is in the store once, and what names it follows with the id the store gave', () => {
  it.each(faults)('after $name, of it and of the one below', async ({ body }) => {
    bench.hold(true)
    const all = makeCategories(synced, bench)
    await synced.control('POST', '/faults', {
      ...body,
      times: 1,
      match: { method: 'POST', path: '/categories' },
    })
    bench.hold(false)
    await synced.until(() => bench.shown('Upper')[0]!.id > 0)
    await synced.control('POST', '/faults', {
      ...body,
      times: 1,
      match: { method: 'POST', path: '/categories' },
    })
    await synced.settled()
    await synced.control('DELETE', '/faults')
    await expectCategories(synced, bench, all)
  })

  it('where the store does not tell right then what it made of it: the next pull does', async () => {
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 500,
      times: 3,
      match: { method: 'GET', path: '/categories/[0-9]' },
    })
    const all = makeCategories(synced, bench)
    await synced.settled()
    await synced.control('DELETE', '/faults')
    await synced.pull()
    await expectCategories(synced, bench, all)
  })
})

describe('a category of which the store did not tell right then what it made of it', () => {
  beforeEach(async () => {
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 500,
      times: 3,
      match: { method: 'GET', path: '/categories/[0-9]' },
    })
    bench.create('Upper')
    await synced.settled()
    await synced.control('DELETE', '/faults')
  })

  it('is deleted without a question', async () => {
    bench.apply({ kind: 'category.delete', categoryId: bench.shown('Upper')[0]!.id, below: 'keep' })
    synced.skip(10_000)
    await synced.settled()
    expect(bench.allOpen()).toEqual([])
    expect(await bench.named('Upper')).toEqual([])
  })

  it('is moved without a question', async () => {
    const [first] = await bench.categories()
    const { id } = bench.shown('Upper')[0]!
    bench.apply({ kind: 'category.move', categoryId: id, parentId: 0, before: first!.id })
    await synced.settled()
    expect(bench.allOpen()).toEqual([])
    await synced.pull()
    await bench.expectSame()
  })
})

describe('what waits', () => {
  it('is wiped by no pull and no restart, and goes in the end', async () => {
    const [one, two] = await bench.categories()
    bench.hold(true)
    const all = makeCategories(synced, bench)
    bench.set(one!.id, 'name', one!.name, 'Renamed here')
    bench.remove(two!.id, two)
    const isAsLeft = () => {
      expect(bench.shown('Upper')).toHaveLength(1)
      expect(bench.shown('Lower')).toMatchObject([{ parentId: bench.shown('Upper')[0]!.id }])
      expect(bench.shown('Renamed here')).toHaveLength(1)
      expect(bench.shown(two!.name)).toEqual([])
    }
    isAsLeft()
    await bench.ask('POST', '/categories', { name: 'Theirs' })
    await synced.control('POST', `/products/${all.row.ecwidId}`, { price: 77 })
    await synced.pull()
    expect(bench.shown('Theirs')).toHaveLength(1)
    isAsLeft()
    synced.restart()
    await synced.pull()
    isAsLeft()
    expect(synced.session.product(all.row.id).fields).toMatchObject({
      price: 77,
    })
    synced.skip(10_000)
    bench.hold(false)
    await synced.settled()
    expect(bench.allOpen()).toEqual([])
    isAsLeft()
    await synced.pull()
    await bench.expectSame()
    isAsLeft()
  })

  it('is made with the name it has by then, and a product that left it again is not in it', async () => {
    const row = rows()[0]!
    const before = bench.filed(row.id)
    bench.hold(true)
    const id = bench.create('First name')
    bench.file(row.id, [...before, id])
    bench.set(id, 'name', 'First name', 'Last name')
    expect(bench.shown('Last name')).toMatchObject([{ id }])
    expect(synced.session.reads.categoryCounts()[id]).toBe(1)
    bench.file(row.id, before)
    bench.hold(false)
    await synced.settled()
    expect(await bench.named('First name')).toEqual([])
    expect(await bench.named('Last name')).toHaveLength(1)
    expect(await remoteIn(row.ecwidId!)).toEqual(before)
    await bench.expectSame()
  })

  it('of a category that is refused keeps its edits, with a reason, until it is tried again', async () => {
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'POST', path: '/categories' },
    })
    bench.hold(true)
    const row = rows()[0]!
    const before = bench.filed(row.id)
    const id = bench.create('Mugs')
    bench.file(row.id, [...before, id])
    bench.hold(false)
    await synced.settled()
    const [made] = synced.catalogue.changes.openOf('category', id)
    expect(made).toMatchObject({ state: 'refused' })
    expect(reasonOf(made!.id)).toBeTruthy()
    const [filing] = synced.catalogue.changes.openOf('product', row.id)
    expect(filing).toBeDefined()
    const views = listChangeSets(synced.catalogue, {
      filter: 'open',
      offset: 0,
      limit: 10,
    }).sets.flatMap((set) => set.changes)
    expect(views.filter(({ reason }) => reason === null)).toEqual([])
    expect(bench.filed(row.id)).toEqual([...before, id])
    await synced.pull()
    synced.restart()
    expect(bench.filed(row.id)).toEqual([...before, id])
    expect(await remoteIn(row.ecwidId!)).toEqual(before)
    synced.session.changes.retry([made!.id])
    await synced.settled()
    const [mugs] = await bench.named('Mugs')
    expect(await remoteIn(row.ecwidId!)).toEqual([...before, mugs!.id])
    expect(bench.allOpen()).toEqual([])
    await bench.expectSame()
  })

  it('below a parent that somebody deleted is kept with a reason; taken back, its product goes without it', async () => {
    const parent = await bench.ask<{ id: number }>('POST', '/categories', {
      name: 'Parent',
    })
    await synced.pull()
    bench.hold(true)
    const row = rows()[0]!
    const before = bench.filed(row.id)
    const id = bench.create('Child', parent.id)
    bench.apply({
      kind: 'update',
      productId: row.id,
      fields: { categoryIds: [...before, id], price: 71 },
    })
    await bench.theirs('DELETE', parent.id)
    bench.hold(false)
    await synced.settled()
    const made = synced.catalogue.changes.openOf('category', id)
    expect(made).toMatchObject([{ state: 'refused' }])
    expect(reasonOf(made[0]!.id)).toBeTruthy()
    expect(bench.filed(row.id)).toEqual([...before, id])
    synced.session.changes.takeBack(made.map((change) => change.id))
    await synced.settled()
    expect(await synced.remote(row.ecwidId!)).toMatchObject({
      categoryIds: before,
      price: 71,
    })
    expect(bench.allOpen()).toEqual([])
    await synced.pull()
    await bench.expectSame()
  })
})

it('a creation that is taken back leaves products that were filed and made without it', async () => {
  bench.hold(true)
  const { row, before } = makeCategories(synced, bench)
  const price = bench.apply({
    kind: 'update',
    productId: row.id,
    fields: { price: 72 },
  }).changeSetId
  expect(price).not.toBeNull()
  const upper = bench.shown('Upper')[0]!.id
  synced.session.changes.takeBack(synced.catalogue.changes.openOf('category', upper).map(({ id }) => id))
  synced.restart()
  bench.hold(false)
  await synced.settled()
  expect(await bench.named('Upper')).toEqual([])
  const remaining = await bench.named('Lower')
  expect(await synced.remote(row.ecwidId!)).toMatchObject({
    categoryIds: [...before, ...remaining.map(({ id }) => id)],
    price: 72,
  })
  expect(synced.catalogue.search({ text: 'Made in it' }, 0, 5).rows).toHaveLength(1)
  expect(bench.allOpen()).toEqual([])
  await synced.pull()
  await bench.expectSame()
})

describe('edits here and of somebody else', () => {
  it.each(['theirs', 'mine'] as const)(
    'of other fields are both kept, and the same field is a question that %s answers',
    async (take) => {
      const [category] = await bench.categories()
      const { id, name } = category!
      bench.hold(true)
      const { changeId } = bench.set(id, 'name', name, 'Mine')
      bench.set(id, 'seoTitle', category!['seoTitle'] ?? '', 'My title')
      await bench.theirs('PUT', id, {
        name: 'Theirs',
        description: '<p>Theirs</p>',
      })
      await synced.pull()
      bench.hold(false)
      await synced.settled()
      expect(bench.allOpen()).toMatchObject([{ id: changeId, state: 'conflict', theirs: 'Theirs' }])
      expect(await bench.ask('GET', `/categories/${id}`)).toMatchObject({
        name: 'Theirs',
        seoTitle: 'My title',
      })
      synced.session.changes.resolve([changeId], { take })
      synced.skip(60_000)
      await synced.settled()
      expect(await bench.ask('GET', `/categories/${id}`)).toMatchObject({
        name: take === 'mine' ? 'Mine' : 'Theirs',
        seoTitle: 'My title',
        description: '<p>Theirs</p>',
      })
      expect(bench.allOpen()).toEqual([])
      await bench.expectSame()
    },
  )

  it('are told of, and not lost, where the category was deleted by then, and a pull has seen it', async () => {
    const { id } = await bench.ask<{ id: number }>('POST', '/categories', {
      name: 'Short-lived',
    })
    await synced.pull()
    const row = rows()[0]!
    const before = bench.filed(row.id)
    bench.hold(true)
    const { changeId } = bench.set(id, 'name', 'Short-lived', 'Mine')
    await bench.theirs('DELETE', id)
    await synced.pull()
    synced.restart()
    await synced.pull()
    expect(synced.catalogue.changes.get(changeId)).toMatchObject({
      after: 'Mine',
    })
    bench.hold(false)
    await synced.settled()
    expect(synced.catalogue.changes.get(changeId)).toMatchObject({
      state: 'refused',
      after: 'Mine',
    })
    expect(reasonOf(changeId)).toBeTruthy()
    synced.session.changes.takeBack([changeId])
    await synced.settled()
    await synced.pull()
    expect(bench.filed(row.id)).toEqual(before)
    await bench.expectSame()
  })

  it('a product that was filed in what somebody deleted meanwhile is, in the end, where the screen shows it', async () => {
    const { id } = await bench.ask<{ id: number }>('POST', '/categories', {
      name: 'Short-lived',
    })
    await synced.pull()
    const row = rows()[0]!
    bench.hold(true)
    bench.file(row.id, [...bench.filed(row.id), id])
    await bench.theirs('DELETE', id)
    bench.hold(false)
    await synced.settled()
    await synced.pull()
    if (bench.allOpen().length === 0) return bench.expectSame()
    expect(bench.allOpen()).toMatchObject([{ state: 'refused' }])
  })
})

describe('a delete', () => {
  it('takes what is below it and the products’ filing along, and the screen shows that at once', async () => {
    const { row, before } = makeCategories(synced, bench)
    await synced.settled()
    const [upper] = await bench.named('Upper')
    bench.apply({ kind: 'category.delete', categoryId: upper!.id, below: 'delete' })
    for (let turn = 0; turn < 2; turn += 1) {
      synced.skip(10_000)
      await synced.settled()
    }
    expect([...(await bench.named('Upper')), ...(await bench.named('Lower'))]).toEqual([])
    await synced.pull()
    await bench.expectSame()
    expect(bench.filed(row.id)).toEqual(before)
  })

  it('of one that was not sent yet leaves nothing in the store', async () => {
    const row = rows()[0]!
    const before = bench.filed(row.id)
    bench.hold(true)
    const id = bench.create('Mugs')
    bench.file(row.id, [...before, id])
    bench.remove(id, { name: 'Mugs' })
    expect(bench.shown('Mugs')).toEqual([])
    synced.skip(10_000)
    bench.hold(false)
    await synced.settled()
    expect(await bench.named('Mugs')).toEqual([])
    expect(await remoteIn(row.ecwidId!)).toEqual(before)
    expect(bench.allOpen()).toEqual([])
    await synced.pull()
    await bench.expectSame()
  })

  it.each(faults.filter(({ name }) => playing.isSoak || /after|429 with R|500|mid|in the answer/.test(name)))(
    'of a product type that is undone makes it once, after $name',
    async ({ body }) => {
      const { id } = await bench.ask<{ id: number }>('POST', '/classes', {
        name: 'Kites',
        attributes: [{ name: 'Span', type: 'CUSTOM' }],
      })
      await synced.pull()
      const [before] = (await bench.ask<{ id: number }[]>('GET', '/classes')).filter((each) => each.id === id)
      const localId = synced.catalogue.shelves.findByEcwidId('productType', id)!
      const { setId } = bench.edit('productType', localId, {
        verb: 'delete',
        before,
        after: null,
      })
      synced.skip(10_000)
      await synced.settled()
      await synced.control('POST', '/faults', {
        ...body,
        match: { method: 'POST', path: '/classes' },
      })
      synced.session.changes.revert(setId)
      await synced.settled()
      await synced.control('DELETE', '/faults')
      expect(bench.allOpen()).toEqual([])
      const kites = (await bench.ask<{ name: string }[]>('GET', '/classes')).filter(({ name }) => name === 'Kites')
      expect(kites).toMatchObject([{ attributes: [{ name: 'Span' }] }])
      expect(synced.session.snapshot().productTypes.filter(({ name }) => name === 'Kites')).toMatchObject([
        { attributes: [{ name: 'Span' }] },
      ])
    },
  )
})
