import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProposedRow, ReviewView } from '../../../../electron/shared/proposal'
import { openImports, type OpenImports } from './an-import'

// What a table says that is so already is counted, and read where a review shows it.

let table: OpenImports
let id: number
beforeEach(async () => {
  table = openImports()
  for (let n = 1; n <= 12; n += 1) {
    table.mugs.put(n, {
      name: `Mug ${n}`,
      price: n,
      quantity: 3,
      unlimited: false,
      weight: n / 10,
      options: [{ name: 'Size', type: 'SELECT', choices: [{ text: 'S' }], defaultChoice: 0, required: false }],
      combinations: [
        { id: n * 10, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], price: n, sku: `V-${n}` },
      ],
    })
  }
  const rows = Array.from({ length: 12 }, (_, at) => [
    `M-${at + 1},Mug ${at + 1},${at % 4 === 0 ? 50 + at : at + 1},3,${(at + 1) / 10},`,
    `V-${at + 1},,${at + 1},,,S`,
  ]).flat()
  const matched = await table.imported(table.csv('SKU,Name,Price,In stock,Weight,Option: Size', ...rows))
  expect(matched.unmatched).toBe(0)
  id = matched.proposal!.id
})
afterEach(() => table.close())

const page = (view: Partial<ReviewView>, offset = 0, limit = 500) =>
  table.bulk.page(id, { by: 'product', order: 'list', filter: 'all', ...view, offset, limit })
const told = ({ sku, variation, field, before, after, standing }: ProposedRow) => [
  ...[sku, variation, field, before, after, standing],
]
const [ofProducts, ofVariations] = [12 * 4 - 3, 12]

describe('what is so already', () => {
  it('is counted, and shown with its value', () => {
    expect(table.bulk.current()).toMatchObject({ same: ofProducts + ofVariations, products: 3, fields: 3 })
    const { rows, total } = page({ filter: 'same' })
    expect(total).toBe(ofProducts + ofVariations)
    expect(rows.filter(({ sku }) => sku === 'M-2').map(told)).toEqual([
      ['M-2', null, 'name', 'Mug 2', 'Mug 2', 'same'],
      ['M-2', null, 'price', 2, 2, 'same'],
      ['M-2', null, 'quantity', 3, 3, 'same'],
      ['M-2', null, 'weight', 0.2, 0.2, 'same'],
      ['M-2', 'S', 'price', 2, 2, 'same'],
    ])
  })

  it.each([
    { filter: 'all', order: 'list' },
    { filter: 'all', order: 'change' },
    { filter: 'same', order: 'list' },
    { filter: 'same', order: 'change' },
    { filter: 'all', order: 'list', by: 'field' },
    { filter: 'same', order: 'change', by: 'field' },
    { filter: 'same', order: 'list', text: 'mug 1' },
    { filter: 'all', order: 'change', text: 'mug 1' },
    { filter: 'all', order: 'change', by: 'field', text: 'mug 1' },
  ] as const)('comes page by page as it stands: %j', (view) => {
    const { rows, total } = page(view)
    expect(rows).toHaveLength(total)
    expect(new Set(rows.map((row) => row.id)).size).toBe(total)
    const pages = Array.from({ length: Math.ceil(total / 7) }, (_, at) => page(view, at * 7, 7))
    expect(pages.flatMap((each) => each.rows)).toEqual(rows)
    expect(pages.every((each) => each.total === total)).toBe(true)
  })

  it('stands together by its fields, what changes of each before it or in its place', () => {
    const { rows } = page({ by: 'field', order: 'change' })
    const fields = rows.map(({ field }) => String(field))
    expect(fields).toEqual(fields.toSorted())
    const ofPrice = rows.filter(({ field }) => field === 'price')
    expect(ofPrice.slice(0, 4).map(({ sku, after }) => [sku, after])).toEqual([
      ['M-1', 50],
      ['M-5', 54],
      ['M-9', 58],
      ['M-1', 1],
    ])
    const inPlace = page({ by: 'field', order: 'list' }).rows.filter(({ field }) => field === 'price')
    expect(inPlace.map(({ sku }) => Number(sku.slice(2)))).toEqual(
      Array.from({ length: 12 }, (_, at) => [at + 1, at + 1]).flat(),
    )
  })

  it('stands behind what changes of its product, the largest change first where that is asked for', () => {
    const first = (order: ReviewView['order']) => page({ order }, 0, 6).rows.map(told)
    expect(first('list').map(([sku, , , , , standing]) => [sku, standing])).toEqual([
      ['M-1', 'in'],
      ...Array.from({ length: 4 }, () => ['M-1', 'same']),
      ['M-2', 'same'],
    ])
    expect(first('change')[0]).toEqual(['M-1', null, 'price', 1, 50, 'in'])
  })

  it('is found by a search, counted by its fields, and in the file of the review', () => {
    expect(page({ filter: 'same', text: 'mug 12' }).rows.every(({ sku }) => sku === 'M-12')).toBe(true)
    expect(table.bulk.fields(id, { by: 'field', order: 'list', filter: 'same' })).toEqual([
      { field: 'name', count: 12 },
      { field: 'price', count: 9 + 12 },
      { field: 'quantity', count: 12 },
      { field: 'weight', count: 12 },
    ])
    expect(table.bulk.csv(id).trim().split('\r\n')).toHaveLength(1 + ofProducts + ofVariations + 3)
  })

  it('goes with its review', async () => {
    table.bulk.discardForGood(id)
    await table.bulk.untilStill()
    expect(page({ filter: 'same' })).toEqual({ total: 0, rows: [] })
  })
})
