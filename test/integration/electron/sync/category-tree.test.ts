import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listChangeSets } from '../../../../electron/changes/views'
import { matrixFaults } from '../../../support/matrix-faults'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
let tree: { upper: number; one: number; two: number; deep: number; row: { id: number; ecwidId: number | null } }

/** Upper > One > Deep, Upper > Two; a product in Deep. All in the store. */
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.pull()
  const upper = bench.create('Upper')
  const [one, two] = [bench.create('One', upper), bench.create('Two', upper)]
  const deep = bench.create('Deep', one)
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
  bench.file(row.id, [...bench.filed(row.id), deep])
  await synced.settled()
  await synced.pull()
  tree = { upper, one, two, deep, row }
})
afterEach(() => synced.close())

const inStore = async (name: string) => (await bench.named(name))[0]
const sent = async () => {
  synced.skip(10_000)
  await synced.settled()
}
const settledAs = async () => {
  await sent()
  await sent()
  await sent()
  expect(bench.allOpen()).toEqual([])
  await synced.pull()
  await bench.expectSame()
}
const below = (parent: string) => {
  const categories = synced.session.snapshot().categories
  const id = categories.find(({ name }) => name === parent)?.id
  return categories.filter(({ parentId }) => parentId === id).map(({ name }) => name)
}
const move = (categoryId: number, parentId: number, before: number | null = null) =>
  bench.apply({ kind: 'category.move', categoryId, parentId, before })

describe('a category that is moved', () => {
  it('stands there at once and in the store, whatever its place was', async () => {
    move(tree.two, tree.upper, tree.one)
    expect(below('Upper')).toEqual(['Two', 'One'])
    move(tree.deep, tree.upper, tree.one)
    expect(below('Upper')).toEqual(['Two', 'Deep', 'One'])
    await settledAs()
    expect((await inStore('Deep'))!.parentId).toBe((await inStore('Upper'))!.id)
    expect(below('Upper')).toEqual(['Two', 'Deep', 'One'])
  })

  it('goes below one that is made here, without a network, and back by an undo', async () => {
    bench.hold(true)
    const made = bench.create('Made')
    const { changeSetId } = move(tree.one, made)
    move(tree.two, made, tree.one)
    expect(below('Made')).toEqual(['Two', 'One'])
    bench.hold(false)
    await settledAs()
    expect(below('Made')).toEqual(['Two', 'One'])
    synced.session.changes.revert(changeSetId!)
    await settledAs()
    expect([below('Made'), below('Upper')]).toEqual([['Two'], ['One']])
  })

  it('by steps goes on from where it stands by then, however fast they come', async () => {
    const shift = (...ways: ('up' | 'down' | 'out' | 'in')[]) => {
      for (const way of ways) bench.apply({ kind: 'category.shift', categoryId: tree.two, way })
    }
    bench.create('Three', tree.upper)
    shift('down', 'up', 'up')
    expect(below('Upper')).toEqual(['Two', 'One', 'Three'])
    shift('up')
    expect(below('Upper')).toEqual(['Two', 'One', 'Three'])
    shift('down', 'in')
    expect(below('One')).toEqual(['Deep', 'Two'])
    shift('out', 'down', 'down')
    expect(below('Upper')).toEqual(['One', 'Three', 'Two'])
    shift('out', 'out')
    expect(below('Upper')).toEqual(['One', 'Three'])
    await settledAs()
    expect((await inStore('Two'))!.parentId ?? 0).toBe(0)
  })

  it('never goes below itself', () => {
    expect(() => move(tree.upper, tree.deep)).toThrow('A category cannot be moved below itself.')
    expect(() => move(tree.upper, tree.upper)).toThrow('A category cannot be moved below itself.')
    expect(below('Upper')).toEqual(['One', 'Two'])
  })

  it('changes nothing where it stands already', () => {
    expect(move(tree.one, tree.upper, tree.two).changeSetId).toBeNull()
    expect(move(tree.two, tree.upper).changeSetId).toBeNull()
  })

  it('is asked about where somebody moved it elsewhere', async () => {
    await bench.theirs('PUT', (await inStore('Deep'))!.id, { parentId: 0 })
    move(tree.deep, tree.two)
    await synced.settled()
    expect(bench.allOpen()).toMatchObject([{ field: 'parentId', state: 'conflict', theirs: 0 }])
  })
})

