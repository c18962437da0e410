import { describe, expect, it } from 'vitest'
import { leftOutColumnsText } from '../../../../../renderer/features/imports/import-words'

describe('columns that are left out', () => {
  it('are named, the first of many with how many more there are', () => {
    expect(leftOutColumnsText(['Notes'])).toBe('“Notes” is left out.')
    expect(leftOutColumnsText(['Notes', 'Colour'])).toBe('“Notes” and “Colour” are left out.')
    expect(leftOutColumnsText(['a', 'b', 'c'])).toBe('“a”, “b” and “c” are left out.')
    expect(leftOutColumnsText(['a', 'b', 'c', 'd', 'e'])).toBe('“a”, “b”, “c” and 2 more are left out.')
  })

  it('are cut where their names are texts', () => {
    expect(leftOutColumnsText(['x'.repeat(31)])).toBe(`“${'x'.repeat(29)}…” is left out.`)
  })
})
