import { expect, it } from 'vitest'
import { placeOf } from '../../../../../renderer/features/shelves/place-of-drop'

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }]

it('a product dropped on another stands behind it downwards, and before it upwards', () => {
  expect(placeOf(rows, 3, 0, 1)).toEqual({ before: 3 })
  expect(placeOf(rows, 3, 2, 0)).toEqual({ before: 1 })
  expect(placeOf(rows, 3, 0, 2)).toEqual({ before: null })
})

it('dropped on the last one that is shown, it stays before those that are not', () => {
  expect(placeOf(rows, 600, 0, 2)).toEqual({ by: 2 })
})
