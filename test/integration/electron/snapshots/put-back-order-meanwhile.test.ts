import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

// The yes is given, and before the order of a category goes back its owner saves something else of it.

let bench: PutBackBench
let shelves: ShelfBench
/** Four products in Paper, in this order; the second one is not in it any more. */
let paper: number
let products: number[]
let names: string[]
beforeEach(async () => {
  bench = await openPutBackBench({ products: 20 })
  shelves = createShelfBench(bench.shop)
  const { rows } = bench.shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 20)
  const chosen = rows.filter(({ variationCount }) => variationCount === 0).slice(0, 4)
  products = chosen.map(({ id }) => id)
  names = chosen.map(({ name }) => name)
  const productIds = chosen.map(({ ecwidId }) => ecwidId)
  paper = (await shelves.ask<{ id: number }>('POST', '/categories', { name: 'Paper', productIds })).id
  await bench.shop.pull()
  await bench.take()
  const categoryIds = shelves.filed(products[1]!).filter((id) => id !== paper)
  await bench.done({ kind: 'update', productId: products[1]!, fields: { categoryIds } })
})
afterEach(() => bench.close())

const dragged = (): Operation => ({ kind: 'category.place', categoryId: paper, product: products[3]!, to: { by: -1 } })
const renamed = (name: string): Operation => ({ kind: 'category.update', categoryId: paper, fields: { name } })

/** By their places then, as the store has them now. */
async function inPaper(): Promise<number[]> {
  const { productIds } = await shelves.ask<{ productIds: number[] }>('GET', `/categories/${paper}`)
  const nameOf = async (id: number) => String((await bench.shop.remote(id)).name)
  return (await Promise.all(productIds.map(nameOf))).map((name) => names.indexOf(name))
}

async function putBackAndMeanwhile(operation: Operation): Promise<void> {
  await bench.shop.pull()
  expect(await bench.putBack()).toMatchObject({ refused: 0 })
  const ended = bench.applied()
  shelves.apply(operation)
  await ended
  expect(shelves.allOpen()).toEqual([])
}

it('products come to their place in a category that is renamed before they are written', async () => {
  await putBackAndMeanwhile(renamed('Sheets'))
  expect(await inPaper()).toEqual([0, 1, 2, 3])
  expect(await shelves.named('Sheets')).toHaveLength(1)
  expect(bench.bulk.only('refused')).toEqual([])
})

it('an order that its owner makes meanwhile stays, and the row of the older one says so', async () => {
  await bench.done(renamed('Sheets'), dragged())
  await putBackAndMeanwhile(dragged())
  expect(await inPaper()).toEqual([3, 0, 2, 1])
  expect(await shelves.named('Paper')).toHaveLength(1)
  expect(bench.bulk.only('refused').map(({ field, reason }) => [field, reason])).toEqual([
    ['shelf', 'Its products were put into another order since the review.'],
  ])
})

it('an order that its owner makes meanwhile stays also where nothing else of the category goes back', async () => {
  await putBackAndMeanwhile(dragged())
  expect(await inPaper()).toEqual([0, 3, 2, 1])
  expect(bench.bulk.only('refused')).toHaveLength(1)
})
