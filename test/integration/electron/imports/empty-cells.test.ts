import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fullMug, wordsOfMugs } from './full-mug'
import { openImports, type OpenImports } from './an-import'

let open: OpenImports
beforeEach(() => (open = openImports()))
afterEach(() => open.close())

/** With every column that can be empty said to empty what it holds. */
async function emptying(...lines: string[]) {
  await open.imported(open.csv(...lines), { empties: Array.from({ length: 20 }, () => true) })
}
const edits = () =>
  open.bulk
    .rows()
    .map(({ variation, field, after, standing, warnings }) => [variation, field, after, standing, warnings])

describe('a column that is said to empty what it holds', () => {
  it('empties the fields of products where its cells are empty, and says so', async () => {
    open.mugs.put(1, { subtitle: 'Old', compareToPrice: 20, categoryIds: [7] })
    open.mugs.put(2, { subtitle: 'Kept' })
    await emptying('SKU,Subtitle,Compare-to price,Categories', 'M-1,,,', 'M-2,New,,')
    expect(edits()).toEqual([
      [null, 'subtitle', '', 'in', ['becomes-empty']],
      [null, 'compareToPrice', null, 'in', ['becomes-empty']],
      [null, 'categoryIds', [], 'in', ['becomes-empty']],
      [null, 'showOnFrontpage', expect.anything(), 'in', []],
      [null, 'subtitle', 'New', 'in', []],
      [null, 'compareToPrice', null, 'same', []],
      [null, 'categoryIds', [], 'same', []],
    ])
  })

  it('never empties a name, a SKU, a price, a stock, or what is yes or no', async () => {
    open.mugs.put(1)
    await emptying('Ecwid ID,SKU,Name,Price,In stock,Enabled,Subtitle', '1,,,,,,New')
    expect(edits()).toEqual([[null, 'subtitle', 'New', 'in', []]])
  })

  it('empties one attribute, and leaves the others', async () => {
    open.mugs.put(1, fullMug)
    await emptying('Ecwid ID,Attribute: Material', '1,')
    expect(edits()).toEqual([[null, 'attributes', { 1: '', 2: '012345678905' }, 'in', []]])
  })

  it('says nothing of an attribute that the type of a product does not have', async () => {
    const coffee = { id: 5, name: 'Coffee', attributes: [{ id: 3, name: 'Roast', type: 'CUSTOM', show: 'DESCR' }] }
    const words = { ...wordsOfMugs, productTypes: [...wordsOfMugs.productTypes, coffee] }
    await open.close()
    open = openImports({ words })
    open.mugs.put(1, fullMug)
    await emptying('Ecwid ID,Attribute: Roast,Subtitle', '1,,New')
    expect(edits().filter(([, , , standing]) => standing !== 'same')).toEqual([[null, 'subtitle', 'New', 'in', []]])
  })

  it('gives a variation what its product has, and leaves alone what is so already', async () => {
    const [first, ...others] = fullMug.combinations
    open.mugs.put(1, { ...fullMug, combinations: [{ ...first, compareToPrice: 11 }, ...others] })
    await emptying('SKU,Compare-to price,Attribute: Material', 'M-1-S,,')
    expect(edits()).toEqual([['S', 'compareToPrice', null, 'in', ['becomes-empty']]])
  })
})

it('empty cells of other columns change nothing', async () => {
  open.mugs.put(1, { subtitle: 'Old' })
  await open.imported(open.csv('SKU,Price,Subtitle', 'M-1,12,'), { empties: [true, true, false] })
  expect(edits()).toEqual([[null, 'price', 12, 'in', []]])
})
