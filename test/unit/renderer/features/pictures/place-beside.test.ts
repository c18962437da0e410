import { describe, expect, it } from 'vitest'
import { placeBeside, type ArrowKey } from '../../../../../renderer/features/pictures/place-beside'

// Three in a row, and two in the last one:  0 1 2 / 3 4 5 / 6 7
const corners = Array.from({ length: 8 }, (_, at) => ({ left: (at % 3) * 100, top: Math.floor(at / 3) * 150 }))

describe('the place that an arrow key leads to', () => {
  it.each<[ArrowKey, number, number | null]>([
    ['ArrowRight', 0, 1],
    // The next row goes on where this one ends.
    ['ArrowRight', 2, 3],
    ['ArrowLeft', 3, 2],
    ['ArrowRight', 7, null],
    ['ArrowLeft', 0, null],
    ['ArrowDown', 1, 4],
    ['ArrowUp', 7, 4],
    // The last row is shorter.
    ['ArrowDown', 5, 7],
    ['ArrowDown', 6, null],
    ['ArrowUp', 1, null],
  ])('%s from %i is %s', (key, at, place) => {
    expect(placeBeside(key, at, corners)).toBe(place)
  })
})
