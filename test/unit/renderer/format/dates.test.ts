import { describe, expect, it } from 'vitest'
import { formatAgo, formatDate, formatDuration, formatWhen } from '../../../../renderer/format/dates'

const noon = new Date(2026, 4, 3, 12, 0).getTime()

describe('times for people', () => {
  it('are near in words and far as a date', () => {
    expect(formatAgo(noon - 20_000, noon)).toBe('just now')
    expect(formatAgo(noon - 5 * 60_000, noon)).toBe('5 min ago')
    expect(formatAgo(noon - 3 * 3_600_000, noon)).toBe('today, 09:00')
    expect(formatAgo(noon - 48 * 3_600_000, noon)).toBe('1 May 2026')
    expect(formatDate(noon)).toBe('3 May 2026')
  })

  it('of a store whose clock is ahead are said as they are', () => {
    expect(formatAgo(noon + 20_000, noon)).toBe('just now')
    expect(formatAgo(noon + 3 * 3_600_000, noon)).toBe('today, 15:00')
    expect(formatAgo(noon + 48 * 3_600_000, noon)).toBe('5 May 2026')
  })

  it('name today and yesterday, always with the time', () => {
    expect(formatWhen(noon - 3 * 3_600_000, noon)).toBe('today, 09:00')
    expect(formatWhen(noon - 18 * 3_600_000, noon)).toBe('yesterday, 18:00')
    expect(formatWhen(noon - 48 * 3_600_000, noon)).toBe('1 May 2026, 12:00')
  })

  it('say how long something takes', () => {
    expect([45, 90, 3600, 7500].map(formatDuration)).toEqual(['45 s', '2 min', '1 h', '2 h 5 min'])
  })
})
