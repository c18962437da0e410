import { describe, expect, it } from 'vitest'
import { saidOf } from '../../../../../renderer/features/sheet/written-cells'
import { placeFill, placePaste } from '../../../../../renderer/features/sheet/paste'

const sheet = { rows: 10, columns: 4 }
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })

describe('a pasted block', () => {
  it('goes from the selected cell down and to the right, and says how much had no place', () => {
    const { into, texts, left } = placePaste(at(8, 3), [['a', 'b'], ['c'], ['d', 'e']], sheet)
    expect(into).toEqual(at(8, 3, 9, 3))
    expect(texts).toEqual([['a'], ['c']])
    expect(left).toBe(3)
  })

  it('says nothing of cells that a shorter line does not name', () => {
    expect(placePaste(at(0, 0), [['a', 'b'], ['c']], sheet).texts).toEqual([
      ['a', 'b'],
      ['c', undefined],
    ])
  })

  it('of one text fills all that is selected, and a line every line', () => {
    expect(placePaste(at(1, 1, 3, 2), [['7']], sheet)).toMatchObject({ into: at(1, 1, 3, 2), left: 0 })
    expect(placePaste(at(1, 1, 3, 2), [['7', '8']], sheet).texts).toEqual([
      ['7', '8'],
      ['7', '8'],
      ['7', '8'],
    ])
  })
})

it('a fill goes from the first line of a block into its others, of one line from what stands before it', () => {
  expect(placeFill(at(2, 0, 5, 1), 'down')).toEqual({ from: at(2, 0, 2, 1), to: at(3, 0, 5, 1) })
  expect(placeFill(at(2, 0, 2, 1), 'down')).toEqual({ from: at(1, 0, 1, 1), to: at(2, 0, 2, 1) })
  expect(placeFill(at(2, 1, 3, 3), 'right')).toEqual({ from: at(2, 1, 3, 1), to: at(2, 2, 3, 3) })
  expect(placeFill(at(0, 0, 0, 1), 'down')).toBeNull()
})

it('what did not take all of a block is said, and nothing where it did', () => {
  expect(saidOf('pasted', 500, { left: 0, refused: 0, wrong: 0 })).toBe('')
  expect(saidOf('pasted', 5000, { left: 0, refused: 0, wrong: 1 })).toBe(
    '4,999 of 5,000 cells pasted. 1 cell cannot be saved as it is: it is red, and keeps what was put into it.',
  )
  expect(saidOf('pasted', 500, { left: 12, refused: 1, wrong: 7 })).toBe(
    '480 of 500 cells pasted. 12 cells had no place in the sheet. 1 cell cannot be typed into here. ' +
      '7 cells cannot be saved as they are: they are red, and keep what was put into them.',
  )
})
