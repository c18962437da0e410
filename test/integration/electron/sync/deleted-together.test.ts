import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  await synced.pull()
})
afterEach(() => synced.close())

const rows = () => synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows

describe('a product that was deleted in a category comes back into it, whichever of both is made anew first', () => {
  const deleteBoth = async (first: 'product' | 'category') => {
    bench.create('Shelf')
    await synced.settled()
    const { id } = rows()[0]!
    const shelf = bench.shown('Shelf')[0]!
    bench.file(id, [...bench.filed(id), shelf.id])
    await synced.settled()
    const acts = {
      category: () => bench.apply({ kind: 'category.delete', categoryId: shelf.id, below: 'delete' }).changeSetId!,
      product: () => bench.apply({ kind: 'delete', productId: id }).changeSetId!,
    }
    const [one, other] = first === 'product' ? (['product', 'category'] as const) : (['category', 'product'] as const)
    const sets = { [one]: acts[one](), [other]: 0 }
    // The category goes last in the store, whichever was deleted first here.
    if (first === 'category') synced.session.changes.hold(sets['category']!, true)
    else await synced.settled()
    sets[other] = acts[other]()
    await synced.settled()
    if (first === 'category') synced.session.changes.hold(sets['category']!, false)
    await synced.settled()
    expect(await bench.named('Shelf')).toEqual([])
    return sets
  }

  it.each(['product', 'category'] as const)('the %s was deleted first', async (first) => {
    const { name } = rows()[0]!
    const sets = await deleteBoth(first)
    for (const each of ['product', 'category']) {
      synced.session.changes.revert(sets[each]!)
      await synced.settled()
    }
    const [made] = await bench.named('Shelf')
    const { products } = await readState(synced.store)
    expect(products.find((each) => each.name === name)!['categoryIds']).toContain(made!.id)
    expect(bench.filed(rows().find((each) => each.name === name)!.id)).toContain(made!.id)
  })
})

it('a category that is renamed takes nothing from products that were deleted before', async () => {
  const [row] = rows()
  const categoryId = bench.filed(row!.id)[0]!
  bench.apply({ kind: 'delete', productId: row!.id })
  await synced.settled()
  const { changeSetId } = bench.apply({ kind: 'category.update', categoryId, fields: { name: 'Renamed' } })
  await synced.settled()
  expect(synced.catalogue.changes.ofSet(changeSetId!).map(({ state, token }) => [state, token?.lost])).toEqual([
    ['sent', undefined],
  ])
})
