import { expect, it } from 'vitest'
import { layoutOf, withMoved, withToggled, withWidth } from '../../../../../renderer/features/sheet/sheet-layout'

const layout = ['name', 'sku', 'price'].map((path) => ({ path, width: null }))
const paths = (of: readonly { path: string }[]) => of.map(({ path }) => path)

it('a column is moved, made wider and taken out, and comes back where the form has it', () => {
  expect(paths(withMoved(layout, 2, 0))).toEqual(['price', 'name', 'sku'])
  expect(layoutOf(withWidth(layout, 'sku', 123.4)).widths).toEqual({ sku: 123 })
  const without = withToggled(layout, 'sku')
  expect(paths(without)).toEqual(['name', 'price'])
  expect(paths(withToggled(without, 'sku'))).toEqual(['name', 'sku', 'price'])
})

it('the last column stays, and one that this version does not know is not shown', () => {
  expect(withToggled([{ path: 'name', width: null }], 'name')).toHaveLength(1)
  expect(paths(layoutOf([...layout, { path: 'fromTheFuture', width: null }]).columns)).toEqual(['name', 'sku', 'price'])
})