describe('the page of a category', () => {
  it('sends what was edited, and nothing that is as it was', async () => {
    const { id } = (await inStore('One'))!
    const { fields } = synced.session.reads.shelf({ thing: 'category', id: tree.one })
    expect(fields).toMatchObject({ name: 'One', description: '', seoTitle: '', enabled: true })
    await bench.theirs('PUT', id, { seoDescription: 'Theirs' })
    bench.apply({
      kind: 'category.update',
      categoryId: tree.one,
      fields: { name: 'One', description: '<p>Mine</p>', seoTitle: 'A title', enabled: false },
    })
    expect(synced.session.reads.shelf({ thing: 'category', id }).state).toBe('waiting')
    await synced.settled()
    const path = `/categories/${id}`
    expect(await bench.ask('GET', path)).toMatchObject({
      name: 'One',
      description: '<p>Mine</p>',
      seoTitle: 'A title',
      seoDescription: 'Theirs',
      enabled: false,
    })
    expect(synced.session.reads.shelf({ thing: 'category', id })).toMatchObject({ state: 'synced', problems: [] })
  })

  describe('has a slug for its address', () => {
    const idOfOne = async () => (await inStore('One'))!.id
    const slug = async () => (await inStore('One'))!['customSlug']
    const shown = (id: number) => synced.session.reads.shelf({ thing: 'category', id })
    const set = (categoryId: number, customSlug: string, base = '') =>
      bench.apply({ kind: 'category.update', categoryId, fields: { customSlug }, base: { customSlug: base } })

    it('that is checked and sent, goes back by an undo, and comes back with a category that was deleted', async () => {
      const id = await idOfOne()
      expect(shown(id)).toMatchObject({ autogeneratedSlug: `one-${id}`, fields: { customSlug: '' } })
      expect(() => set(id, 'one two')).toThrow('A slug has no spaces and none of / ? #. Use hyphens instead.')
      const { changeSetId } = set(id, 'earlier')
      await sent()
      expect(await slug()).toBe('earlier')
      synced.session.changes.revert(changeSetId!)
      await sent()
      expect(await slug()).toBe('')
      set(id, 'mine')
      const deleted = bench.apply({ kind: 'category.delete', categoryId: id, below: 'keep' })
      await sent()
      expect(await inStore('One')).toBeUndefined()
      synced.session.changes.revert(deleted.changeSetId!)
      await settledAs()
      expect(await slug()).toBe('mine')
    })

    it('that others change too: it is in the history, and asked about', async () => {
      const id = await idOfOne()
      await bench.theirs('PUT', id, { customSlug: 'theirs' })
      await synced.pull()
      const [news] = listChangeSets(synced.catalogue, { filter: 'store', offset: 0, limit: 1 }).sets
      expect(news?.changes).toMatchObject([{ field: 'customSlug', before: '', after: 'theirs' }])
      set(id, 'mine')
      await sent()
      const [conflict] = shown(id).problems
      expect(conflict).toMatchObject({ field: 'customSlug', isConflict: true, theirs: 'theirs' })
      synced.session.changes.resolve([conflict!.changeId], { take: 'mine' })
      synced.skip(60_000)
      await settledAs()
      expect(await slug()).toBe('mine')
    })
  })

  it('says what its owner has to decide', async () => {
    const { id } = (await inStore('One'))!
    await bench.theirs('PUT', id, { name: 'Theirs' })
    bench.apply({ kind: 'category.update', categoryId: id, fields: { name: 'Mine' }, base: { name: 'One' } })
    await synced.settled()
    expect(synced.session.reads.shelf({ thing: 'category', id }).problems).toMatchObject([
      { field: 'name', isConflict: true, theirs: 'Theirs' },
    ])
  })

  it('keeps what was typed and not saved over a restart, until it is saved or let go', async () => {
    const draft = { base: { name: 'One' }, patch: { name: 'Half a na' } }
    const shelf = (id: number) => ({ thing: 'category', id }) as const
    synced.session.putShelfDraft({ ...shelf(tree.one), draft })
    synced.restart()
    expect(synced.session.reads.shelf(shelf(tree.one)).draft).toEqual(draft)
    expect(synced.session.reads.shelf(shelf(tree.two)).draft).toBeNull()
    synced.session.putShelfDraft({ ...shelf(tree.one), draft: null })
    expect(synced.session.reads.shelf(shelf(tree.one)).draft).toBeNull()
    const { changeSetId, productIds } = bench.apply({ kind: 'category.create', name: 'Short-lived', parentId: 0 })
    synced.session.putShelfDraft({ ...shelf(productIds[0]!), draft })
    synced.session.changes.revert(changeSetId!)
    expect(synced.session.reads.shelf(shelf(bench.create('Of the same id'))).draft).toBeNull()
  })

  it('wants a name', () => {
    expect(() => bench.apply({ kind: 'category.update', categoryId: tree.one, fields: { name: ' ' } })).toThrow(
      'Give the category a name.',
    )
  })
})

