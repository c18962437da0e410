// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import type { SheetColumn } from '../../../../../renderer/features/sheet/sheet-column'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { cellIn } from '../../../../../renderer/features/sheet/row-cells'
import { noSums, summedColumns, sumsOf, sumText, type CellAt } from '../../../../../renderer/features/sheet/sums'
import type { SheetEdits } from '../../../../../renderer/stores/sheet-store'
import { euros } from '../../../../support/store-in-euros'

const column = sheetColumnsOf([]).find(({ path }) => path === 'price')!

it('what selected prices come to is written as money, the average to the smallest coin', () => {
  const sums = { ...noSums, count: 3, sum: 131.9, lowest: 11.9, highest: 84, decimals: 1 }
  const texts = sumText(sums, [column], { ...noWords, profile: euros })
  expect(texts).toEqual(['Count 3', 'Sum 131,90 €', 'Average 43,97 €', 'Lowest 11,90 €', 'Highest 84,00 €'])
})

it('only what is shown and is a number counts: no value below a text, and none that cannot be', () => {
  const words = { ...noWords, profile: euros }
  const edits = (price: number, typed: Partial<SheetEdits> = {}): SheetEdits => ({
    base: { price },
    patch: {},
    unparsed: {},
    variations: {},
    ...typed,
  })
  const rows = [
    edits(10),
    edits(20),
    edits(40, { unparsed: { price: 'abc' } }),
    edits(80, { patch: { price: -3 } }),
    edits(160, { patch: { price: 5 } }),
  ]
  const sums = sumsOf(
    { top: 0, bottom: rows.length - 1, left: 0, right: 0 },
    {
      columns: [column],
      cellAt: (at, of) => cellIn({ row: { productId: at, variation: null }, column: of, edits: rows[at]!, words }),
    },
  )
  expect(sums).toMatchObject({ count: 3, sum: 35, lowest: 5, highest: 20 })
})

it('a sum has the decimals of what was added, texts are counted, and money and pieces come to no money', () => {
  const words = { ...noWords, profile: euros }
  const all = sheetColumnsOf([])
  const [name, stock] = ['name', 'quantity'].map((path) => all.find((each) => each.path === path)!)
  const base = { name: 'Mug', price: 0.1, quantity: 2 }
  const row: SheetEdits = { base, patch: {}, unparsed: {}, variations: {} }
  const sumOf = (columns: SheetColumn[], rows: number) => {
    const block = { top: 0, bottom: rows - 1, left: 0, right: columns.length - 1 }
    const cellAt: CellAt = (_, of) => cellIn({ row: { productId: 1, variation: null }, column: of, edits: row, words })
    return sumText(sumsOf(block, { columns, cellAt })!, summedColumns(block, columns), words)
  }
  expect(sumOf([column], 3)[1]).toBe('Sum 0,30 €')
  expect(sumOf([column, stock!], 3)[1]).toBe('Sum 6,3')
  expect(sumOf([name!], 3)).toEqual(['Count 3'])
  expect(sumOf([name!], 1)).toEqual([])
})
