import { afterEach, beforeEach, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { readWholeTable } from '../../../support/read-whole-table'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const tiers = [
  { quantity: 10, price: 8 },
  { quantity: 50, price: 7.5 },
]
const changing = () =>
  table.bulk
    .rows()
    .flatMap(({ variation, field, after, standing, reason }) =>
      field === 'wholesalePrices' && standing !== 'same' ? [[variation, standing, reason ?? after]] : [],
    )

it('an export has a column of each quantity, which come back as no news and change what was changed in them', async () => {
  const [small, large] = fullMug.combinations
  table.mugs.put(1, {
    ...fullMug,
    wholesalePrices: tiers,
    combinations: [{ ...small, wholesalePrices: [{ quantity: 5, price: 6 }] }, large],
  })
  table.mugs.put(2, { wholesalePrices: [{ quantity: 100, price: 3 }] })
  const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
  await exports.written('all.csv', { format: 'csv' })
  const { columns } = await readWholeTable({ path: exports.fileOf('all.csv') })
  const titles = columns.filter((title) => title.startsWith('Wholesale'))
  expect(titles).toEqual([5, 10, 50, 100].map((quantity) => `Wholesale price from ${quantity}`))
  await table.imported(exports.fileOf('all.csv'))
  await exports.close()
  expect([table.bulk.current()?.products, changing()]).toEqual([0, []])

  await table.imported(table.csv('Ecwid ID,Wholesale price from 50,Wholesale price from 200', '1,7,6.5'))
  expect(changing()).toEqual([[null, 'in', [tiers[0], { quantity: 50, price: 7 }, { quantity: 200, price: 6.5 }]]])
})

it('come with a new product, and go only where empty cells empty their column', async () => {
  table.mugs.put(1, { ...fullMug, wholesalePrices: tiers })
  const file = table.csv('SKU,Name,Price,Wholesale price from 10', 'M-1,,,', 'N-1,New,5,4')
  await table.imported(file)
  expect(changing()).toEqual([[null, 'in', [{ quantity: 10, price: 4 }]]])
  await table.imported(file, { empties: [false, false, false, true], what: 'update' })
  expect(changing()).toEqual([[null, 'in', [tiers[1]]]])
})

it('one that is no price, or above the price, says so', async () => {
  table.mugs.put(1, { ...fullMug, wholesalePrices: tiers })
  await table.imported(table.csv('SKU,Wholesale price from 10,Wholesale price from 20', 'M-1,99,dear'))
  expect(changing()).toEqual([
    [null, 'refused', expect.stringContaining('price')],
    [null, 'refused', 'This is no number.'],
  ])
})
