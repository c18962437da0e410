import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import type { ProductQuery } from '../../../../electron/shared/product-query'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let ids: number[]
beforeEach(() => {
  mugs = openMugs()
  ids = [1, 2, 3].map((n) => mugs.put(n, { price: n * 10, enabled: true }))
  bulk = openProposals(mugs)
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

const type = (id: number, patch: ProductPatch, base: ProductPatch, unparsed: Record<string, string> = {}) =>
  mugs.catalogue.drafts.put(id, { base, patch, unparsed, variations: {}, savedAt: 1 })
const draftOf = (id: number) => mugs.catalogue.drafts.get(id)

async function proposed() {
  bulk.propose({ selection: { typed: true }, action: { kind: 'typed' } })
  return bulk.reaches('ready')
}

it('what is typed into products is reviewed together, and no draft any more when it is written', async () => {
  type(ids[0]!, { price: 11, subtitle: 'New' }, { price: 10, subtitle: '' })
  type(ids[2]!, { price: 31 }, { price: 30 })
  expect(await proposed()).toMatchObject({ products: 2, fields: 3 })
  expect(draftOf(ids[0]!)).toBeDefined()
  await bulk.applied()
  expect(ids.map((id) => mugs.openOf(id).map(({ field, after }) => [field, after]))).toEqual([
    expect.arrayContaining([
      ['price', 11],
      ['subtitle', 'New'],
    ]),
    [],
    [['price', 31]],
  ])
  expect(ids.map(draftOf)).toEqual([undefined, undefined, undefined])
})

it('what is typed is reviewed in the order of the list, whichever was typed into first', async () => {
  for (const [at, id] of ids.entries()) {
    mugs.catalogue.drafts.put(id, {
      base: { price: 10 },
      patch: { price: 99 },
      unparsed: {},
      variations: {},
      savedAt: at,
    })
  }
  const order = async (query: ProductQuery) => {
    bulk.propose({ selection: { typed: true, query }, action: { kind: 'typed' } })
    await bulk.reaches('ready')
    return bulk.rows().map(({ productName }) => productName)
  }
  expect(await order({ sort: 'PRICE_ASC' })).toEqual(['Mug 1', 'Mug 2', 'Mug 3'])
  expect(await order({ sort: 'PRICE_DESC' })).toEqual(['Mug 3', 'Mug 2', 'Mug 1'])
  // What the list does not find comes behind what it finds.
  expect((await order({ text: 'M-2', sort: 'PRICE_ASC' }))[0]).toBe('Mug 2')
})

it('what is left out, is no value yet, or was typed since the review stays typed', async () => {
  type(ids[0]!, { price: 11, subtitle: 'New' }, { price: 10, subtitle: '' }, { weight: '1,' })
  type(ids[1]!, { price: 21 }, { price: 20 })
  const { id } = await proposed()
  bulk.leaveOut(id, { field: 'subtitle' }, true)
  type(ids[1]!, { price: 22 }, { price: 20 })
  await bulk.applied()
  expect(draftOf(ids[0]!)).toMatchObject({
    base: { subtitle: '' },
    patch: { subtitle: 'New' },
    unparsed: { weight: '1,' },
  })
  expect(draftOf(ids[1]!)).toMatchObject({ base: { price: 21 }, patch: { price: 22 } })
})

it('what was taken back since the review is not written by it, and the rest is', async () => {
  type(ids[0]!, { price: 11, subtitle: 'New' }, { price: 10, subtitle: '' })
  type(ids[1]!, { price: 21 }, { price: 20 })
  type(ids[2]!, { price: 31 }, { price: 30 })
  await proposed()
  type(ids[0]!, { subtitle: 'New' }, { subtitle: '' })
  mugs.catalogue.drafts.remove(ids[1]!)
  await bulk.applied()
  expect(ids.map((id) => mugs.openOf(id).map(({ field, after }) => [field, after]))).toEqual([
    [['subtitle', 'New']],
    [],
    [['price', 31]],
  ])
  expect(bulk.only('refused').map(({ reason }) => reason)).toEqual(
    Array.from({ length: 2 }, () => 'It is typed no more: it was saved or taken back after this review was made.'),
  )
})

it('text that is no value is in the review with its reason, goes nowhere, and stays typed', async () => {
  type(ids[0]!, {}, {}, { price: 'abc' })
  type(ids[1]!, { price: 12 }, { price: 20 }, { price: 'xyz' })
  type(ids[2]!, { price: 31 }, { price: 30 })
  expect(await proposed()).toMatchObject({ products: 1, fields: 1, refused: 2 })
  const refused = bulk.only('refused').map(({ field, after, reason }) => [field, after, reason])
  expect(refused.toSorted()).toEqual([
    ['price', 'abc', 'This is no number.'],
    ['price', 'xyz', 'This is no number.'],
  ])
  await bulk.applied()
  expect([0, 1].map((at) => draftOf(ids[at]!)?.unparsed)).toEqual([{ price: 'abc' }, { price: 'xyz' }])
  expect(mugs.openOf(ids[1]!)).toEqual([])
})

it('what the store would refuse is refused in the review, and stays typed', async () => {
  type(ids[0]!, { price: -1 }, { price: 10 })
  type(ids[1]!, { price: 21 }, { price: 20 })
  expect(await proposed()).toMatchObject({ products: 1, fields: 1, refused: 1 })
  await bulk.applied()
  expect(draftOf(ids[0]!)).toMatchObject({ patch: { price: -1 } })
  expect(draftOf(ids[1]!)).toBeUndefined()
})
