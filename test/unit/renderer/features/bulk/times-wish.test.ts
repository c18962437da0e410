import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { timesOf, wishOf } from '../../../../../renderer/features/bulk/times-wish'
import { stageText, timesText } from '../../../../../renderer/features/bulk/timed-words'

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  vi.setSystemTime(now)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const now = Date.UTC(2026, 10, 26, 12)
const friday = Date.UTC(2026, 10, 26, 23)
const sunday = Date.UTC(2026, 10, 29, 22, 59)
const none = { startsAt: null, endsAt: null }

it('begins with the coming midnight and three days, where nothing was said yet', () => {
  const wish = wishOf(none, now)
  expect(timesOf(wish, now)).toEqual({ times: none })
  expect(timesOf({ ...wish, hasStart: true, hasEnd: true }, now)).toEqual({
    times: { startsAt: friday, endsAt: sunday },
  })
})

it('says what is wrong with each time', () => {
  const wish = { ...wishOf({ startsAt: friday, endsAt: sunday }, now), hasStart: true, hasEnd: true }
  const problems = (part: Partial<typeof wish>) => timesOf({ ...wish, ...part }, now)
  expect(problems({ start: { day: '2026-11-26', time: '13:00' } })).toEqual({
    problems: { start: 'This is in the past.' },
  })
  expect(problems({ end: { day: '2026-11-27', time: '00:00' } })).toEqual({
    problems: { end: 'The end comes after the start.' },
  })
  expect(problems({ hasStart: false, end: { day: '2026-11-26', time: '12:00' } })).toEqual({
    problems: { end: 'This is in the past.' },
  })
  expect(problems({ start: { day: '', time: '00:00' } })).toHaveProperty('problems.start')
})

it('is told in a line, and so is what became of it', () => {
  const times = { startsAt: friday, endsAt: sunday }
  expect(timesText(times)).toBe('Starts Fri 27 Nov, 00:00, ends Sun 29 Nov, 23:59')
  expect(timesText({ ...times, startsAt: null })).toBe('Ends Sun 29 Nov, 23:59')
  const one = {
    connectionId: 'a',
    id: 1,
    action: { kind: 'delete' },
    products: 4,
    categories: 0,
    productTypes: 0,
    changeSetId: null,
  } as const
  const told = (part: Partial<Parameters<typeof stageText>[0]>) =>
    stageText({ ...one, ...times, stage: 'rests', missed: null, refused: 0, ...part })
  expect(told({})).toBe(timesText(times))
  expect(told({ missed: 'start' })).toContain('It should have started Fri 27 Nov, 00:00')
  expect(told({ stage: 'runs', missed: 'end' })).toContain('It still goes on.')
  expect(told({ stage: 'runs', refused: 2 })).toBe(
    'It goes on, and goes back as it was Sun 29 Nov, 23:59. 2 products could not be changed.',
  )
  expect(told({ stage: 'over', endsAt: null, refused: 1 })).toBe('It has started. 1 product could not be changed.')
})
