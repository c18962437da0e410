import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { currentProduct } from '../../../../electron/changes/reindex'
import { readDelimited } from '../../../../electron/shared/delimited'
import { foldText } from '../../../../electron/shared/fold-text'
import { openExports } from '../../../support/an-export'
import { euros } from '../../../support/store-in-euros'
import { openImports, type OpenImports } from './an-import'
import { wordsOfMugs } from './full-mug'

// A table that was exported says the same in any order of its rows, and a cell that was changed in it is one edit of one field.

const profile = { ...euros, defaultLanguage: 'en', languages: ['en', 'de'] }
const words = { ...wordsOfMugs, profile }
const open = () => {
  const opened = openImports({ words })
  opened.mugs.catalogue.meta.set('profile', profile)
  return opened
}
let table: OpenImports
beforeEach(() => {
  table = open()
})
afterEach(() => table.close())

const sign = fc.constantFrom(...('abcDEF 12,;"\'=-äß€中&<'.match(/./gsu) ?? []))
const text = fc
  .array(sign, { minLength: 1, maxLength: 8 })
  .map((signs) => signs.join('').trim())
  .filter((each) => each !== '')
const cents = fc.integer({ min: 1, max: 500_000 }).map((amount) => amount / 100)
const apart = { comparator: (a: string, b: string) => foldText(a) === foldText(b) }
const choice = fc.record({
  text,
  priceModifier: fc.integer({ min: 0, max: 900 }).map((amount) => amount / 100),
  priceModifierType: fc.constantFrom('ABSOLUTE', 'PERCENT'),
})
const option = fc.record({
  type: fc.constantFrom('SELECT', 'RADIO', 'SIZE'),
  name: text,
  required: fc.boolean(),
  defaultChoice: fc.constantFrom<(number | null)[]>(null, 0),
  choices: fc.uniqueArray(choice, { minLength: 1, maxLength: 3, ...apart, selector: (each) => each.text }),
})
const said = fc.record({
  id: fc.constant(1),
  name: fc.constant('Material'),
  value: text,
  valueTranslated: fc.record({ de: text }),
})
const own = fc.record({ hasSku: fc.boolean(), price: fc.option(cents), quantity: fc.integer({ min: 0, max: 9 }) })
const product = fc.record({
  name: text,
  price: cents,
  quantity: fc.integer({ min: 0, max: 3000 }),
  enabled: fc.boolean(),
  categoryIds: fc.constantFrom<number[]>([], [7], [8], [8, 7]),
  description: text.map((words) => `<p>${words}</p>\n<p>more</p>`),
  attributes: fc.array(said, { maxLength: 1 }),
  wholesalePrices: fc.uniqueArray(fc.record({ quantity: fc.integer({ min: 2, max: 5 }), price: cents }), {
    maxLength: 2,
    selector: ({ quantity }) => quantity,
  }),
  options: fc.uniqueArray(option, { maxLength: 2, ...apart, selector: (each) => each.name }),
  own: fc.array(own, { minLength: 3, maxLength: 3 }),
})
type Product = typeof product extends fc.Arbitrary<infer One> ? One : never

/** With a variation of each choice of its first option, the first one of all others. */
function stored({ own: values, ...each }: Product, at: number) {
  const [first, ...others] = each.options
  const rest = others.map(({ name, choices }) => ({ name, value: choices[0]?.text ?? '' }))
  const combinations = (first?.choices ?? []).map(({ text: value }, place) => {
    const { hasSku = false, price = null, quantity = 0 } = values[place] ?? {}
    const stock = hasSku ? { sku: `V-${at}-${place}`, quantity, unlimited: false } : {}
    const options = [{ name: first?.name ?? '', value }, ...rest]
    return {
      id: (at + 1) * 100 + place,
      combinationNumber: place + 1,
      options,
      ...stock,
      ...(price !== null && { price }),
    }
  })
  return {
    ...each,
    sku: `P-${at}`,
    combinations,
    wholesalePrices: each.wholesalePrices.toSorted((a, b) => a.quantity - b.quantity),
  }
}
const all = fc.array(product, { minLength: 1, maxLength: 4 }).map((products) => products.map(stored))
const format = fc.constantFrom(
  { format: 'csv' } as const,
  { format: 'ecwid' } as const,
  { format: 'ecwid', withCategories: true } as const,
)

