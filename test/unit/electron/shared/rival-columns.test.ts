import { expect, it } from 'vitest'
import { rivalsOf } from '../../../../electron/shared/product-table/rival-columns'

it('columns that say the same are told of each other, whatever words they have for it', () => {
  expect(rivalsOf(['sku', 'price', null, 'price', '!unlimited', 'unlimited', null])).toEqual([
    [],
    [3],
    [],
    [1],
    [5],
    [4],
    [],
  ])
})

it('columns that each hold one category of a product add up, beside no list of all', () => {
  expect(rivalsOf(['category.1', 'category.2'])).toEqual([[], []])
  expect(rivalsOf(['category.1', 'category.2', 'category.1'])).toEqual([[2], [], [0]])
  expect(rivalsOf(['categoryIds', 'category.1', 'category.2'])).toEqual([[1, 2], [0], [0]])
})
