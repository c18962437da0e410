import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { formatMoment, instantOf, momentOf, readTime } from '../../../../renderer/format/moments'

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'))
afterEach(() => vi.unstubAllEnvs())

it('a time is on the clock of the computer, in summer and in winter', () => {
  expect(instantOf({ day: '2026-07-03', time: '00:00' })).toBe(Date.UTC(2026, 6, 2, 22))
  expect(instantOf({ day: '2026-11-27', time: '23:59' })).toBe(Date.UTC(2026, 10, 27, 22, 59))
  expect(momentOf(Date.UTC(2026, 10, 27, 22, 59))).toEqual({ day: '2026-11-27', time: '23:59' })
})

it('the hour that is left out in spring is an hour later, and of the one that comes twice in autumn it is the first', () => {
  const skipped = instantOf({ day: '2026-03-29', time: '02:30' })
  expect(momentOf(skipped!)).toEqual({ day: '2026-03-29', time: '03:30' })
  expect(instantOf({ day: '2026-10-25', time: '02:30' })).toBe(Date.UTC(2026, 9, 25, 0, 30))
})

it('is read as people type it', () => {
  const read = ['9', '9:30', '09.30', '0930', '9 am', '12:05 am', '11:59 p.m.', '23:59'].map(readTime)
  expect(read).toEqual(['09:00', '09:30', '09:30', '09:30', '09:00', '00:05', '23:59', '23:59'])
  expect(['', '24:00', '9:75', '13 pm', 'noon'].map(readTime)).toEqual([null, null, null, null, null])
})

it('what is not whole is no time', () => {
  expect(instantOf({ day: '2026-11-27', time: '' })).toBeNull()
  expect(instantOf({ day: '', time: '10:00' })).toBeNull()
})

it('is said with its day of the week, and with its year where it is another one', () => {
  const at = Date.UTC(2026, 10, 26, 23)
  expect(formatMoment(at, Date.UTC(2026, 5, 1))).toBe('Fri 27 Nov, 00:00')
  expect(formatMoment(at, Date.UTC(2025, 5, 1))).toBe('Fri 27 Nov 2026, 00:00')
})