type Asked = { format: 'csv' | 'ecwid'; withCategories?: boolean }
async function exported(products: readonly object[], asked: Asked): Promise<string> {
  await table.close()
  table = open()
  for (const [at, each] of products.entries()) table.mugs.put(at + 1, { ...each })
  const exports = openExports({ catalogue: table.mugs.catalogue, words: () => words })
  await exports.written('all.csv', asked)
  const content = readFileSync(exports.fileOf('all.csv'), 'utf8').replace(/^\ufeff/, '')
  await exports.close()
  return content
}
const cells = (content: string) => {
  const [header = [], ...rows] = readDelimited(content, ',')
  return { header, rows }
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const written = (header: string[], rows: readonly string[][]): string =>
  table.csv(...[header, ...rows].map((row) => row.map(quoted).join(',')))

const decimals = Array.from({ length: 300 }, () => '.' as const)
const imported = (file: string, what: 'update' | 'both') =>
  table.imported(file, { decimals, makesCategories: true, what })
const proposed = () => (table.bulk.current() ? table.bulk.rows().filter(({ standing }) => standing !== 'same') : [])

const shuffled = (rows: readonly string[][], places: fc.Stream<number>) =>
  rows
    .map((row) => ({ row, at: places.next().value }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ row }) => row)

it('in any order of its rows it is no news', async () => {
  await fc.assert(
    fc.asyncProperty(all, format, fc.infiniteStream(fc.nat()), async (products, as, places) => {
      const { header, rows } = cells(await exported(products, as))
      const { added, variations, unmatched } = await imported(written(header, shuffled(rows, places)), 'both')
      expect({ added, variations, unmatched, edits: proposed() }).toEqual({
        ...{ added: 0, variations: 0, unmatched: 0, edits: [] },
      })
    }),
    { numRuns: Number(process.env['STOCKROOM_RUNS'] ?? 6) },
  )
})

const lines = (all: readonly unknown[] = []): string[] => all.map((each) => JSON.stringify(each)).toSorted()

/** A product as a person sees it, in whatever order its options and variations stand. */
function seen(id: number) {
  const product = currentProduct(table.mugs.catalogue, id)!
  const { name, sku, price, quantity, enabled, description, attributes, wholesalePrices } = product
  const variations = (product.combinations ?? []).map((own) => {
    const pairs = (own.options ?? []).map((pair) => `${pair.name}: ${pair.value}`).toSorted()
    return [pairs, own.sku, own.price, own.quantity]
  })
  const options = (product.options ?? []).map(({ choices, ...option }) => {
    return [option.name, option.type, option.required, lines(choices)]
  })
  return {
    ...{ name, sku, price, quantity, enabled, description, attributes, wholesalePrices },
    categories: product.categoryIds?.length,
    options: lines(options),
    variations: lines(variations),
  }
}

/** What a table gives a store that has nothing. */
async function given(header: string[], rows: readonly string[][]) {
  await table.close()
  table = open()
  const { added, unmatched } = await imported(written(header, rows), 'both')
  const edits = proposed().length
  await table.bulk.applied()
  const products = table.mugs.catalogue.search({}, 0, 50).rows.map(({ id }) => seen(id))
  return { added, unmatched, edits, products: lines(products) }
}

it('in any order of its rows it gives an empty store the same', async () => {
  await fc.assert(
    fc.asyncProperty(all, format, fc.infiniteStream(fc.nat()), async (products, as, places) => {
      const { header, rows } = cells(await exported(products, as))
      const inOrder = await given(header, rows)
      expect(inOrder.added, 'added').toBe(products.length)
      expect(await given(header, shuffled(rows, places))).toEqual(inOrder)
    }),
    { numRuns: Number(process.env['STOCKROOM_RUNS'] ?? 6) },
  )
})

/** What else is typed into a cell that holds this. */
const another: Record<string, (cell: string) => string> = {
  name: (cell) => `${cell} more`,
  price: (cell) => String(Number(cell || 1) + 1.5),
  quantity: (cell) => String(Number(cell || 0) + 3),
  description: (cell) => `${cell}<p>and more</p>`,
  'attributes.Material': () => 'Other clay',
  'attributesTranslated.Material.de': () => 'Anderer Ton',
}

it('one cell of it that is another one is one edit of one field of one product', async () => {
  await fc.assert(
    fc.asyncProperty(
      all,
      fc.constantFrom('csv' as const, 'ecwid' as const),
      fc.nat(),
      fc.nat(),
      async (products, as, which, where) => {
        const { header, rows } = cells(await exported(products, { format: as }))
        const { targets } = await table.imports.look(written(header, rows), {})
        const columns = targets.flatMap((path, at) => (path !== null && another[path] ? [{ path, at }] : []))
        const column = columns[where % columns.length]!
        const type = header.findIndex((name) => /^type$|Product or variation/.test(name))
        const owners = rows.filter((row) => type < 0 || /^product$/i.test(row[type] ?? ''))
        const row = owners[which % owners.length]!
        const cell = row[column.at] ?? ''
        if (column.path.startsWith('attribute') && cell === '') return
        row[column.at] = another[column.path]!(cell)
        await imported(written(header, rows), 'both')
        const field = column.path.split('.')[0]
        expect(proposed().map(({ sku, variation, field: of, standing }) => [sku, variation, of, standing])).toEqual([
          [row[targets.indexOf('sku')], null, field, 'in'],
        ])
      },
    ),
    { numRuns: Number(process.env['STOCKROOM_RUNS'] ?? 6) },
  )
})
