import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
let lanterns: number
let kites: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  lanterns = (await bench.ask<{ id: number }>('POST', '/categories', { name: 'Lanterns' })).id
  kites = (await bench.ask<{ id: number }>('POST', '/classes', { name: 'Kites', attributes: [] })).id
  await synced.pull()
})
afterEach(() => synced.close())

const byOthers = () =>
  synced.catalogue.changes
    .list('store', undefined, 0, 20)
    .sets.flatMap(({ id }) => synced.catalogue.changes.ofSet(id))
    .map(({ thing, verb, field, before, after }) => (verb === 'delete' ? [thing, verb] : [thing, field, before, after]))
const firstOfOthers = () => synced.catalogue.changes.list('store', undefined, 0, 1).sets[0]!.id
const typesNamed = async (name: string) =>
  (await bench.ask<{ name: string }[]>('GET', '/classes?asTest=1')).filter((each) => each.name === name)
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}

describe('what others did with categories and product types', () => {
  it('is listed, field by field, and is put back', async () => {
    await bench.theirs('PUT', lanterns, { name: 'Lamps', enabled: false })
    await bench.ask('PUT', `/classes/${kites}`, { name: 'Dragons' })
    await synced.pull()
    expect(byOthers().toSorted()).toEqual([
      ['category', 'enabled', true, false],
      ['category', 'name', 'Lanterns', 'Lamps'],
      ['productType', 'name', 'Kites', 'Dragons'],
    ])
    synced.session.changes.revert(firstOfOthers())
    await sent()
    expect(await bench.named('Lanterns')).toMatchObject([{ enabled: true }])
    expect(await typesNamed('Kites')).toHaveLength(1)
    await synced.pull()
    expect(byOthers()).toHaveLength(3)
  })

  it('is listed where a push finds it first, and what the push itself wrote is not', async () => {
    bench.hold(true)
    bench.set(lanterns, 'description', '', '<p>Warm light</p>')
    await bench.theirs('PUT', lanterns, { name: 'Lamps' })
    bench.hold(false)
    await synced.settled()
    expect(byOthers()).toEqual([['category', 'name', 'Lanterns', 'Lamps']])
    await synced.pull()
    expect(byOthers()).toHaveLength(1)
  })

  it('is listed where they deleted one, which is made anew by putting it back', async () => {
    await bench.theirs('DELETE', lanterns)
    await bench.ask('DELETE', `/classes/${kites}`)
    await synced.pull()
    expect(byOthers().toSorted()).toEqual([
      ['category', 'delete'],
      ['productType', 'delete'],
    ])
    synced.session.changes.revert(firstOfOthers())
    await sent()
    expect([await bench.named('Lanterns'), await typesNamed('Kites')].map(({ length }) => length)).toEqual([1, 1])
  })

  it('is not put back beside what stays with edits, until those are taken back', async () => {
    bench.hold(true)
    bench.set(lanterns, 'description', '', '<p>Warm light</p>')
    await bench.theirs('DELETE', lanterns)
    await synced.pull()
    bench.hold(false)
    await synced.settled()
    const deletion = firstOfOthers()
    const back = () => synced.session.reads.previewRevert({ changeSetId: deletion, offset: 0, limit: 10 })
    expect(back()).toMatchObject([{ standing: 'stuck', reason: { says: 'shelf-here-with-edits' } }])
    synced.session.changes.revert(deletion)
    await sent()
    expect(await bench.named('Lanterns')).toEqual([])
    synced.session.changes.takeBack(bench.allOpen().map(({ id }) => id))
    synced.session.changes.revert(deletion)
    await sent()
    expect(await bench.named('Lanterns')).toHaveLength(1)
  })

  it('does not keep back the deletion of what it stood in', async () => {
    await bench.ask('POST', '/categories', { name: 'Paper', parentId: lanterns })
    await synced.pull()
    const [paper] = await bench.named('Paper')
    bench.hold(true)
    bench.apply({ kind: 'category.delete', categoryId: lanterns, below: 'keep' })
    await bench.theirs('DELETE', paper!.id)
    bench.hold(false)
    await sent()
    expect(await bench.named('Lanterns')).toEqual([])
    expect(new Set(bench.allOpen().map(({ state }) => state))).toEqual(new Set(['refused']))
  })

  it('does not hold what this person made, edited, filled and deleted', async () => {
    const made = bench.create('Made here')
    const { id: productId } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
    bench.file(productId, [made, lanterns])
    await sent()
    bench.set(lanterns, 'name', 'Lanterns', 'Lamps')
    bench.apply({ kind: 'type.update', typeId: kites, fields: { attributes: [{ name: 'Span' }] } })
    await sent()
    await synced.pull()
    bench.apply({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
    bench.apply({ kind: 'type.delete', typeId: kites })
    await sent()
    await synced.pull()
    expect(byOthers()).toEqual([])
  })
})
