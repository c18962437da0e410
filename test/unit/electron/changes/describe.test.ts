import { expect, it } from 'vitest'
import { toAddVariation, toRemoveVariation, toSet, toSetOwn } from '../../../../electron/shared/change-address'
import type { ProductField } from '../../../../electron/shared/fields/product-fields'
import { describeChange } from '../../../../electron/changes/describe'

const field = (name: ProductField, after: unknown) => describeChange({ ...toSet(name), after })

it('a change is described in the words of the screen', () => {
  expect(field('price', 12.5)).toBe('Price → 12.50')
  expect(field('enabled', false)).toBe('Enabled → No')
  expect(field('description', '<p>Thrown by <b>hand</b></p>')).toBe('Description → Thrown by hand')
  expect(field('outOfStockVisibilityBehaviour', 'HIDE')).toBe('When out of stock → Hide it from shoppers')
  expect(field('categoryIds', [4])).toBe('Categories')
})

it('a change of a variation names it', () => {
  const entry = 'Red, L'
  expect(describeChange({ ...toSetOwn(7, 'price'), entry, after: 12.5 })).toBe('Price of Red, L → 12.50')
  expect(describeChange({ ...toSetOwn(7, 'price'), entry, after: null })).toBe('Price of Red, L → as product')
  expect(describeChange({ ...toAddVariation, entry, after: {} })).toBe('New variation Red, L')
  expect(describeChange({ ...toRemoveVariation(7), entry, after: null })).toBe('Variation Red, L removed')
})
