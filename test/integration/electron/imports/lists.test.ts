import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { euros } from '../../../support/store-in-euros'
import { openImports, type OpenImports } from './an-import'
import { wordsOfMugs } from './full-mug'

const taxes = [
  { id: 5, name: 'VAT', enabled: true, appliedByDefault: true, rate: 19 },
  { id: 6, name: 'Sugar', enabled: true, appliedByDefault: false, rate: 3 },
]
const words = { ...wordsOfMugs, profile: { ...euros, taxes } }

let table: OpenImports
beforeEach(() => {
  table = openImports({ words, newDefaults: { categoryIds: [8] } })
})
afterEach(() => table.close())

/** Of edits that change something. */
const edits = () =>
  table.bulk
    .rows()
    .filter(({ standing }) => standing !== 'same')
    .map(({ field, after, warnings }) => [field, after, warnings])

describe('a supplier’s column of categories', () => {
  it('adds to those that a product has, and a product that is in all of them is no news', async () => {
    table.mugs.put(1, { categoryIds: [7] })
    table.mugs.put(2, { categoryIds: [8, 7] })
    const { listsAll } = await table.imports.look(table.csv('SKU,Categories', 'M-1,Cups'), {})
    expect(listsAll).toBe(false)
    await table.imported(table.csv('SKU,Categories', 'M-1,Kitchen / Cups', 'M-2,Kitchen'))
    expect(edits()).toEqual([['categoryIds', [7, 8], []]])
  })

  it('takes their place where that is chosen, and each product that leaves one is marked', async () => {
    table.mugs.put(1, { categoryIds: [7] })
    table.mugs.put(2, { categoryIds: [] })
    const file = table.csv('SKU,Categories', 'M-1,Kitchen / Cups', 'M-2,Kitchen')
    await table.imported(file, { replacesLists: true })
    expect(edits()).toEqual([
      ['categoryIds', [8], ['leaves-category']],
      ['categoryIds', [7], []],
    ])
    expect(table.bulk.current()?.warnings).toEqual({ 'leaves-category': 1 })
  })

  it('is added with those that are made for it', async () => {
    table.mugs.put(1, { categoryIds: [7] })
    await table.imported(table.csv('SKU,Categories', 'M-1,Garden'), { makesCategories: true })
    const [[, after] = []] = edits()
    expect(after).toEqual([7, expect.any(Number)])
    expect(table.bulk.current()?.newCategories.map(({ name }) => name)).toEqual(['Garden'])
  })

  it('says all of a new product, whatever new ones begin with', async () => {
    await table.imported(table.csv('SKU,Name,Price,Categories', 'NEW-1,Cup,4,Kitchen'))
    expect(table.bulk.rows().find(({ field }) => field === 'categoryIds')?.after).toEqual([7])
  })
})

it('taxes are added as categories are, and marked where one goes', async () => {
  table.mugs.put(1, { tax: { taxable: true, enabledManualTaxes: [5], taxClassCode: 'default' } })
  const file = table.csv('SKU,Taxes: Taxes', 'M-1,Sugar')
  await table.imported(file)
  expect(edits()).toMatchObject([['tax', { enabledManualTaxes: [5, 6] }, []]])
  table.bulk.discardForGood(table.bulk.current()!.id)
  await table.imported(file, { replacesLists: true })
  expect(edits()).toMatchObject([['tax', { enabledManualTaxes: [6] }, ['list-loses']]])
})

describe('an export that lists all categories of each product', () => {
  it.each(['csv', 'xlsx', 'ecwid'] as const)('is known by its columns: %s', async (format) => {
    table.mugs.put(1, { categoryIds: [7] })
    const exports = openExports({ catalogue: table.mugs.catalogue, words: () => words })
    const name = `all.${format === 'ecwid' ? 'csv' : format}`
    await exports.written(name, { format })
    const { listsAll } = await table.imports.look(exports.fileOf(name), {})
    await exports.close()
    expect(listsAll).toBe(true)
  })

  it('takes a product out of the one category that was removed in its cell, and says so', async () => {
    table.mugs.put(1, { categoryIds: [7, 8] })
    const exports = openExports({ catalogue: table.mugs.catalogue, words: () => words })
    await exports.written('all.csv', { format: 'csv' })
    const lines = exports.text('all.csv').replace('Kitchen | Kitchen / Cups', 'Kitchen').split('\r\n')
    await exports.close()
    await table.imported(table.csv(...lines))
    expect(edits()).toEqual([['categoryIds', [7], ['leaves-category']]])
  })
})
