import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const sign = fc.constantFrom(...(' ",;|\'=+-@/>0123456789.äß€中_x&<'.match(/./gsu) ?? []))
const text = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''))
const cents = fc.integer({ min: 0, max: 5_000_000 }).map((amount) => amount / 100)
const product = fc.record({
  name: text,
  sku: fc.oneof(fc.constantFrom('', 'SAME', 'same', '00012', '12', '4.00638E+12', '2026-03-04'), text),
  price: cents,
  quantity: fc.integer({ min: -5, max: 3000 }),
  enabled: fc.boolean(),
  categoryIds: fc.constantFrom<number[]>([], [7], [8, 7], [55]),
  description: text,
  attributes: fc.constantFrom([], fullMug.attributes),
})

const plain = { price: 1, quantity: 1, enabled: true, categoryIds: [], description: '', attributes: [] }

it('whatever the products are, an export of all of them imported again as updates and as new ones is no news', async () => {
  const all = fc.array(product, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(all, fc.constantFrom('xlsx', 'csv', 'ecwid'), async (products, format) => {
      await table.close()
      table = openImports()
      for (const [at, each] of products.entries()) table.mugs.put(at + 1, each)
      const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
      const name = `all.${format === 'ecwid' ? 'csv' : format}`
      await exports.written(name, { format })
      const decimals = Array.from({ length: 300 }, () => '.' as const)
      const { added } = await table.imported(exports.fileOf(name), { decimals, makesCategories: true })
      await exports.close()
      const { products: changed = 0, creations, newCategories, refused } = table.bulk.current() ?? {}
      expect({ added, changed, creations, newCategories, refused }).toEqual({
        ...{ added: 0, changed: 0, creations: 0, newCategories: [], refused: 0 },
      })
    }),
    { numRuns: 15, examples: [[[{ ...plain, name: "'-5", sku: "'+" }], 'ecwid']] },
  )
}, 60_000)
