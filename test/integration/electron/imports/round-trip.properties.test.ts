import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { foldText } from '../../../../electron/shared/fold-text'
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
const choice = fc.record(
  {
    text,
    priceModifier: fc.integer({ min: -900, max: 900 }).map((amount) => amount / 100),
    priceModifierType: fc.constantFrom('ABSOLUTE', 'PERCENT'),
    hexCodes: fc.constantFrom([], ['#ff0000'], ['#ff0000', '#00FF00']),
  },
  { requiredKeys: ['text'] },
)
const differing = {
  minLength: 1,
  maxLength: 3,
  comparator: (a: string, b: string) => foldText(a.trim()) === foldText(b.trim()),
}
const option = fc.record(
  {
    type: fc.constantFrom('SELECT', 'RADIO', 'SIZE', 'SWATCHES', 'CHECKBOX', 'HOLOGRAM'),
    name: text,
    required: fc.boolean(),
    defaultChoice: fc.constantFrom<(number | null)[]>(null, 0),
    choices: fc.uniqueArray(choice, { ...differing, selector: (each) => each.text }),
  },
  { requiredKeys: ['type', 'name', 'choices'] },
)
const filledIn = fc.record({ type: fc.constantFrom('TEXTFIELD', 'DATE'), name: text })
const product = fc.record({
  name: text,
  sku: fc.oneof(fc.constantFrom('', 'SAME', 'same', '00012', '12', '4.00638E+12', '2026-03-04'), text),
  price: cents,
  quantity: fc.integer({ min: -5, max: 3000 }),
  enabled: fc.boolean(),
  categoryIds: fc.constantFrom<number[]>([], [7], [8, 7], [55]),
  description: text,
  attributes: fc.constantFrom([], fullMug.attributes),
  wholesalePrices: fc.uniqueArray(fc.record({ quantity: fc.integer({ min: 2, max: 5 }), price: cents }), {
    maxLength: 3,
    selector: ({ quantity }) => quantity,
  }),
  options: fc.uniqueArray(fc.oneof(option, filledIn), { ...differing, minLength: 0, selector: (each) => each.name }),
})

type Product = { options: readonly { type: string; name: string; choices?: readonly { text: string }[] }[] }
type Own = { hasSku: boolean; price: number | null; quantity: number }
const variation: fc.Arbitrary<Own> = fc.record({
  hasSku: fc.boolean(),
  price: fc.option(cents),
  quantity: fc.integer({ min: 0, max: 9 }),
})

/** One of each choice of the first option that shoppers pick one of, as far as there are `own` values for them. */
function withVariations<One extends Product>(each: One, own: readonly Own[], at: number) {
  const option = each.options.find(({ type, choices }) => choices && type !== 'CHECKBOX' && type !== 'HOLOGRAM')
  const combinations = (option?.choices ?? []).flatMap(({ text: value }, place) => {
    const { hasSku, price, quantity } = own[place] ?? {}
    if (quantity === undefined || value.trim() === '' || option?.name.trim() === '') return []
    const stock = hasSku ? { sku: `V-${at}-${place}`, quantity, unlimited: false } : {}
    const options = [{ name: option?.name, value }]
    return [{ id: (at + 1) * 100 + place, options, ...stock, ...(typeof price === 'number' && { price }) }]
  })
  return { ...each, combinations }
}

const plain = {
  price: 1,
  quantity: 1,
  enabled: true,
  categoryIds: [],
  description: '',
  attributes: [],
  options: [],
  wholesalePrices: [],
}
const all = fc
  .tuple(fc.array(product, { minLength: 1, maxLength: 5 }), fc.array(variation, { maxLength: 3 }))
  .map(([products, own]) => products.map((each, at) => withVariations(each, own, at)))
const format = fc.constantFrom('xlsx', 'csv', 'ecwid')
const decimals = Array.from({ length: 300 }, () => '.' as const)

/** A file of all of them. */
async function exported(products: readonly Record<string, unknown>[], as: 'xlsx' | 'csv' | 'ecwid') {
  await table.close()
  table = openImports()
  for (const [at, each] of products.entries()) table.mugs.put(at + 1, each)
  const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
  const name = `all.${as === 'ecwid' ? 'csv' : as}`
  await exports.written(name, { format: as })
  return { file: exports.fileOf(name), close: () => exports.close() }
}

const nothing = { added: 0, variations: 0, changed: 0, creations: 0, additions: 0, newCategories: [], refused: 0 }
async function news(file: string, targets?: (string | null)[]) {
  const matched = await table.imported(file, { decimals, makesCategories: true, ...(targets && { targets }) })
  const {
    products: changed = 0,
    creations = 0,
    additions = 0,
    newCategories = [],
    refused = 0,
  } = table.bulk.current() ?? {}
  return { added: matched.added, variations: matched.variations, changed, creations, additions, newCategories, refused }
}

it('whatever the products are, an export of all of them imported again as updates and as new ones is no news', async () => {
  await fc.assert(
    fc.asyncProperty(all, format, async (products, as) => {
      const { file, close } = await exported(products, as)
      const found = await news(file)
      await close()
      expect(found).toEqual(nothing)
    }),
    { numRuns: 15, examples: [[[{ ...plain, name: "'-5", sku: "'+", combinations: [] }], 'ecwid']] },
  )
})

/** What only means something together. */
const together = (path: string): string =>
  path.startsWith('category.') ? 'categories' : /^(quantity|!?unlimited)$/.test(path) ? 'stock' : path

it('whichever columns of it are left out, it is no news either', async () => {
  await fc.assert(
    fc.asyncProperty(all, format, fc.infiniteStream(fc.boolean()), async (products, as, coin) => {
      const { file, close } = await exported(products, as)
      const { targets } = await table.imports.look(file, {})
      const isOut = new Map<string, boolean>()
      const some = targets.map((path) => {
        if (path === null || path === 'row' || path === 'id') return path
        const key = together(path)
        if (!isOut.has(key)) isOut.set(key, coin.next().value)
        return isOut.get(key) ? null : path
      })
      const found = await news(file, some)
      await close()
      expect(found).toEqual(nothing)
    }),
    { numRuns: 15 },
  )
})
