import { describe, expect, it } from 'vitest'
import { inOrderOf, placedAmong } from '../../../../electron/snapshots/order-then'

describe('what comes back among others', () => {
  it.each([
    ['behind the one that it stood behind', [1, 3, 2], [2], [1, 2, 3], [1, 2, 3]],
    ['behind that also where it was moved', [3, 1, 2], [2], [1, 2, 3], [3, 1, 2]],
    ['before the next one where it was the first', [9, 2, 3, 1], [1], [1, 2, 3], [9, 1, 2, 3]],
    ['several of them in their order', [4, 3, 1, 2], [3, 1, 2], [1, 2, 3, 4], [1, 2, 3, 4]],
    ['in its order where nobody of then is here', [9, 2, 1], [1, 2], [1, 2, 3], [1, 2, 9]],
    ['where it is, when it was not there', [1, 2, 9], [9], [1, 2], [1, 2, 9]],
  ])('stands %s', (_, all, coming, then, placed) => {
    expect(placedAmong(all, new Set(coming), then)).toEqual(placed)
  })
})

it('what stood in an order does so again, and what was added since keeps its place', () => {
  expect(inOrderOf([1, 2, 3], [3, 9, 1])).toEqual([1, 9, 3])
})
