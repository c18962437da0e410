// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields, type ProductFields } from '../../../../../electron/shared/fields/product-fields'
import type { SheetVariation } from '../../../../../electron/shared/sheet'
import { productDraftSchema, type ProductDraft } from '../../../../../electron/shared/product'
import { emptyBlock, fillBlock, pasteInto } from '../../../../../renderer/features/sheet/block-acts'
import type { Shown } from '../../../../../renderer/features/sheet/written-cells'
import { layoutRows } from '../../../../../renderer/features/sheet/row-layout'
import { cellIn } from '../../../../../renderer/features/sheet/row-cells'
import { rowNow } from '../../../../../renderer/features/sheet/sheet-row'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { typeCells } from '../../../../../renderer/features/sheet/sheet-edits'
import {
  openSheet,
  readSheetRows,
  sheetEdits,
  showFields,
  unfold,
  useSheetStore,
  type SheetEdits,
} from '../../../../../renderer/stores/sheet-store'
import { editsOf } from '../../../../../renderer/stores/product-edits'
import { forgetStep, redoStep, undoStep } from '../../../../../renderer/stores/sheet-steps'
import { drafts } from '../../../../../renderer/stores/product-store'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { createPlainSheet, plainColumns, type Area } from '../../../../support/sheet/plain-sheet'
import { euros } from '../../../../support/store-in-euros'

const ids = [1, 2, 3]
const rowCount = 5
const variations: SheetVariation[] = [
  { id: 21, label: 'Red', own: { sku: 'R', price: 3, quantity: 3, unlimited: false } },
  { id: 22, label: 'Blue', own: {} },
]
/** The second product has two variations, which are unfolded. */
const productOfRow = [1, 2, 2, 2, 3]
const isOfVariation = [false, false, true, true, false]
const layout = layoutRows(ids.length, [{ index: 1, count: variations.length }])
const columns = plainColumns.map((path) => sheetColumnsOf([]).find((each) => each.path === path)!)
const words = { ...noWords, profile: euros }
const product = (id: number): ProductFields => ({
  ...newProductFields,
  ...{ name: `Mug ${id}`, sku: `M-${id}`, price: 12.5, quantity: 7, unlimited: id % 2 === 0 },
})

let stores = 0
type Kept = Map<number, ProductDraft>
async function openAnew(kept: Kept): Promise<Shown> {
  // What an earlier sheet has not kept yet goes to its own store.
  await drafts.flush()
  installFakeBridge({
    'catalogue.sheetRows': ({ productIds }) =>
      productIds.map((id) => ({
        id,
        fields: product(id),
        variations: id === 2 ? variations : null,
        draft: kept.get(id) ?? null,
      })),
    'drafts.put': ({ drafts: put }) => {
      for (const { productId, draft } of put) {
        if (draft) kept.set(productId!, productDraftSchema.parse(draft))
        else kept.delete(productId!)
      }
      return null
    },
  })
  const connectionId = `store ${(stores += 1)}`
  const rows = ids.map((id) => ({ ...aProductRow(id), variationCount: id === 2 ? 2 : 0 }))
  useCatalogueStore.setState({ connectionId, total: ids.length, pages: new Map([[0, { rows, revision: 0 }]]) })
  openSheet(connectionId)
  showFields(columns.flatMap(({ fields }) => fields))
  unfold(2, true)
  await readSheetRows(ids)
  return { columns, layout, words, isFixed: () => false }
}

const textsWith = (edits: (id: number) => SheetEdits) =>
  productOfRow.map((id, at) => {
    const row = rowNow(layout, at)!
    return columns.map((column) => cellIn({ row, column, edits: edits(id), words }).text())
  })
const textsNow = () => textsWith((id) => sheetEdits(id)!)
const start = () => textsWith((id) => editsOf(product(id)))

const aText = fc.constantFrom('', '7', '12,5', '€ 1.299,00', 'abc', ' Mug ', 'y', 'n', 'u', 'Mug\n2', '0', '3')
const area: fc.Arbitrary<Area> = fc
  .record({ row: fc.nat(rowCount - 1), column: fc.nat(columns.length - 1), down: fc.nat(3), across: fc.nat(3) })
  .map(({ row, column, down, across }) => ({
    ...{ row, column },
    rows: Math.min(down + 1, rowCount - row),
    columns: Math.min(across + 1, columns.length - column),
  }))
const act = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), area, texts: fc.array(aText, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('escape' as const), area, texts: fc.array(aText, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('paste' as const),
    area,
    // Ragged: lines of different lengths.
    block: fc.array(fc.array(aText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('empty' as const, 'down' as const, 'right' as const), area }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never

const blockOf = ({ row, column, rows, columns: across }: Area) => ({
  ...{ top: row, left: column },
  ...{ bottom: row + rows - 1, right: column + across - 1 },
})

let boxes = 0
async function play(shown: Shown, plain: ReturnType<typeof createPlainSheet>, each: Act): Promise<void> {
  switch (each.kind) {
    case 'type':
    case 'escape': {
      const name = `box ${(boxes += 1)}`
      const [column, row] = [columns[each.area.column]!, rowNow(layout, each.area.row)!]
      for (const text of each.texts) typeCells(name, [{ row, column, text }], words)
      if (each.kind === 'escape') forgetStep(name)
      else plain.type(each.area, each.texts.at(-1)!)
      return
    }
    case 'paste':
      await pasteInto(shown, blockOf(each.area), each.block).done
      return plain.paste(each.area, each.block)
    case 'empty':
      await emptyBlock(shown, blockOf(each.area))
      return plain.empty(each.area)
    case 'down':
      await fillBlock(shown, blockOf(each.area), 'down')
      return plain.fillDown(each.area)
    case 'right':
      await fillBlock(shown, blockOf(each.area), 'right')
      return plain.fillRight(each.area)
    case 'undo':
      undoStep()
      return plain.undo()
    case 'redo':
      redoStep()
      return plain.redo()
  }
}

it('whatever is typed, pasted, filled, emptied, taken back and done again leaves what a plain sheet has, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const kept = new Map<number, ProductDraft>()
      const shown = await openAnew(kept)
      const plain = createPlainSheet(start(), isOfVariation)
      for (const each of acts) {
        await play(shown, plain, each)
        expect(textsNow()).toEqual(plain.texts())
      }
      await openAnew(kept)
      expect(textsNow()).toEqual(plain.texts())
      // A product that says what it said is not edited.
      const changed = productOfRow.filter((_, row) => String(plain.texts()[row]) !== String(start()[row]))
      expect([...useSheetStore.getState().edits.keys()].sort()).toEqual([...new Set(changed)])
    }),
    { numRuns: 300 },
  )
})
