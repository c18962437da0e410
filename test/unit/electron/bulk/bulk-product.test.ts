import { expect, it } from 'vitest'
import { toBulkProduct } from '../../../../electron/bulk/bulk-product'

it('is named by the number of the store, and without one by the one here', () => {
  expect(toBulkProduct(7, { id: 1007 }).namedBy).toBe(1007)
  expect(toBulkProduct(7, { id: 0 }).namedBy).toBe(-7)
})
