import { expect, it } from 'vitest'
import { growth } from '../../../support/growth'
import { openImports } from './an-import'

const perColour = 20
const named = (letter: string, count: number) => Array.from({ length: count }, (_, at) => ({ text: `${letter}${at}` }))

/** A product with so many variations, each with a price and a stock of its own. */
const teeOf = (count: number) => ({
  name: 'Tee',
  sku: 'T',
  price: 10,
  options: [
    { type: 'SELECT', name: 'Colour', choices: named('c', count / perColour) },
    { type: 'SELECT', name: 'Size', choices: named('s', perColour) },
  ],
  combinations: Array.from({ length: count }, (_, at) => ({
    id: 1000 + at,
    sku: `T-${at}`,
    price: 11,
    quantity: 1,
    unlimited: false,
    options: [
      { name: 'Colour', value: `c${Math.floor(at / perColour)}` },
      { name: 'Size', value: `s${at % perColour}` },
    ],
  })),
})

/** A table with another price for each of them, of one that cannot be too, and the file of results. */
async function imports(count: number): Promise<void> {
  const table = openImports()
  table.mugs.put(1, { ...teeOf(count), combinations: [] })
  table.mugs.put(2, { ...teeOf(count), sku: 'U' })
  const rows = Array.from({ length: count }, (_, at) => {
    const cells = `c${Math.floor(at / perColour)},s${at % perColour}`
    return [
      `product_variation,1,T,${12 + (at % 7)},${cells},N-${at}`,
      `product_variation,2,U,${at === 7 ? -1 : 12},${cells},T-${at}`,
    ]
  })
  const header =
    'type,product_internal_id,product_sku,product_price,product_variation_option_Colour,product_variation_option_Size,product_variation_sku'
  const file = table.csv(header, ...rows.flat())
  const { tableId, unmatched } = await table.imported(file)
  expect(unmatched).toBe(0)
  expect(table.bulk.current()).toMatchObject({ additions: count, refused: 1 })
  await table.rowsOf(tableId, 'all')
  await table.close()
}

it('a table with four times as many variations of one product takes some four times as long', async () => {
  // What runs first compiles.
  await imports(200)
  // The square would take 16 times as long.
  const grown = await growth({ small: () => imports(500), large: () => imports(2000), limit: 8, rounds: 1 })
  expect(grown).toBeLessThan(8)
})
