// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import type { Export } from '../../../../electron/shared/export'
import { choiceText, endText } from '../../../../renderer/features/exports/export-words'
import { useCatalogueStore } from '../../../../renderer/stores/catalogue-store'
import {
  askExport,
  noteExport,
  noteExportsLost,
  startExport,
  useExportsStore,
} from '../../../../renderer/stores/exports-store'
import { becomeView, beginWithView } from '../../../../renderer/stores/open-view-store'
import { clearPicked, togglePicked } from '../../../../renderer/stores/product-selection'
import { useSettingsStore } from '../../../../renderer/stores/settings-store'
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
  categories: 0,
  leftOut: 0,
  folder: null,
  pictures: 0,
  files: 0,
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

it('The open view is offered by its name with the columns of its sheet, and its last file alone can be written again', async () => {
  const bridge = installFakeBridge({
    'exports.current': ({ viewId }) => ({ newest: null, lastName: viewId === 'v' ? 'Prices.xlsx' : 'Products.xlsx' }),
  })
  const sheet = { columns: [{ path: 'price', width: null }], frozen: 1, unfolded: false, flat: false }
  const view = { id: 'v', connectionId: 'a', name: 'Prices', filters: {}, sort: null, sheet, isOpen: true }
  useSettingsStore.setState({ views: [view] })
  becomeView(view)
  askExport()
  expect(useExportsStore.getState().asked).toMatchObject({ view: { id: 'v', name: 'Prices' }, columns: ['price'] })
  expect(asked()).toEqual(['found', 'all'])
  expect(choiceText({ which: 'found', selection: { ids: [1] }, count: 12 }, 'Prices')).toBe('“Prices”: 12 products')
  await expect.poll(() => useExportsStore.getState().asked?.lastName).toBe('Prices.xlsx')

  beginWithView(null)
  askExport()
  expect(useExportsStore.getState().asked).toMatchObject({ view: null, columns: null })
  await expect.poll(() => useExportsStore.getState().asked?.lastName).toBe('Products.xlsx')
  expect(bridge.asked.map(({ input }) => input)).toEqual([
    { connectionId: 'a', viewId: 'v' },
    { connectionId: 'a', viewId: null },
  ])
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

const whole = {
  products: 2,
  categories: 1,
  productTypes: 3,
  pictures: null,
  missing: { count: 0, first: [] },
  notInStore: 0,
}
const lost = (count: number) => ({
  count,
  first: Array.from({ length: Math.min(count, 3) }, (_, at) => ({
    title: `picture ${at + 1} of M-1`,
    reason: 'cdn.example answered 404 instead of a picture.',
  })),
})

it.each([
  [whole, 'all.zip has 2 products, 1 category and 3 product types.'],
  [{ ...whole, pictures: 5 }, 'all.zip has 2 products, 1 category, 3 product types and 5 pictures.'],
  [
    { ...whole, pictures: 5, missing: lost(1) },
    'all.zip has 2 products, 1 category, 3 product types and 5 pictures. 1 picture could not be loaded and is missing: picture 1 of M-1 (cdn.example answered 404 instead of a picture).',
  ],
  [
    { ...whole, pictures: 0, missing: lost(5), notInStore: 2 },
    'all.zip has 2 products, 1 category, 3 product types and 0 pictures. 5 pictures could not be loaded and are missing: picture 1 of M-1 (cdn.example answered 404 instead of a picture), picture 2 of M-1 (cdn.example answered 404 instead of a picture), picture 3 of M-1 (cdn.example answered 404 instead of a picture), 2 more, all named in the archive. What is not in your store yet was left out: 2 entries.',
  ],
] as const)('What is in an archive, and what is not, is said: %j', (archive, text) =>
  expect(endText({ ...writing, what: 'archive', state: 'written', name: 'all.zip', archive })).toBe(text),
)

it.each([
  [{ state: 'written' }, 'all.csv has 2 products.'],
  [{ state: 'written', categories: 1 }, 'all.csv has 2 products and 1 category.'],
  [
    { state: 'written', products: 1, leftOut: 1 },
    'all.csv has 1 product. 1 text is longer than a cell of a workbook can be, and left out. A CSV holds them.',
  ],
  [
    { state: 'written', folder: 'all pictures', pictures: 2 },
    'all.csv has 2 products, and the folder “all pictures” 2 pictures.',
  ],
  [
    {
      state: 'written',
      folder: 'all pictures',
      ...{ pictures: 2, files: 1, missing: { count: 4, first: ['picture 3 of M-1', 'a.pdf of M-2'] } },
    },
    'all.csv has 2 products, and the folder “all pictures” 2 pictures and 1 file for buyers. 4 could not be loaded: picture 3 of M-1, a.pdf of M-2, 2 more.',
  ],
  [{ state: 'cancelled' }, 'all.csv was not written.'],
] as const)('The end of an export is said: %j', (end, text) => expect(endText({ ...writing, ...end })).toBe(text))
