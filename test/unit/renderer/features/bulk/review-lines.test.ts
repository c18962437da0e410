import { expect, it } from 'vitest'
import { linesOf } from '../../../../../renderer/features/bulk/review-lines'

it('a heading stands before the edits of each field', () => {
  const lines = linesOf(5, [
    { field: 'name', count: 2 },
    { field: 'price', count: 3 },
  ])
  expect(Array.from({ length: lines.count }, (_, index) => lines.at(index))).toEqual([
    { field: 'name', count: 2 },
    { edit: 0 },
    { edit: 1 },
    { field: 'price', count: 3 },
    { edit: 2 },
    { edit: 3 },
    { edit: 4 },
  ])
})

it('without fields every line is an edit', () => {
  const lines = linesOf(2, [])
  expect([lines.count, lines.at(0), lines.at(1)]).toEqual([2, { edit: 0 }, { edit: 1 }])
})