describe('a category that is deleted', () => {
  it('takes what is below it along, and an undo makes all of it again, with its products', async () => {
    const before = bench.filed(tree.row.id)
    const { changeSetId } = bench.apply({ kind: 'category.delete', categoryId: tree.upper, below: 'delete' })
    expect(['Upper', 'One', 'Two', 'Deep'].flatMap((name) => bench.shown(name))).toEqual([])
    await settledAs()
    for (const name of ['Upper', 'One', 'Two', 'Deep']) expect(await bench.named(name)).toEqual([])
    synced.session.changes.revert(changeSetId!)
    expect([below('Upper'), below('One')]).toEqual([['One', 'Two'], ['Deep']])
    await settledAs()
    expect((await inStore('Deep'))!.parentId).toBe((await inStore('One'))!.id)
    expect(bench.filed(tree.row.id)).toHaveLength(before.length)
    expect(bench.filed(tree.row.id)).toContain((await inStore('Deep'))!.id)
  })

  it('leaves its place to what is below it, which is out of it before it goes', async () => {
    const parent = (await inStore('Upper'))!.id
    bench.hold(true)
    const { changeSetId } = bench.apply({ kind: 'category.delete', categoryId: tree.one, below: 'keep' })
    expect(below('Upper')).toEqual(['Deep', 'Two'])
    synced.skip(10_000)
    bench.hold(false)
    await settledAs()
    expect(await bench.named('One')).toEqual([])
    expect((await inStore('Deep'))!.parentId).toBe(parent)
    expect(bench.filed(tree.row.id)).toContain((await inStore('Deep'))!.id)
    synced.session.changes.revert(changeSetId!)
    await settledAs()
    expect([below('Upper').toSorted(), below('One')]).toEqual([['One', 'Two'], ['Deep']])
  })

  it('of this device alone leaves nothing behind', async () => {
    bench.hold(true)
    const made = bench.create('Made')
    move(tree.two, made)
    bench.apply({ kind: 'category.delete', categoryId: made, below: 'keep' })
    expect(bench.shown('Two')).toMatchObject([{ parentId: 0 }])
    synced.skip(10_000)
    bench.hold(false)
    await settledAs()
    expect(await bench.named('Made')).toEqual([])
  })
})

describe('a category that is deleted with one below it that others edited since', () => {
  let setId: number
  const deep = () => bench.allOpen().find(({ productName }) => productName === 'Deep')!
  const reasons = () =>
    Object.fromEntries(
      synced.session.reads
        .changesOfSet({ changeSetId: setId, offset: 0, limit: 10 })
        .map(({ productName, reason }) => [productName, reason]),
    )
  const waits = 'Waits for a category below it, which cannot go yet. What that one needs is said there.'

  beforeEach(async () => {
    bench.hold(true)
    setId = bench.apply({ kind: 'category.delete', categoryId: tree.upper, below: 'delete' }).changeSetId!
    await bench.theirs('PUT', (await inStore('Deep'))!.id, { name: 'Deeper' })
    synced.skip(10_000)
    bench.hold(false)
    await sent()
  })

  it('waits for what its owner is asked, says so, and goes when that is decided', async () => {
    expect(deep().state).toBe('conflict')
    expect(reasons()).toMatchObject({ One: waits, Upper: waits })
    synced.session.changes.resolve([deep().id], { take: 'mine' })
    await settledAs()
    for (const name of ['Upper', 'One', 'Two', 'Deeper']) expect(await bench.named(name)).toEqual([])
  })

  it('goes when others delete that one, also after a start in between', async () => {
    synced.restart()
    await bench.theirs('DELETE', (await inStore('Deeper'))!.id)
    await synced.pull()
    await settledAs()
    for (const name of ['Upper', 'One', 'Two']) expect(await bench.named(name)).toEqual([])
  })

  it('goes when others move that one out of it', async () => {
    await bench.theirs('PUT', (await inStore('Deeper'))!.id, { parentId: 0 })
    await synced.pull()
    await sent()
    for (const name of ['Upper', 'One', 'Two']) expect(await bench.named(name)).toEqual([])
    expect(deep().state).toBe('conflict')
  })
})

