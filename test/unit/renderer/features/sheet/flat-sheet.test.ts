// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import type { SheetVariation } from '../../../../../electron/shared/sheet'
import { changeNumbers, pasteInto } from '../../../../../renderer/features/sheet/block-acts'
import { cellIn } from '../../../../../renderer/features/sheet/row-cells'
import { layoutRows } from '../../../../../renderer/features/sheet/row-layout'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { rowNow } from '../../../../../renderer/features/sheet/sheet-row'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import {
  openSheet,
  readSheetRows,
  sheetEdits,
  showFields,
  useSheetStore,
} from '../../../../../renderer/stores/sheet-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const columns = ['name', 'price', 'enabled'].map((path) => sheetColumnsOf([]).find((each) => each.path === path)!)
const variations: SheetVariation[] = [
  { id: 21, label: 'Red', own: { sku: 'R', price: 3 } },
  { id: 22, label: 'Blue', own: {} },
]
const ids = [1, 2, 3]
const layout = layoutRows(ids.length, [{ index: 1, count: variations.length }], 0)

beforeEach(async () => {
  installFakeBridge({
    'catalogue.sheetRows': ({ productIds }) =>
      productIds.map((id) => ({
        id,
        fields: { ...newProductFields, name: `Mug ${id}`, price: 12.5 },
        variations: id === 2 ? variations : [],
        draft: null,
      })),
    'drafts.put': () => null,
  })
  const connectionId = 'a store'
  const pages = new Map([[0, { rows: ids.map(aProductRow), revision: 0 }]])
  useCatalogueStore.setState({ connectionId, total: ids.length, pages })
  useSheetStore.setState({ connectionId: null })
  openSheet(connectionId, 'flat')
  showFields(columns.flatMap(({ fields }) => fields))
  await readSheetRows(ids)
})

const cells = (row: number) => {
  const of = rowNow(layout, row)!
  return columns.map((column) => cellIn({ row: of, column, edits: sheetEdits(of.productId)!, words }))
}

it('each variation stands in the place of its product, with its name, and what is said there of all of its variations', () => {
  const shown = [0, 1, 2, 3].map((row) => cells(row).map((cell) => cell.shown()))
  expect(shown).toEqual([
    ['Mug 1', '12,50 €', 'Yes'],
    ['Mug 2, Red', '3,00 €', 'Yes'],
    ['Mug 2, Blue', '12,50 €', 'Yes'],
    ['Mug 3', '12,50 €', 'Yes'],
  ])
  expect(cells(1).map((cell) => [cell.isInherited(), cell.takesText])).toEqual([
    [false, false],
    [false, true],
    [true, false],
  ])
})

it('a block goes to the variations as they stand', async () => {
  const shown = { columns, layout, words, isFixed: () => false }
  await pasteInto(shown, { top: 0, left: 1, bottom: 0, right: 1 }, [['1'], ['2'], ['3'], ['4']]).done
  const typed = [0, 1, 2, 3].map((row) => cells(row)[1]!.shown())
  expect(typed).toEqual(['1,00 €', '2,00 €', '3,00 €', '4,00 €'])
})

it('the prices of chosen variations go up by percent, each from what counts for it, and their product stays', async () => {
  const shown = { columns, layout, words, isFixed: () => false }
  await changeNumbers(shown, { top: 1, left: 0, bottom: 2, right: 2 }, { by: 'percent', value: 10 })
  const prices = [0, 1, 2, 3].map((row) => cells(row)[1]!.shown())
  expect(prices).toEqual(['12,50 €', '3,30 €', '13,75 €', '12,50 €'])
  expect(sheetEdits(2)?.patch).toEqual({})
})
