import { afterEach, beforeEach, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { euros } from '../../../support/store-in-euros'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'

const profile = { ...euros, defaultLanguage: 'en', languages: ['en', 'de'] }
const words = { ...wordsOfMugs, profile }
let table: OpenImports
let exports: ReturnType<typeof openExports>
beforeEach(() => {
  table = openImports({ words })
  table.mugs.catalogue.meta.set('profile', profile)
  exports = openExports({ catalogue: table.mugs.catalogue, words: () => words })
})
afterEach(async () => {
  await exports.close()
  await table.close()
})

const clay = { id: 1, name: 'Material', value: 'Clay', valueTranslated: { en: 'Clay', de: 'Ton' } }
const inGerman = 'Attribute: Material (German)'
const mug = {
  ...fullMug,
  attributes: [clay, { id: 2, name: 'UPC', value: '012345678905' }],
  combinations: [
    {
      id: 31,
      sku: 'M-1-S',
      options: [{ name: 'Size', value: 'S' }],
      attributes: [{ ...clay, value: 'Glass', valueTranslated: { de: 'Glas' } }],
    },
    { id: 32, options: [{ name: 'Size', value: 'L' }] },
  ],
}

it.each(['xlsx', 'csv'] as const)(
  'what attributes say in other languages is in an export, and no news when it comes back: %s',
  async (format) => {
    table.mugs.put(1, mug)
    table.mugs.put(2)
    await exports.written('all.csv', { format: 'csv' })
    expect(exports.rows('all.csv').map((row) => row[inGerman])).toEqual(['Ton', 'Glas', undefined, undefined])
    expect(Object.keys(exports.rows('all.csv')[0] ?? {})).not.toContain('Attribute: UPC (German)')
    await exports.written(`again.${format}`, { format })
    expect(await table.imported(exports.fileOf(`again.${format}`))).toMatchObject({ unmatched: 0, added: 0 })
    expect(table.bulk.current()).toMatchObject({ products: 0, refused: 0 })
  },
)

it('one changed cell of it is a change of that text alone, of a variation too', async () => {
  const id = table.mugs.put(1, mug)
  await table.imported(table.csv(`Ecwid ID,Variation ID,${inGerman}`, '1,,Steingut', '1,31,Kristall'))
  expect(
    table.bulk
      .rows()
      .map(({ variation, field, before, after, standing }) => [variation, field, before, after, standing]),
  ).toEqual([
    [null, 'attributesTranslated', { '1.de': 'Ton' }, { '1.de': 'Steingut' }, 'in'],
    ['S', 'attributesTranslated', { '1.de': 'Glas' }, { '1.de': 'Kristall' }, 'in'],
  ])
  await table.bulk.applied()
  expect(table.mugs.openOf(id).map(({ field }) => field)).toEqual(['attributesTranslated', 'attributesTranslated'])
})

it('comes with its value, goes where empty cells empty its column, and is refused beside none', async () => {
  table.mugs.put(1, mug)
  const file = table.csv(`SKU,Name,${inGerman},Attribute: Material`, 'NEW-1,Cup,Holz,Wood', 'NEW-2,Pot,Holz,', 'M-1,,,')
  await table.imported(file, { empties: [false, false, true, false] })
  const said = table.bulk.rows().filter(({ field }) => field === 'attributesTranslated')
  expect(said.map(({ sku, after, reason }) => [sku, reason ?? after])).toEqual([
    ['NEW-1', { '1.de': 'Holz' }],
    ['NEW-2', 'Material has no value in the store’s own language, beside which this one could stand.'],
    ['M-1', { '1.de': '' }],
  ])
})
