import { describe, expect, it } from 'vitest'
import { createQueryParams, formatDate } from '../../../../electron/demo-store/query-params'

const read = (query: string) => createQueryParams(new URLSearchParams(query))
const newYear = Date.UTC(2026, 0, 1) / 1000

describe('query parameters', () => {
  it.each([
    [String(newYear), newYear],
    ['2026-01-01', newYear],
    ['2026-01-01 01:02:03', newYear + 3723],
    ['2026-01-01 01:02:03 %2B0100', newYear + 123],
    ['2026-01-01 00:00:00 +0000', newYear],
    ['2025-12-31 20:00:00 -0400', newYear],
  ])('reads the date %s', (text, seconds) => {
    expect(read(`from=${text}`).date('from')).toBe(seconds)
  })

  it('refuses what is no date', () => {
    expect(() => read('from=yesterday').date('from')).toThrow("Wrong parameter 'from' value")
    expect(() => read('from=2026-13-01').date('from')).toThrow()
  })

  it('writes the dates of answers', () => {
    expect(formatDate(newYear + 3723)).toBe('2026-01-01 01:02:03 +0000')
  })

  it('ignores the case of names and reads all spellings of a boolean', () => {
    expect(read('returnitem=ON').flag('returnItem')).toBe(true)
    expect(read('x=0').flag('x')).toBe(false)
    expect(read('x=').flag('x')).toBeUndefined()
  })

  it('clamps the limit and never echoes 0', () => {
    expect(read('limit=101&offset=3').page()).toEqual({ offset: 3, limit: 100 })
    expect(read('limit=0').page()).toEqual({ offset: 0, limit: 100 })
    expect(() => read('offset=-1').page()).toThrow("Wrong numeric parameter 'offset' value")
  })

  it('finds parameters by prefix with all their values', () => {
    expect(read('option_Size=S,M&option_Size=L&other=1').startingWith('option_')).toEqual([
      { name: 'Size', values: ['S,M', 'L'] },
    ])
  })
})
