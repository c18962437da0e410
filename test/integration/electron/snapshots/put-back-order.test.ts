import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shelves: ShelfBench
/** Four products in Paper, in this order. */
let paper: number
let products: number[]
let names: string[]
beforeEach(async () => {
  bench = await openPutBackBench({ products: 20 })
  shelves = createShelfBench(bench.shop)
  const { rows } = bench.shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 20)
  const plain = rows.filter(({ variationCount }) => variationCount === 0).slice(0, 4)
  // As a put-back goes through them.
  const chosen = plain.toSorted((one, other) => other.id - one.id)
  products = chosen.map(({ id }) => id)
  names = chosen.map(({ name }) => name)
  const productIds = chosen.map(({ ecwidId }) => ecwidId)
  paper = (await shelves.ask<{ id: number }>('POST', '/categories', { name: 'Paper', productIds })).id
  await bench.shop.pull()
  await bench.take()
})
afterEach(() => bench.close())

const [first, second, third, fourth] = [0, 1, 2, 3]
const out = (at: number): Operation => ({
  kind: 'update',
  productId: products[at]!,
  fields: { categoryIds: shelves.filed(products[at]!).filter((id) => id !== paper) },
})
const deleted = (at: number): Operation => ({ kind: 'delete', productId: products[at]! })

/** By their places then, as the store has them now. */
async function inPaper(): Promise<number[]> {
  const [category] = await shelves.named('Paper')
  const { productIds } = await shelves.ask<{ productIds: number[] }>('GET', `/categories/${category!.id}`)
  const nameOf = async (id: number) => String((await bench.shop.remote(id)).name)
  return (await Promise.all(productIds.map(nameOf))).map((name) => names.indexOf(name))
}
async function putBackOnce(selection?: Parameters<PutBackBench['putBack']>[0]) {
  expect(await bench.putBack(selection)).toMatchObject({ refused: 0 })
  const { changeSetId } = await bench.applied()
  expect(shelves.allOpen()).toEqual([])
  return changeSetId!
}
async function isAsItWas(): Promise<void> {
  expect(await inPaper()).toEqual([first, second, third, fourth])
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
  await bench.shop.pull()
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
}

describe('the place of a product in its category', () => {
  it.each(['that is known', 'before the next pull'])(
    'is the one of then, of one that left and comes back, %s; undone it leaves',
    async (when) => {
      await bench.done(out(first), out(third))
      if (when === 'that is known') await bench.shop.pull()
      const setId = await putBackOnce()
      await isAsItWas()
      await bench.shop.session.changes.revertInParts(setId)
      bench.shop.skip(60_000)
      await bench.shop.settled()
      expect(shelves.allOpen()).toEqual([])
      expect(await inPaper()).toEqual([second, fourth])
    },
  )

  it('is the one of then, of one that was deleted and comes back', async () => {
    await bench.done(deleted(first), out(third))
    await bench.shop.pull()
    await putBackOnce()
    await isAsItWas()
  })

  it('is the one of then where its category was deleted as well', async () => {
    await bench.done(deleted(first), out(second))
    await bench.done({ kind: 'category.delete', categoryId: paper, below: 'delete' })
    await bench.shop.pull()
    await putBackOnce()
    await isAsItWas()
  })

  it('is the one of then of the last two, whichever of them the store hears of first', async () => {
    await bench.done(out(third), out(fourth))
    await bench.shop.pull()
    const path = `/products/${bench.shop.catalogue.products.ecwidIdOf(products[third]!)}\\b`
    await bench.shop.control('POST', '/faults', { kind: 'slow', ms: 500, match: { method: 'PUT', path } })
    await putBackOnce()
    await isAsItWas()
  })

  it('is beside its neighbours of then where it is put back alone: those that were moved since stay so', async () => {
    await bench.done(out(second))
    await bench.shop.pull()
    await bench.done({ kind: 'category.place', categoryId: paper, product: products[fourth]!, to: { by: -2 } })
    await bench.shop.pull()
    expect(await inPaper()).toEqual([fourth, first, third])
    await putBackOnce({ ids: [products[second]!] })
    expect(await inPaper()).toEqual([fourth, first, second, third])
  })

  it('is not that of one whose row is left out', async () => {
    await bench.done(out(first), deleted(second))
    await bench.done({ kind: 'category.place', categoryId: paper, product: products[fourth]!, to: { by: -1 } })
    await bench.shop.pull()
    await bench.putBack()
    for (const { productId } of bench.bulk.rows()) {
      const isOut = productId === products[first] || productId === -products[second]!
      if (isOut) bench.bulk.leaveOut(bench.bulk.current()!.id, { productId }, true)
    }
    await bench.applied()
    expect(shelves.allOpen()).toEqual([])
    expect(await inPaper()).toEqual([third, fourth])
  })
})
