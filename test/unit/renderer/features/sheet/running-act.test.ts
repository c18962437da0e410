// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { pasteInto } from '../../../../../renderer/features/sheet/block-acts'
import { layoutRows } from '../../../../../renderer/features/sheet/row-layout'
import { actsDone, stopActs, useRunningAct } from '../../../../../renderer/features/sheet/running-act'
import { useSaid } from '../../../../../renderer/features/sheet/said'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { typeCells } from '../../../../../renderer/features/sheet/sheet-edits'
import { undoInSheet } from '../../../../../renderer/features/sheet/undo-in-sheet'
import type { Shown } from '../../../../../renderer/features/sheet/written-cells'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import {
  openSheet,
  readSheetRows,
  sheetEdits,
  showFields,
  useSheetStore,
} from '../../../../../renderer/stores/sheet-store'
import { undoStep } from '../../../../../renderer/stores/sheet-steps'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { euros } from '../../../../support/store-in-euros'

const count = 1000
const columns = ['name', 'price'].map((path) => sheetColumnsOf([]).find((each) => each.path === path)!)
const words = { ...noWords, profile: euros }
const shown: Shown = { columns, layout: layoutRows(count, []), words, isFixed: () => false }
const prices = { top: 0, left: 1, bottom: count - 1, right: 1 }

/** Lets the next rows come that are asked for. */
let release: (() => void)[] = []
let isHeld: boolean

beforeEach(async () => {
  isHeld = false
  for (const come of release) come()
  await actsDone()
  release = []
  installFakeBridge({
    'bulk.ids': ({ offset, limit }) => Array.from({ length: limit }, (_, step) => offset + step + 1),
    'catalogue.sheetRows': async ({ productIds }) => {
      if (isHeld) await new Promise<void>((resolve) => release.push(resolve))
      const fields = (id: number) => ({ ...newProductFields, name: `Mug ${id}`, price: id })
      return productIds.map((id) => ({ id, fields: fields(id), variations: null, draft: null }))
    },
    'drafts.put': () => null,
  })
  useSheetStore.setState({ connectionId: null })
  const rows = [1, 2, 3].map(aProductRow)
  useCatalogueStore.setState({
    connectionId: 'a store',
    sort: 'NAME_ASC',
    total: count,
    pages: new Map([[0, { rows, revision: 0 }]]),
  })
  openSheet('a store')
  showFields(['name', 'price'])
  await readSheetRows([1, 2, 3])
  isHeld = true
})

const pricesOf = (...ids: number[]) => ids.map((id) => sheetEdits(id)?.patch.price)
const running = () => useRunningAct.getState().running

/** Until somebody waits for rows. */
async function untilHeld(): Promise<void> {
  for (let turn = 0; release.length === 0 && turn < 100; turn += 1) await Promise.resolve()
  expect(release).toHaveLength(1)
}
function letCome(): void {
  isHeld = false
  release.shift()!()
}

it('a tall block is at once in the rows that are here, the others follow as they are read, and it is one step', async () => {
  const { into, done } = pasteInto(shown, prices, [['0,5']])
  expect(into).toEqual(prices)
  await untilHeld()
  expect(pricesOf(1, 3, 4)).toEqual([0.5, 0.5, undefined])
  expect(running()).toMatchObject({ act: 'paste', rows: 3, of: count })
  letCome()
  await done
  expect(pricesOf(4, count)).toEqual([0.5, 0.5])
  expect(running()).toBe(null)
  expect(useSaid.getState().sentence).toBe('1,000 cells pasted.')
  undoStep()
  expect(useSheetStore.getState().edits.size).toBe(0)
})

it('Undo of what still goes into its rows takes back what is there, and no more comes', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  await untilHeld()
  undoInSheet()
  letCome()
  await done
  expect(useSheetStore.getState().edits.size).toBe(0)
  expect(useSheetStore.getState().steps).toEqual([])
})

it('Undo takes back what was typed meanwhile first, and the block goes on', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  await untilHeld()
  typeCells('a box', [{ row: { productId: 1, variation: null }, column: columns[0]!, text: 'Cup' }], words)
  undoInSheet()
  letCome()
  await done
  expect([sheetEdits(1)?.patch.name, ...pricesOf(1, count)]).toEqual([undefined, 0.5, 0.5])
})

it('Undo of what has no row yet ends it, and leaves the step before', async () => {
  typeCells('a box', [{ row: { productId: 1, variation: null }, column: columns[0]!, text: 'Cup' }], words)
  const { done } = pasteInto(shown, { ...prices, top: 500 }, [['0,5']])
  await untilHeld()
  undoInSheet()
  letCome()
  await done
  expect([sheetEdits(1)?.patch.name, ...pricesOf(501, count)]).toEqual(['Cup', undefined, undefined])
})

it('a block goes into no row of another order of the list', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  await untilHeld()
  useCatalogueStore.setState({ sort: 'PRICE_DESC' })
  letCome()
  await done
  expect(pricesOf(1, 3, 4)).toEqual([0.5, 0.5, undefined])
})

it('stopped, what is there stays and is one step, and what waited is not begun', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  const { done: next } = pasteInto(shown, { ...prices, left: 0, right: 0 }, [['Cup']])
  await untilHeld()
  stopActs('stopped')
  letCome()
  await Promise.all([done, next])
  expect(pricesOf(1, 3, 4)).toEqual([0.5, 0.5, undefined])
  expect(sheetEdits(1)?.patch.name).toBe(undefined)
  undoStep()
  expect(useSheetStore.getState().edits.size).toBe(0)
})

it('what is typed meanwhile is a step of its own, and the block stays one', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  await untilHeld()
  typeCells('a box', [{ row: { productId: 1, variation: null }, column: columns[0]!, text: 'Cup' }], words)
  letCome()
  await done
  expect(useSheetStore.getState().steps.map(({ name }) => name.split(' ')[0])).toEqual(['paste', 'a'])
  undoStep()
  expect([sheetEdits(1)?.patch.name, sheetEdits(1)?.patch.price]).toEqual([undefined, 0.5])
  undoStep()
  expect(useSheetStore.getState().edits.size).toBe(0)
})

it('a block goes into no row of another store that is shown meanwhile', async () => {
  const { done } = pasteInto(shown, prices, [['0,5']])
  await untilHeld()
  openSheet('another store')
  letCome()
  await done
  expect(useSheetStore.getState().edits.size).toBe(0)
})
