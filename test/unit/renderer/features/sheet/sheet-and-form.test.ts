// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { productDraftSchema, type ProductDraft } from '../../../../../electron/shared/product'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { typeCells } from '../../../../../renderer/features/sheet/sheet-edits'
import {
  drafts,
  leaveProduct,
  openedProduct,
  openProduct,
  setProductField,
} from '../../../../../renderer/stores/product-store'
import {
  openSheet,
  readSheetRows,
  readTypedRows,
  sheetEdits,
  showFields,
  useSheetStore,
} from '../../../../../renderer/stores/sheet-store'
import { undoStep } from '../../../../../renderer/stores/sheet-steps'
import { aProductDetail } from '../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const fields = { ...newProductFields, name: 'Mug', price: 10 }
let draft: ProductDraft | null
let stores = 0

beforeEach(async () => {
  await drafts.flush()
  draft = null
  installFakeBridge({
    'catalogue.sheetRows': ({ productIds }) => productIds.map((id) => ({ id, fields, variations: null, draft })),
    'catalogue.product': () => aProductDetail({ fields, draft }),
    'drafts.put': ({ drafts: [put] }) => {
      draft = productDraftSchema.nullable().parse(put!.draft)
      return null
    },
  })
  const connectionId = `shop ${(stores += 1)}`
  openSheet(connectionId)
  showFields(['name', 'price', 'sku'])
  await readSheetRows([1])
  type('price', '12')
  await openProduct(connectionId, 1)
})

function type(path: string, text: string): void {
  const column = sheetColumnsOf([]).find((each) => each.path === path)!
  typeCells(`${path} ${text}`, [{ row: { productId: 1, variation: null }, column, text }], words)
}

it('what is typed into the form of a product stands in its row, and what is typed into the row then keeps it', async () => {
  setProductField('name', 'Cup')
  expect(sheetEdits(1)?.patch).toEqual({ name: 'Cup', price: 12 })
  leaveProduct()
  type('sku', 'M-1')
  await drafts.flush()
  expect(draft?.patch).toEqual({ name: 'Cup', price: 12, sku: 'M-1' })
})

it('undo in the sheet takes back what the sheet did, in the open form too, and leaves what was typed into the form', async () => {
  setProductField('name', 'Cup')
  undoStep()
  expect(openedProduct()?.edits.patch).toEqual({ name: 'Cup' })
  expect(sheetEdits(1)?.patch).toEqual({ name: 'Cup' })
  await drafts.flush()
  expect(draft?.patch).toEqual({ name: 'Cup' })
})

it('what was taken back does not come again with its row, though it is still on disk', async () => {
  leaveProduct()
  await drafts.flush()
  expect(draft?.patch).toEqual({ price: 12 })
  undoStep()
  showFields(['name', 'price', 'weight'])
  await readSheetRows([1])
  expect(sheetEdits(1)?.patch).toEqual({})
})

it('letters that come back to what stood there are no step, and no edit', () => {
  leaveProduct()
  const { steps } = useSheetStore.getState()
  const column = sheetColumnsOf([]).find(({ path }) => path === 'name')!
  for (const text of ['C', 'Mug']) typeCells('a box', [{ row: { productId: 1, variation: null }, column, text }], words)
  expect(useSheetStore.getState().steps).toEqual(steps)
  expect(sheetEdits(1)?.patch).toEqual({ price: 12 })
})

it('a stock that is unlimited again is no edit', () => {
  leaveProduct()
  type('quantity', '5')
  type('quantity', 'Unlimited')
  expect(sheetEdits(1)?.patch).toEqual({ price: 12 })
})

it('What is typed into rows that are out of sight is counted, as after a restart', async () => {
  const typedBefore = { ...productDraftSchema.parse(draft), patch: { name: 'Cup' } }
  installFakeBridge({
    'bulk.typed': () => [7, 8],
    'catalogue.sheetRows': ({ productIds }) =>
      productIds.map((id) => ({ id, fields, variations: null, draft: id === 7 ? typedBefore : null })),
  })
  openSheet('after a restart')
  await readTypedRows('after a restart')
  expect([...useSheetStore.getState().edits.keys()]).toEqual([7])
})

it('a row has what was typed into the form of its product right before, however long that takes to be on disk', async () => {
  leaveProduct()
  await drafts.flush()
  let arrive = () => {}
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ id: 2, fields }),
    'catalogue.sheetRows': ({ productIds }) => productIds.map((id) => ({ id, fields, variations: null, draft })),
    'drafts.put': async ({ drafts: [put] }) => {
      await new Promise<void>((resolve) => (arrive = resolve))
      draft = productDraftSchema.nullable().parse(put!.draft)
      return null
    },
  })
  const connectionId = `shop ${(stores += 1)}`
  await openProduct(connectionId, 2)
  setProductField('name', 'Bowl')
  leaveProduct()
  openSheet(connectionId)
  const read = readSheetRows([2])
  await Promise.resolve()
  arrive()
  await read
  expect(sheetEdits(2)?.patch).toEqual({ name: 'Bowl' })
})
