// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { emptyBlock, fillBlock, pasteInto } from '../../../../../renderer/features/sheet/block-acts'
import { copyBlock } from '../../../../../renderer/features/sheet/copied-block'
import type { Shown } from '../../../../../renderer/features/sheet/written-cells'
import { layoutRows } from '../../../../../renderer/features/sheet/row-layout'
import { useRefusedCells } from '../../../../../renderer/features/sheet/refused-cells'
import { sumRows } from '../../../../../renderer/features/sheet/sum-rows'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import {
  openSheet,
  sheetEdits,
  showFields,
  showSheetRows,
  useSheetStore,
} from '../../../../../renderer/stores/sheet-store'
import { undoStep } from '../../../../../renderer/stores/sheet-steps'
import { installFakeBridge, type FakeHandlers } from '../../../../support/fake-bridge'
import { euros } from '../../../../support/store-in-euros'

/** More products than rows are kept for those who look at them. */
const count = 4500
const columns = ['name', 'price'].map((path) => sheetColumnsOf([]).find((each) => each.path === path)!)
const shown: Shown = {
  ...{ columns, layout: layoutRows(count, []) },
  words: { ...noWords, profile: euros },
  isFixed: () => false,
}
const prices = { top: 0, left: 1, bottom: count - 1, right: 1 }

const ids = (offset: number, limit: number) => Array.from({ length: limit }, (_, step) => offset + step + 1)
const handlers: FakeHandlers = {
  'bulk.ids': ({ offset, limit }) => ids(offset, limit),
  'catalogue.sheetRows': ({ productIds }) =>
    productIds.map((id) => ({
      id,
      fields: { ...newProductFields, name: `Mug ${id}`, price: id },
      variations: null,
      draft: null,
    })),
  'drafts.put': () => null,
}

beforeEach(() => {
  installFakeBridge(handlers)
  useSheetStore.setState({ connectionId: null })
  useCatalogueStore.setState({ connectionId: 'a store', total: count, pages: new Map() })
  openSheet('a store')
  showFields(['name', 'price'])
})

const pricesOf = (...ids: number[]) => ids.map((id) => sheetEdits(id)?.patch.price)

it('one value goes into all cells of a column, however many rows that are, and comes back as one step', async () => {
  await pasteInto(shown, prices, [['0,5']]).done
  expect(useRefusedCells.getState().cells).toEqual([])
  expect(useSheetStore.getState().edits.size).toBe(count)
  expect(pricesOf(1, 2000, count)).toEqual([0.5, 0.5, 0.5])
  undoStep()
  expect(useSheetStore.getState().edits.size).toBe(0)
})

it('the uppermost value fills the whole column, and the whole column is emptied', async () => {
  await fillBlock(shown, prices, 'down')
  expect(pricesOf(2, 2000, count)).toEqual([1, 1, 1])
  await emptyBlock(shown, prices)
  expect(useRefusedCells.getState().cells).toHaveLength(count)
})

it('a column is copied whole, also where nobody has looked yet', async () => {
  const { texts } = await copyBlock(shown, prices)
  expect([texts.length, texts[0], texts.at(-1)]).toEqual([count, ['1,00'], ['4500,00']])
})

it('a paste waits for the rows that a copy is still reading', async () => {
  const copied = copyBlock(shown, prices)
  await pasteInto(shown, prices, [['0,5']]).done
  expect(useRefusedCells.getState().cells).toEqual([])
  expect((await copied).texts.length).toBe(count)
})

it('a column is added up whole, to the cent, and says how far that is', async () => {
  const parts = []
  for await (const part of sumRows(prices, shown)) parts.push(part)
  expect(parts.map(({ rows }) => rows)).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500])
  expect(parts.at(-1)?.sums).toMatchObject({ count, sum: (count * (count + 1)) / 2, lowest: 1, highest: count })
})

it('it is added up to an end also where products are gone by then', async () => {
  const bridge = installFakeBridge({
    ...handlers,
    'bulk.ids': ({ offset, limit }) => ids(offset, limit).filter((id) => id > 10),
  })
  const parts = []
  for await (const part of sumRows({ ...prices, bottom: 999 }, shown)) parts.push(part)
  expect(parts).toMatchObject([
    { rows: 490, isAll: false },
    { rows: 990, isAll: true, sums: { count: 990, lowest: 11, highest: 1000 } },
  ])
  expect(bridge.asked.filter(({ name }) => name === 'bulk.ids')).toHaveLength(2)
})

it('what was read for an act goes again when it is done, but for what is looked at', async () => {
  showSheetRows([1, 2, 3])
  await pasteInto(shown, prices, [['0,5']]).done
  expect([1, 2, 3].every((id) => useSheetStore.getState().rows.has(id))).toBe(true)
  expect(useSheetStore.getState().rows.size).toBeLessThanOrEqual(4000)
})
