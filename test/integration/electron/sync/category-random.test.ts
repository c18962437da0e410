import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { matrixFaults } from '../../../support/matrix-faults'
import { playEach, playing } from '../../../support/playing'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Whatever is done to categories and what is in them, here, by others and on the way, in whatever order: in the end each that was made is
// in the store once, and the store is as the screen shows.

const faults = matrixFaults.filter(({ body, stopsEverything, name }) => body && !stopsEverything && name !== 'silence')
const one = fc.nat(5)
const step = fc.oneof(
  fc.record({ does: fc.constant('create' as const), one }),
  fc.record({ does: fc.constant('rename' as const), one }),
  fc.record({ does: fc.constant('describe' as const), one }),
  fc.record({ does: fc.constant('delete' as const), one }),
  fc.record({ does: fc.constant('file' as const), one, product: fc.nat(3) }),
  fc.record({
    does: fc.constant('take out' as const),
    one,
    product: fc.nat(3),
  }),
  fc.record({ does: fc.constant('take back' as const), one }),
  fc.record({ does: fc.constant('theirs: rename' as const), one }),
  fc.record({ does: fc.constant('theirs: describe' as const), one }),
  fc.record({ does: fc.constant('theirs: delete' as const), one }),
  fc.record({
    does: fc.constant('fault' as const),
    one: fc.nat(faults.length - 1),
    method: fc.constantFrom('POST', 'PUT', 'DELETE', 'GET'),
  }),
  fc.record({
    does: fc.constantFrom('hold' as const, 'let go' as const, 'pull' as const, 'end' as const, 'settle' as const),
    one,
  }),
)
type Step = typeof step extends fc.Arbitrary<infer Some> ? Some : never

let synced: SyncedStore
let bench: ShelfBench
afterEach(() => synced.close())

async function open(): Promise<void> {
  synced = await openSyncedStore({ products: 20 })
  bench = createShelfBench(synced)
  await synced.pull()
}

const played = playing.count('steps with categories')

async function play(steps: readonly Step[]): Promise<void> {
  const products = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 4).rows
  /** Names of those made here that nobody was to delete. */
  const wanted = new Set<string>()
  let number = 0
  const next = () => `New ${++number}`
  const shown = (at: number) => {
    const { categories } = synced.session.snapshot()
    return categories.toSorted((a, b) => a.id - b.id)[at % Math.max(1, categories.length)]
  }
  /** With it goes what is below it. */
  const forget = (id: number) => {
    const { categories } = synced.session.snapshot()
    const category = categories.find((each) => each.id === id)
    if (category) wanted.delete(category.name)
    for (const below of categories) if (below.parentId === id) forget(below.id)
  }
  const run = async (each: Step): Promise<void> => {
    if (each.does === 'hold' || each.does === 'let go') return void bench.hold(each.does === 'hold')
    if (each.does === 'pull') return void (await synced.pull())
    if (each.does === 'settle') return synced.settled()
    if (each.does === 'end') return synced.crash()
    if (each.does === 'fault') {
      const match = { method: each.method, path: '/(categories|products)[^?]*$' }
      return void (await synced.control('POST', '/faults', {
        ...faults[each.one]!.body,
        match,
      }))
    }
    const category = shown(each.one)
    if (!category) return
    const { id, name } = category
    if (each.does === 'create') {
      const made = next()
      wanted.add(made)
      bench.create(made, each.one > 3 ? 0 : id)
    } else if (each.does === 'rename') {
      const renamed = next()
      if (wanted.delete(name)) wanted.add(renamed)
      bench.set(id, 'name', name, renamed)
    } else if (each.does === 'describe') bench.set(id, 'seoTitle', '', next())
    else if (each.does === 'delete') {
      forget(id)
      bench.remove(id, { name })
    } else if (each.does === 'file' || each.does === 'take out') {
      const product = products[each.product]!
      const others = bench.filed(product.id).filter((one) => one !== id)
      bench.file(product.id, each.does === 'file' ? [...others, id] : others)
    } else if (each.does === 'take back') {
      const open = synced.catalogue.changes.openOf('category', bench.localIdOf(id))
      if (open.length === 0 || open.some(({ state }) => state === 'sending' || state === 'unknown')) return
      forget(id)
      synced.session.changes.takeBack(open.map((change) => change.id))
    } else if (id > 0) {
      if (each.does === 'theirs: delete') forget(id)
      else wanted.delete(name)
      if (each.does === 'theirs: delete') await bench.theirs('DELETE', id)
      else await bench.theirs('PUT', id, each.does === 'theirs: rename' ? { name: next() } : { seoTitle: next() })
    }
  }
  for (const each of steps) await run(each)
  played.add(steps.length)
  await synced.control('DELETE', '/faults')
  bench.hold(false)
  await synced.settled()
  await answerAll(forget)
  expect(bench.allOpen()).toEqual([])
  await synced.pull()
  await bench.expectSame()
  const names = (await bench.categories()).map(({ name }) => name)
  const made = names.filter((name) => name.startsWith('New'))
  expect(made).toEqual([...new Set(made)])
  for (const name of wanted) expect(names, 'what was made').toContain(name)
}

/** What is asked is answered, and what is refused is taken back. */
async function answerAll(forget: (id: number) => void): Promise<void> {
  for (let round = 0; round < 5 && bench.allOpen().length > 0; round++) {
    const open = bench.allOpen()
    const conflicts = open.filter(({ state }) => state === 'conflict')
    const refused = open.filter(({ state }) => state === 'refused')
    if (conflicts.length > 0)
      synced.session.changes.resolve(
        conflicts.map(({ id }) => id),
        { take: 'theirs' },
      )
    for (const { thing, productId } of refused) if (thing === 'category') forget(shownIdOf(productId))
    if (refused.length > 0) synced.session.changes.takeBack(refused.map(({ id }) => id))
    synced.skip(60_000)
    await synced.settled()
  }
}

const shownIdOf = (localId: number) => synced.catalogue.shelves.get(localId)?.ecwidId ?? localId

it(
  'each category that was made is in the store once, and the store is as the screen shows',
  () => playEach(fc.array(step, { minLength: 4, maxLength: 14 }), 12, { open, close: () => synced.close(), play }),
  playing.timeout,
)
