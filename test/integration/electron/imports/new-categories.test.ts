import { afterEach, beforeEach, expect, it } from 'vitest'
import { isCreate } from '../../../../electron/shared/change-address'
import { createPayloadSchema } from '../../../../electron/shared/change-record'
import { bulkLabel } from '../../../../electron/bulk/bulk-label'
import { aProposal } from '../../../support/a-proposal'
import { createProposedCategories } from '../../../../electron/bulk/proposed-categories'
import { writeSet } from '../../../../electron/changes/write-set'
import {
  firstProposedCategory,
  isProposedCategory,
  isProposedProduct,
  proposedProductId,
} from '../../../../electron/shared/proposal'
import { openImports, type OpenImports } from './an-import'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { wordsOfMugs } from './full-mug'

let table: OpenImports
let known: { words: StoreWords }
beforeEach(() => {
  known = { words: wordsOfMugs }
  table = openImports(known)
})
afterEach(() => table.close())

const categories = () =>
  table.mugs.catalogue.categories.list().map(({ id, parentId, name }) => ({ id, parentId, name }))
const inStore = (id: number, name: string, parentId = 0) =>
  table.mugs.catalogue.categories.show(
    { id, name, parentId, enabled: true, orderBy: 10 },
    { madeAs: null, untranslated: [] },
  )
const filedOf = (text: string) => {
  const [row] = table.mugs.catalogue.search({ text }, 0, 1).rows
  const create = table.mugs.openOf(row?.id ?? 0).find(isCreate)
  return createPayloadSchema.parse(create?.after).fields.categoryIds
}

const header = 'SKU,Name,Price,Categories'

it('paths that are not there are named, and refused as long as nobody wants them made', async () => {
  table.mugs.put(1)
  const file = table.csv(
    header,
    'M-1,,5,Kitchen / Jars / Small',
    'NEW-1,Cup,4,Garden | kitchen / cups',
    'NEW-2,Pot,4,Garden',
  )
  const { newCategories } = await table.imported(file)
  expect(newCategories).toEqual({
    update: ['Kitchen / Jars', 'Kitchen / Jars / Small'],
    add: ['Garden'],
    both: ['Kitchen / Jars', 'Kitchen / Jars / Small', 'Garden'],
  })
  expect(table.bulk.only('refused').map(({ field, reason }) => [field, reason])).toEqual([
    ['categoryIds', 'No category is called Kitchen / Jars / Small.'],
    ['categoryIds', 'No category is called Garden.'],
    ['categoryIds', 'No category is called Garden.'],
  ])
  expect(table.bulk.current()?.newCategories).toEqual([])
})

it('paths that are wanted are made once, level by level, with the first product in them, in the one set', async () => {
  inStore(7, 'Kitchen')
  const id = table.mugs.put(1)
  const lines = ['M-1,,5,Kitchen / Jars / Small', 'NEW-1,Cup,4,Garden | kitchen > jars', 'NEW-2,Pot,4,garden']
  await table.imported(table.csv(header, ...lines), { makesCategories: true })
  expect(table.bulk.current()?.newCategories.map(({ name }) => name)).toEqual(['Jars', 'Small', 'Garden'])
  const before = categories()
  expect(before).toHaveLength(1)

  const { changeSetId } = await table.bulk.applied()
  const [, jars, small, garden] = categories().toSorted((one, other) => other.id - one.id)
  expect([jars, small, garden]).toMatchObject([
    { name: 'Jars', parentId: 7 },
    { name: 'Small', parentId: jars?.id },
    { name: 'Garden', parentId: 0 },
  ])
  expect(table.mugs.openOf(id)).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ field: 'categoryIds', after: [small?.id], setId: changeSetId })]),
  )
  expect(filedOf('Cup')).toEqual([garden?.id, jars?.id])
  expect(filedOf('Pot')).toEqual([garden?.id])

  await table.mugs.changes.revertInParts(changeSetId ?? 0)
  expect(categories()).toEqual(before)
  expect(table.mugs.catalogue.search({ text: 'Cup' }, 0, 1).total).toBe(0)
})

it('one that nobody goes into is not made, and one that came meanwhile not twice', async () => {
  const lines = ['NEW-1,Cup,4,Garden', 'NEW-2,Pot,4,Attic']
  await table.imported(table.csv(header, ...lines), { makesCategories: true })
  const [, pot] = table.bulk.rows().filter(({ field }) => field === 'new')
  table.bulk.leaveOut(table.bulk.current()!.id, { productId: pot!.productId }, true)
  inStore(33, 'Garden')
  await table.bulk.applied()
  expect(categories()).toEqual([{ id: 33, parentId: 0, name: 'Garden' }])
  expect(filedOf('Cup')).toEqual([33])
})

it('a slash within a name is none between two levels, and no name is made of nothing', async () => {
  known.words = {
    ...wordsOfMugs,
    categories: [{ id: 4, parentId: 0, name: 'Salt / Pepper', enabled: true, orderBy: 1 }],
  }
  const lines = ['NEW-1,Cup,4,Salt / Pepper / Mills', 'NEW-2,Pot,4,Garden / / Tools', 'NEW-3,Jar,4,Category 12']
  const { newCategories } = await table.imported(table.csv(header, ...lines), { makesCategories: true })
  expect(newCategories.add).toEqual(['Salt / Pepper / Mills'])
  expect(table.bulk.current()?.newCategories).toMatchObject([{ name: 'Mills', parentId: 4 }])
  expect(table.bulk.only('refused').map(({ reason }) => reason)).toEqual([
    'No category is called Garden / / Tools.',
    'No category is called Category 12.',
  ])
})

it('Ecwid’s own files list them in columns of their own', async () => {
  const id = table.mugs.put(1, { categoryIds: [7] })
  const head = 'type,product_internal_id,product_sku,product_name,product_category_2,product_category_1'
  const lines = ['product,1,M-1,Mug 1,Kitchen / Cups,Kitchen', 'product,2,NEW-1,Cup,,Garden / Pots']
  const { newCategories } = await table.imported(table.csv(head, ...lines), { makesCategories: true })
  expect(newCategories.both).toEqual(['Garden', 'Garden / Pots'])
  expect(table.bulk.rows().find(({ productId, field }) => productId === id && field === 'categoryIds')?.after).toEqual([
    7, 8,
  ])
})

it('a product goes into no other category where the one that it is meant for is not known any more', async () => {
  await table.imported(table.csv(header, 'NEW-1,Cup,4,Garden'), { makesCategories: true })
  const { catalogue } = table.mugs
  const known = createProposedCategories(catalogue, table.bulk.current()?.id ?? 0)
  const edit = { variationId: null, field: 'categoryIds', before: [], id: 1, follows: null } as const
  const named = (id: number) =>
    catalogue.transaction(() =>
      known.named(
        [{ ...edit, after: [id] }],
        writeSet(catalogue, 1, { source: 'bulk', label: bulkLabel({ kind: 'import', file: 'list.csv' }, aProposal()) }),
      ),
    )
  expect(() => named(firstProposedCategory - 9)).toThrow('A category that it goes into is not known any more.')
  expect(categories()).toEqual([])
})

it('a product and a category that are proposed are never taken for each other, nor for what is there', () => {
  const ids = [proposedProductId(0), proposedProductId(100_000), firstProposedCategory, firstProposedCategory - 7, 3]
  expect(ids.map(isProposedProduct)).toEqual([true, true, false, false, false])
  expect(ids.map(isProposedCategory)).toEqual([false, false, true, true, false])
})
