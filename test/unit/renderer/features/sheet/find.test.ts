// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import {
  closeFind,
  countText,
  find,
  openFind,
  stepFind,
  useFind,
} from '../../../../../renderer/features/sheet/find/find-store'
import { useSaid } from '../../../../../renderer/features/sheet/said'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { typeCells } from '../../../../../renderer/features/sheet/sheet-edits'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { openSheet, readSheetRows, showFields } from '../../../../../renderer/stores/sheet-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { euros } from '../../../../support/store-in-euros'

const words = { ...noWords, profile: euros }
const columns = ['name', 'price'].map((path) => sheetColumnsOf([]).find((each) => each.path === path)!)
const sheet = { columns, words }
const products = 350
const start = (index: number, across = 0) => ({ index, variation: null, across })

/** Every hundredth product is blue; the third has a variation that is too. */
const nameOf = (id: number) => (id % 100 === 0 ? `Blue mug ${id}` : `Mug ${id}`)
let stores = 0
let asked: string[]
let held: Promise<void>

beforeEach(() => {
  closeFind()
  asked = []
  held = Promise.resolve()
  installFakeBridge({
    // All of them may show it, a hundred at a time.
    'catalogue.rowsThatMayShow': async ({ text, from, before }) => {
      asked.push(`${text} from ${from}`)
      if (from > 0) await held
      const next = Math.min(from + 100, before)
      return {
        found: Array.from({ length: next - from }, (_, at) => ({ at: from + at, id: from + at + 1 })),
        next,
        total: products,
      }
    },
    'catalogue.sheetRows': ({ productIds, variations }) =>
      productIds.map((id) => ({
        id,
        fields: { ...newProductFields, name: nameOf(id), price: id },
        variations: variations && id === 3 ? [{ id: 31, label: 'Blue', own: { price: 7 } }] : null,
        draft: null,
      })),
    'drafts.put': () => null,
  })
  const connectionId = `store ${(stores += 1)}`
  useCatalogueStore.setState({ connectionId, total: products, pages: new Map() })
  openSheet(connectionId)
  showFields(['name', 'price'])
  openFind()
})

const found = () => useFind.getState().hits.map(({ index, variation, across }) => [index, variation, across])
const current = () => useFind.getState().hits[useFind.getState().at ?? -1]?.shown

it('goes over all rows from the active cell on, also those that are not read, and counts as the list does', async () => {
  await find('BLUE', sheet, start(150))
  expect(current()).toBe('Blue mug 200')
  expect(countText(useFind.getState())).toBe('2 of 3')
  expect(useSaid.getState().sentence).toBe('2 of 3. Blue mug 200: Blue mug 200.')
  stepFind(1)
  stepFind(1)
  expect(current()).toBe('Blue mug 100')
  expect(countText(useFind.getState())).toBe('1 of 3')
  stepFind(-1)
  expect(countText(useFind.getState())).toBe('3 of 3')
})

it('finds what the cells show: numbers as they are written, and variations where they are shown', async () => {
  await find('7,00', sheet, start(0))
  expect(found().slice(0, 2)).toEqual([
    [6, null, 1],
    [16, null, 1],
  ])
  openSheet(`store ${(stores += 1)}`, 'below')
  await find('blue', sheet, start(0))
  expect(found()[0]).toEqual([2, 0, 0])
})

it('begins after the cell one is at, in its own row too', async () => {
  await find('1', sheet, start(0, 1))
  expect(useFind.getState().hits[useFind.getState().at!]).toMatchObject({ index: 0, across: 1 })
})

it('what is typed since is found by the next search, and until then the count is known to be old', async () => {
  await readSheetRows([1])
  await find('blue', sheet, start(0))
  expect(useFind.getState().isOld).toBe(false)
  typeCells('a name', [{ row: { productId: 1, variation: null }, column: columns[0]!, text: 'A blue cup' }], words)
  expect(useFind.getState().isOld).toBe(true)
  await find('blue', sheet, start(0))
  expect(current()).toBe('A blue cup')
  expect(countText(useFind.getState())).toBe('1 of 4')
})

it('says where nothing is found, and nothing for no text', async () => {
  await find('purple', sheet, start(0))
  expect(countText(useFind.getState())).toBe('Nothing found')
  await find('  ', sheet, start(0))
  expect(countText(useFind.getState())).toBe('')
})

it('shows what it has found before it has gone over all, and the next letter ends that', async () => {
  let release = () => {}
  held = new Promise((resolve) => (release = resolve))
  const first = find('mug', sheet, start(0))
  await expect.poll(() => countText(useFind.getState())).toBe('100 found, 28 % searched')
  expect(current()).toBe('Mug 1')
  const second = find('mug 3', sheet, start(0))
  await expect.poll(current).toBe('Mug 3')
  release()
  await Promise.all([first, second])
  expect(countText(useFind.getState())).toBe('1 of 62')
  expect(asked.filter((each) => each.startsWith('mug from'))).toEqual(['mug from 0', 'mug from 100'])
})
