import { expect } from 'vitest'
import type { ShelfBench } from './shelf-bench'
import type { SyncedStore } from './synced-store'

type Made = ReturnType<typeof makeCategories>

/** A category, one below it, a product that goes into both and one that is made in the lower one. */
export function makeCategories({ catalogue }: SyncedStore, bench: ShelfBench) {
  const row = catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!
  const before = bench.filed(row.id)
  const upper = bench.create('Upper')
  const lower = bench.create('Lower', upper)
  bench.file(row.id, [...before, upper, lower])
  bench.apply({
    kind: 'create',
    fields: { name: 'Made in it', price: 5, categoryIds: [lower] },
  })
  return { row, before }
}

/** Each is in the store once, as the screen shows it, before a pull and after it. */
export async function expectCategories(synced: SyncedStore, bench: ShelfBench, { row, before }: Made): Promise<void> {
  const remoteIn = async (ecwidId: number) => (await synced.remote(ecwidId))['categoryIds']
  const [uppers, lowers] = [await bench.named('Upper'), await bench.named('Lower')]
  expect([uppers.length, lowers.length]).toEqual([1, 1])
  expect(lowers[0]!.parentId).toBe(uppers[0]!.id)
  expect(await remoteIn(row.ecwidId!)).toEqual([...before, uppers[0]!.id, lowers[0]!.id])
  const made = synced.catalogue.search({ text: 'Made in it' }, 0, 5).rows
  expect(made).toHaveLength(1)
  expect(await remoteIn(made[0]!.ecwidId!)).toEqual([lowers[0]!.id])
  expect(bench.allOpen()).toEqual([])
  await bench.expectSame()
  await synced.pull()
  await bench.expectSame()
}
