import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeRecord } from '../../../../electron/shared/change-record'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
let tree: { top: number; upper: number; one: number; two: number }

/** Top > Upper > One > Two. All in the store. */
beforeEach(async () => {
  synced = await openSyncedStore({ products: 5 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.pull()
  const top = bench.create('Top')
  const upper = bench.create('Upper', top)
  const one = bench.create('One', upper)
  const two = bench.create('Two', one)
  await synced.settled()
  await synced.pull()
  tree = { top, upper, one, two }
})
afterEach(() => synced.close())

const inStore = async (name: string) => (await bench.named(name))[0]
const idOf = async (name: string) => (await inStore(name))!.id
const deletes = (categoryId: number, below: 'delete' | 'keep') =>
  bench.apply({ kind: 'category.delete', categoryId, below }).changeSetId!
/** Decided here while nothing is sent, and done by others. */
async function meanwhile(act: () => number, theirs: () => Promise<unknown>): Promise<number> {
  bench.hold(true)
  const setId = act()
  await theirs()
  synced.skip(10_000)
  bench.hold(false)
  await sent()
  return setId
}
const sent = async () => {
  synced.skip(10_000)
  await synced.settled()
}
const settledAs = async () => {
  for (let turn = 0; turn < 5; turn += 1) await sent()
  expect(bench.allOpen()).toEqual([])
  await synced.pull()
  await bench.expectSame()
}
const open = (name: string): ChangeRecord => bench.allOpen().find(({ productName }) => productName === name)!
const decide = (name: string, take: 'mine' | 'theirs') => synced.session.changes.resolve([open(name).id], { take })
const parentOf = async (name: string) => {
  const id = (await inStore(name))!.parentId ?? 0
  return (await bench.categories()).find((each) => each.id === id)?.name ?? null
}
const questions = () =>
  synced.session.reads
    .conflicts({ offset: 0, limit: 10 })
    .conflicts.map(({ productName, theirs }) => [productName, theirs])
const asked = (names: string[], goes: boolean) => [
  { field: 'below', before: [], after: names.map((name) => expect.objectContaining({ name, goes })) },
]

describe('a category that is deleted with one below it, which its owner keeps because others edited it', () => {
  it.each(['one act', 'two acts'] as const)('stays, and is asked about, in %s', async (acts) => {
    await meanwhile(
      () => {
        if (acts === 'two acts') deletes(tree.two, 'keep')
        return deletes(tree.one, acts === 'one act' ? 'delete' : 'keep')
      },
      async () => bench.theirs('PUT', await idOf('Two'), { description: 'Ours' }),
    )
    decide('Two', 'theirs')
    await sent()
    await sent()
    expect(await inStore('Two')).toBeDefined()
    expect(open('One').state).toBe('conflict')
    expect(questions()).toEqual([['One', asked(['Two'], false)]])
    expect(bench.shown('Two')).toMatchObject([{ parentId: bench.shown('One')[0]!.id }])
  })

  it('goes where its owner says so, and the one that is kept is above it before', async () => {
    await meanwhile(
      () => deletes(tree.one, 'delete'),
      async () => bench.theirs('PUT', await idOf('Two'), { description: 'Ours' }),
    )
    decide('Two', 'theirs')
    await sent()
    decide('One', 'mine')
    await settledAs()
    expect(await bench.named('One')).toEqual([])
    expect(await parentOf('Two')).toBe('Upper')
  })

  it('stays where its owner says so', async () => {
    await meanwhile(
      () => deletes(tree.one, 'delete'),
      async () => bench.theirs('PUT', await idOf('Two'), { description: 'Ours' }),
    )
    decide('Two', 'theirs')
    await sent()
    decide('One', 'theirs')
    await settledAs()
    expect(await parentOf('Two')).toBe('One')
  })

  it('asks one by one where each is below another that goes, and it comes to what stays', async () => {
    await meanwhile(
      () => deletes(tree.upper, 'delete'),
      async () => bench.theirs('PUT', await idOf('Two'), { description: 'Ours' }),
    )
    decide('Two', 'theirs')
    await sent()
    expect([open('One').state, open('Upper').state]).toEqual(['conflict', 'waiting'])
    decide('One', 'mine')
    await settledAs()
    expect([await bench.named('One'), await bench.named('Upper')]).toEqual([[], []])
    expect(await parentOf('Two')).toBe('Top')
  })
})

it('a category whose owner takes back the delete of what is below it is asked about', async () => {
  bench.hold(true)
  deletes(tree.one, 'delete')
  synced.session.changes.takeBack([open('Two').id])
  bench.hold(false)
  await sent()
  await sent()
  expect(await parentOf('Two')).toBe('One')
  expect(questions()).toEqual([['One', asked(['Two'], false)]])
})

describe('a category that is deleted while others put one below it', () => {
  it('takes it along where what is below it was to go too, and an undo makes it again', async () => {
    const setId = await meanwhile(
      () => deletes(tree.two, 'delete'),
      async () => {
        const { id } = await bench.ask<{ id: number }>('POST', '/categories?asTest=1', {
          name: 'New',
          parentId: await idOf('Two'),
        })
        await bench.ask('POST', '/categories?asTest=1', { name: 'Deep', parentId: id })
      },
    )
    expect(questions()).toEqual([['Two', asked(['New'], true)]])
    decide('Two', 'mine')
    await settledAs()
    for (const name of ['Two', 'New', 'Deep']) expect(await bench.named(name)).toEqual([])
    synced.session.changes.revert(setId)
    await settledAs()
    expect([await parentOf('Two'), await parentOf('New'), await parentOf('Deep')]).toEqual(['One', 'Two', 'New'])
  })

  it('moves up what others moved below it, with all that is below that', async () => {
    bench.create('Aside')
    await synced.settled()
    bench.create('Under', await idOf('Aside'))
    await synced.settled()
    await synced.pull()
    await meanwhile(
      () => deletes(tree.two, 'keep'),
      async () => bench.theirs('PUT', await idOf('Aside'), { parentId: await idOf('Two') }),
    )
    expect(questions()).toEqual([['Two', asked(['Aside'], false)]])
    decide('Two', 'mine')
    await settledAs()
    expect(await bench.named('Two')).toEqual([])
    expect([await parentOf('Aside'), await parentOf('Under')]).toEqual(['One', 'Aside'])
  })

  it('is not asked again about the same after a start in between, and is about another one', async () => {
    const add = async (name: string) => bench.ask('POST', '/categories?asTest=1', { name, parentId: await idOf('Two') })
    await meanwhile(
      () => deletes(tree.two, 'keep'),
      async () => add('New'),
    )
    decide('Two', 'mine')
    synced.restart()
    await add('Newer')
    await sent()
    await sent()
    expect(await parentOf('New')).toBe('One')
    expect(questions()).toEqual([['Two', asked(['Newer'], false)]])
    decide('Two', 'mine')
    await settledAs()
    expect(await parentOf('Newer')).toBe('One')
  })

  it('is to be decided again where the decision is undone, and nothing has moved', async () => {
    await meanwhile(
      () => deletes(tree.two, 'keep'),
      async () => bench.ask('POST', '/categories?asTest=1', { name: 'New', parentId: await idOf('Two') }),
    )
    const { id } = open('Two')
    decide('Two', 'mine')
    expect(bench.shown('New')).toMatchObject([{ parentId: bench.shown('One')[0]!.id }])
    synced.session.changes.undecide([id])
    expect(bench.allOpen()).toMatchObject([{ id, state: 'conflict' }])
    expect(bench.shown('New')).toMatchObject([{ parentId: bench.shown('Two')[0]!.id }])
    await sent()
    expect(await parentOf('New')).toBe('Two')
  })

  it('says both where others edited it as well', async () => {
    await meanwhile(
      () => deletes(tree.two, 'delete'),
      async () => {
        await bench.ask('POST', '/categories?asTest=1', { name: 'New', parentId: await idOf('Two') })
        await bench.theirs('PUT', await idOf('Two'), { name: 'Second' })
      },
    )
    expect(questions()).toEqual([['Two', [{ field: 'name', before: 'Two', after: 'Second' }, ...asked(['New'], true)]]])
  })
})

it('a category goes after what was made here below it has come out of it', async () => {
  bench.hold(true)
  bench.create('Made', tree.two)
  deletes(tree.two, 'keep')
  synced.skip(10_000)
  bench.hold(false)
  await settledAs()
  expect(await parentOf('Made')).toBe('One')
  expect(await bench.named('Two')).toEqual([])
})

it('a category goes after what was made here below it and is deleted with it', async () => {
  bench.hold(true)
  bench.create('Made', tree.two)
  deletes(tree.two, 'delete')
  synced.skip(10_000)
  bench.hold(false)
  await settledAs()
  expect([await bench.named('Made'), await bench.named('Two')]).toEqual([[], []])
})