it('a category that is deleted waits for a move that is held of what is below it', async () => {
  const held = move(tree.deep, 0).changeSetId!
  synced.session.changes.hold(held, true)
  bench.apply({ kind: 'category.delete', categoryId: tree.one, below: 'keep' })
  await sent()
  await sent()
  expect(await bench.named('One')).toHaveLength(1)
  synced.session.changes.hold(held, false)
  await settledAs()
  expect(await bench.named('One')).toEqual([])
  expect((await inStore('Deep'))!.parentId ?? 0).toBe(0)
})

const faults = matrixFaults.filter(({ body, stopsEverything }) => body && !stopsEverything)

describe('a move, and a delete of what it leaves, arrive once', () => {
  it.each(faults)('after $name', async ({ body }) => {
    bench.hold(true)
    move(tree.two, tree.one, tree.deep)
    bench.apply({ kind: 'category.delete', categoryId: tree.upper, below: 'keep' })
    for (const method of ['PUT', 'DELETE']) {
      await synced.control('POST', '/faults', { ...body, times: 1, match: { method, path: '/categories/' } })
    }
    synced.skip(10_000)
    bench.hold(false)
    await sent()
    await synced.control('DELETE', '/faults')
    await settledAs()
    expect(await bench.named('Upper')).toEqual([])
    expect((await inStore('One'))!.parentId ?? 0).toBe(0)
    expect(below('One')).toEqual(['Two', 'Deep'])
  })
})

describe('the products of a category', () => {
  let ids: number[]
  let categoryId: number
  beforeEach(async () => {
    const rows = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 4).rows
    for (const { id } of rows) bench.file(id, [...bench.filed(id), tree.two])
    await synced.settled()
    await synced.pull()
    categoryId = (await inStore('Two'))!.id
    ids = shownIn()
  })
  const shownIn = () => synced.catalogue.search({ categoryIds: [categoryId] }, 0, 50).rows.map(({ id }) => id)
  const ecwidIds = (of: number[]) => of.map((id) => synced.catalogue.products.ecwidIdOf(id))
  const storedIn = async () =>
    (await bench.ask<{ productIds: number[] }>('GET', `/categories/${categoryId}?asTest=1`)).productIds
  const place = (product: number, before: number | null) =>
    bench.apply({ kind: 'category.place', categoryId, product, to: { before } })

  it('stand where they are put, at once and in the store, and go back by an undo', async () => {
    const [first, second, third, fourth] = ids
    const { changeSetId } = place(fourth!, second!)
    expect(shownIn()).toEqual([first, fourth, second, third])
    for (const by of [1, 1, 1, 1, -1, 1])
      bench.apply({ kind: 'category.place', categoryId, product: first!, to: { by } })
    const order = [fourth, second, third, first] as number[]
    expect(shownIn()).toEqual(order)
    await settledAs()
    expect(await storedIn()).toEqual(ecwidIds(order))
    expect(shownIn()).toEqual(order)
    synced.session.changes.revert(changeSetId!)
    await settledAs()
    expect(shownIn().indexOf(fourth!)).toBeGreaterThan(shownIn().indexOf(third!))
  })

  it('keep what others put in and took out meanwhile; two orders are asked about', async () => {
    const [first, second, third, fourth] = ids
    bench.hold(true)
    place(third!, first!)
    const newOne = synced.catalogue.search({ sort: 'NAME_DESC' }, 0, 1).rows[0]!
    const path = `/categories/${categoryId}`
    await bench.ask('POST', `${path}/assignProducts`, { productIds: [newOne.ecwidId] })
    await bench.ask('POST', `${path}/unassignProducts`, { productIds: ecwidIds([second!]) })
    bench.hold(false)
    await synced.settled()
    expect(await storedIn()).toEqual(ecwidIds([third!, first!, fourth!, newOne.id]))
    await synced.pull()
    bench.hold(true)
    place(fourth!, third!)
    await bench.ask('PUT', `/products/sort?parentCategory=${categoryId}`, { sortedIds: ecwidIds([first!, third!]) })
    bench.hold(false)
    await synced.settled()
    expect(bench.allOpen()).toMatchObject([{ field: 'productIds', state: 'conflict' }])
  })

  it.each(faults)('are in order once, after $name', async ({ body }) => {
    await synced.control('POST', '/faults', { ...body, times: 1, match: { method: 'PUT', path: '/products/sort' } })
    const [first, ...rest] = ids
    place(first!, null)
    await settledAs()
    expect(await storedIn()).toEqual(ecwidIds([...rest, first!]))
  })
})
