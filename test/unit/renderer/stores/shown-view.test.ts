import { expect, it } from 'vitest'
import { isMoreThanAll, isSameView, type Shown } from '../../../../renderer/stores/shown-view'

const all: Shown = { filters: {}, sort: null, sheet: null }
const look = { columns: [{ path: 'name', width: null }], frozen: 1, unfolded: false, flat: false }

it('The same filters are the same view, in whichever order they were chosen', () => {
  const one: Shown = { ...all, filters: { enabled: true, categoryIds: [1, 2], includeSubcategories: undefined } }
  const other: Shown = { ...all, filters: { categoryIds: [2, 1], enabled: true } }
  expect(isSameView(one, other)).toBe(true)
  const attributes = [
    { name: 'Brand', values: ['Lotse', 'Kai'] },
    { name: 'UPC', values: ['1'] },
  ]
  const turned = [attributes[1]!, { name: 'Brand', values: ['Kai', 'Lotse'] }]
  expect(isSameView({ ...all, filters: { attributes } }, { ...all, filters: { attributes: turned } })).toBe(true)
})

it.each<[string, Shown]>([
  ['another value', { ...all, filters: { text: 'mugs' } }],
  ['one filter more', { ...all, filters: { text: 'mug', enabled: true } }],
  ['one filter less', all],
  ['an order', { ...all, filters: { text: 'mug' }, sort: 'PRICE_ASC' }],
  ['the sheet', { ...all, filters: { text: 'mug' }, sheet: look }],
])('It is another view by %s', (_, other) => {
  expect(isSameView({ ...all, filters: { text: 'mug' } }, other)).toBe(false)
})

it('Of a sheet the columns, their order and widths, what is frozen and how variations are shown make it another', () => {
  const sheet = { ...all, sheet: look }
  const columns = [...look.columns, { path: 'sku', width: 90 }]
  expect(isSameView(sheet, { ...all, sheet: structuredClone(look) })).toBe(true)
  expect(isSameView(sheet, { ...all, sheet: { ...look, columns } })).toBe(false)
  const turned = { ...look, columns: columns.toReversed() }
  expect(isSameView({ ...all, sheet: { ...look, columns } }, { ...all, sheet: turned })).toBe(false)
  expect(isSameView(sheet, { ...all, sheet: { ...look, columns: [{ path: 'name', width: 200 }] } })).toBe(false)
  expect(isSameView(sheet, { ...all, sheet: { ...look, frozen: 2 } })).toBe(false)
  expect(isSameView(sheet, { ...all, sheet: { ...look, flat: true } })).toBe(false)
})

it('There is something to keep once what is shown is more than all products as usual', () => {
  expect(isMoreThanAll(all, true)).toBe(false)
  expect(isMoreThanAll({ ...all, sheet: look }, false)).toBe(false)
  expect(isMoreThanAll({ ...all, sheet: look }, true)).toBe(true)
  expect(isMoreThanAll({ ...all, sort: 'PRICE_ASC' }, false)).toBe(true)
  expect(isMoreThanAll({ ...all, filters: { text: 'mug' } }, false)).toBe(true)
})
