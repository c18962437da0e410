// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { cellIn } from '../../../../../renderer/features/sheet/row-cells'
import { sumsOf, sumText } from '../../../../../renderer/features/sheet/sums'
import type { SheetEdits } from '../../../../../renderer/stores/sheet-store'
import { euros } from '../../../../support/store-in-euros'

const column = sheetColumnsOf([]).find(({ path }) => path === 'price')!

it('what selected prices come to is written as money, the average to the smallest coin', () => {
  const sums = { count: 3, sum: 131.9, lowest: 11.9, highest: 84 }
  const texts = sumText(sums, column, { ...noWords, profile: euros })
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
  expect(sums).toEqual({ count: 3, sum: 35, lowest: 5, highest: 20 })
})
