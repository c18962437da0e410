// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import type { Export } from '../../../../electron/shared/export'
import { endText } from '../../../../renderer/features/exports/export-words'
import { useCatalogueStore } from '../../../../renderer/stores/catalogue-store'
import {
  askExport,
  noteExport,
  noteExportsLost,
  startExport,
  useExportsStore,
} from '../../../../renderer/stores/exports-store'
import { clearPicked, togglePicked } from '../../../../renderer/stores/product-selection'
import { installFakeBridge } from '../../../support/fake-bridge'

const writing: Export = {
  connectionId: 'a',
  what: 'products',
  id: 1,
  state: 'writing',
  name: 'all.csv',
  done: 0,
  total: 4,
  products: 2,
  leftOut: 0,
  folder: null,
  pictures: 0,
  missing: { count: 0, first: [] },
  archive: null,
  problem: null,
}

beforeEach(() => {
  useCatalogueStore.setState({ connectionId: 'a', filters: {}, total: 12 })
  clearPicked()
  useExportsStore.setState({ asked: null, newest: {} })
})

const asked = () => useExportsStore.getState().asked?.choices.map(({ which }) => which)

it('The selected products are offered before those found, and those before all; only what differs is offered', () => {
  installFakeBridge({ 'exports.current': () => ({ newest: null, lastName: null }) })
  askExport()
  expect(asked()).toEqual(['all'])
  useCatalogueStore.setState({ filters: { text: 'mug' } })
  togglePicked(3, 0)
  askExport()
  expect(asked()).toEqual(['picked', 'found', 'all'])
})

it('An export that ended before its start was answered is not taken for one on its way', async () => {
  const bridge = installFakeBridge({})
  bridge.handlers['exports.start'] = () => {
    noteExport({ ...writing, state: 'written' })
    return writing
  }
  await startExport('a', { selection: { ids: [1] }, format: 'csv', decimal: '.' })
  expect(useExportsStore.getState().newest['a']?.state).toBe('written')
})

it('A file whose writing ended with the part that wrote it is told as not written', () => {
  noteExport(writing)
  noteExportsLost()
  expect(endText(useExportsStore.getState().newest['a']!)).toBe('The file was not written. Export the products again.')
})

const whole = { products: 2, categories: 1, productTypes: 3, pictures: null, missing: 0, notInStore: 0 }

it.each([
  [whole, 'all.zip has 2 products, 1 category and 3 product types.'],
  [{ ...whole, pictures: 5 }, 'all.zip has 2 products, 1 category, 3 product types and 5 pictures.'],
  [
    { ...whole, pictures: 5, missing: 1 },
    'all.zip has 2 products, 1 category, 3 product types and 5 pictures. 1 picture could not be loaded and is missing.',
  ],
  [
    { ...whole, pictures: 0, missing: 2, notInStore: 2 },
    'all.zip has 2 products, 1 category, 3 product types and 0 pictures. 2 pictures could not be loaded and are missing. What is not in your store yet was left out: 2 entries.',
  ],
] as const)('What is in an archive, and what is not, is said: %j', (archive, text) =>
  expect(endText({ ...writing, what: 'archive', state: 'written', name: 'all.zip', archive })).toBe(text),
)

it.each([
  [{ state: 'written' }, 'all.csv has 2 products.'],
  [
    { state: 'written', products: 1, leftOut: 1 },
    'all.csv has 1 product. 1 text is longer than a cell of a workbook can be, and left out. A CSV holds them.',
  ],
  [{ state: 'cancelled' }, 'all.csv was not written.'],
] as const)('The end of an export is said: %j', (end, text) => expect(endText({ ...writing, ...end })).toBe(text))
