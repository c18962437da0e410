import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

// How many of what is put back are done: those of which nothing could be put back are the rest.

let bench: PutBackBench
let shelves: ShelfBench
/** Paper, below Lanterns, has three products; since then they are in another order. */
let lanterns: number, paper: number
beforeEach(async () => {
  bench = await openPutBackBench({ products: 20 })
  shelves = createShelfBench(bench.shop)
  const chosen = bench.shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 3).rows
  const productIds = chosen.map(({ ecwidId }) => ecwidId)
  lanterns = (await shelves.ask<{ id: number }>('POST', '/categories', { name: 'Lanterns' })).id
  const made = { name: 'Paper', parentId: lanterns, productIds }
  paper = (await shelves.ask<{ id: number }>('POST', '/categories', made)).id
  await bench.shop.pull()
  await bench.take()
  await bench.done({ kind: 'category.place', categoryId: paper, product: chosen[2]!.id, to: { by: -1 } })
})
afterEach(() => bench.close())

const renamed = (name: string): Operation => ({ kind: 'category.update', categoryId: paper, fields: { name } })

it('a category whose order goes back after a restart, and the rest of it before, is one', async () => {
  await bench.done(renamed('Sheets'))
  const { id } = await bench.putBack()
  bench.bulk.apply(id)
  shelves.apply({ kind: 'category.update', categoryId: paper, fields: { description: '<p>White</p>' } })
  await bench.bulk.stop()
  expect(bench.bulk.current()).toMatchObject({ state: 'applying', made: 1 })
  const next = openProposals({ catalogue: bench.shop.catalogue, ...bench.shop.session })
  next.resume()
  expect(await next.reaches('applied')).toMatchObject({ done: 1, total: 1, refused: 0 })
  await next.stop()
})

it('a category that cannot go back is none, its order included', async () => {
  await bench.done({ kind: 'category.move', categoryId: paper, parentId: 0, before: null })
  await bench.done({ kind: 'category.move', categoryId: lanterns, parentId: paper, before: null })
  const localId = bench.shop.catalogue.shelves.findByEcwidId('category', paper)!
  expect(await bench.putBack({ ids: [localId] })).toMatchObject({ products: 1 })
  expect(await bench.applied()).toMatchObject({ done: 0, total: 1 })
})
