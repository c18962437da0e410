import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImports, type OpenImports } from './an-import'
import { fullMug } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const header = 'Command,SKU,Name,Price'
const found = (text: string) => table.mugs.catalogue.search({ text }, 0, 1).total

it('each row says whether it is new, an edit, a delete or nothing, and without a word goes as all rows do', async () => {
  const [first, second] = [1, 2, 3, 4].map((n) => table.mugs.put(n))
  const lines = [
    'update,M-1,,5',
    'DELETE,M-2,Other,6',
    'Ignore,M-3,,7',
    'NEW,NEW-1,Cup,4',
    ',NEW-2,Pot,8',
    'MERGE,M-4,,9',
  ]
  const { products, added, unmatched } = await table.imported(table.csv(header, ...lines))
  expect([products, added, unmatched]).toEqual([3, 2, 0])
  expect(table.bulk.current()).toMatchObject({ products: 5, creations: 2, deletions: 1 })
  expect(table.bulk.rows().filter(({ productId }) => productId === second)).toMatchObject([
    { field: null, standing: 'in' },
  ])

  const { changeSetId } = await table.bulk.applied()
  expect([found('M-2'), found('M-3'), found('NEW-1'), found('NEW-2')]).toEqual([0, 1, 1, 1])
  await table.mugs.changes.revertInParts(changeSetId ?? 0)
  expect([found('M-2'), found('NEW-1'), found('NEW-2')]).toEqual([1, 0, 0])
  expect(table.mugs.openOf(first ?? 0)).toEqual([])
})

it('a word that cannot be followed leaves its row out, and says why', async () => {
  table.mugs.put(1, fullMug)
  const lines = [
    'NEW,M-1,Cup,4',
    'UPDATE,NEW-1,Cup,4',
    'DELETE,NEW-2,Cup,4',
    'REPLACE,M-1,,4',
    'DELETE,M-1-S,,',
    'constructor,M-1,,',
  ]
  const { first, proposal } = await table.imported(table.csv(header, ...lines))
  expect(proposal).toBeNull()
  expect(first.map(({ why }) => why)).toEqual([
    'The product is there already, and the row says NEW.',
    'No product has the SKU NEW-1.',
    'No product has the SKU NEW-2.',
    '“REPLACE” is no command. Write NEW, UPDATE, DELETE or IGNORE.',
    'It is a variation. Only whole products are deleted by a table.',
    '“constructor” is no command. Write NEW, UPDATE, DELETE or IGNORE.',
  ])
})

it('deletes no product whose number means another one in the table', async () => {
  table.mugs.put(1)
  table.mugs.put(2)
  const { first } = await table.imported(table.csv('Command,Ecwid ID,SKU', 'DELETE,1,OTHER', 'DELETE,2,m-2'))
  expect(first).toEqual([
    { row: 2, named: 'OTHER', why: 'The product with this Ecwid ID has the SKU M-1, not OTHER. It is not deleted.' },
  ])
  expect(table.bulk.current()).toMatchObject({ products: 1, deletions: 1 })
})

describe('a product that is deleted beside rows of its variations', () => {
  const listed = 'Command,Product or variation,Ecwid ID,SKU,Price,Option: Size'
  const product = 'DELETE,Product,1,M-1,,'
  const variations = [',Variation,1,,7,S', ',Variation,1,,9,L']

  it('goes, and each row below it says why nothing is taken of it', async () => {
    table.mugs.put(1, fullMug)
    const { first } = await table.imported(table.csv(listed, product, ...variations))
    expect(table.bulk.current()).toMatchObject({ products: 1, deletions: 1 })
    expect(first).toEqual(
      [3, 4].map((row) => ({
        row,
        named: '1',
        why: 'An earlier row deletes its product, and this variation with it.',
      })),
    )
  })

  it('stays where rows above it are about them', async () => {
    table.mugs.put(1, fullMug)
    const { first } = await table.imported(table.csv(listed, ...variations, product))
    expect(table.bulk.current()).toMatchObject({ products: 1, deletions: 0 })
    expect(first).toEqual([
      {
        row: 4,
        named: 'M-1',
        why: 'Earlier rows are about options or variations of this product, so it is not deleted. Leave them out to delete it.',
      },
    ])
  })
})

it('deletes nothing where only new products are asked for', async () => {
  table.mugs.put(1)
  await table.imported(table.csv(header, 'DELETE,M-1,,', 'NEW,NEW-1,Cup,4'), { what: 'add' })
  expect(table.bulk.current()).toMatchObject({ products: 1, creations: 1, deletions: 0 })
})
