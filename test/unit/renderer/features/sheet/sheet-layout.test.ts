import { expect, it } from 'vitest'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { layoutOf, withMoved, withToggled, withWidth } from '../../../../../renderer/features/sheet/sheet-layout'

const all = sheetColumnsOf([])
const layout = ['name', 'sku', 'price'].map((path) => ({ path, width: null }))
const paths = (of: readonly { path: string }[]) => of.map(({ path }) => path)

it('a column is moved, made wider and taken out, and comes back where the form has it', () => {
  expect(paths(withMoved(layout, 'price', 'name'))).toEqual(['price', 'name', 'sku'])
  expect(layoutOf(withWidth(layout, 'sku', 123.4), all).widths).toEqual({ sku: 123 })
  const without = withToggled(layout, 'sku', all)
  expect(paths(without)).toEqual(['name', 'price'])
  expect(paths(withToggled(without, 'sku', all))).toEqual(['name', 'sku', 'price'])
})

it('the last column stays, and one that this version does not know is not shown', () => {
  expect(withToggled([{ path: 'name', width: null }], 'name', all)).toHaveLength(1)
  expect(paths(layoutOf([...layout, { path: 'fromTheFuture', width: null }], all).columns)).toEqual([
    'name',
    'sku',
    'price',
  ])
})
