import { expect, it } from 'vitest'
import { readDay } from '../../../../renderer/format/read-day'

it.each([
  ['01.02.2026', '2026-02-01'],
  ['31.12.2025', '2025-12-31'],
  ['2025-12-31', '2025-12-31'],
  ['3 May 2026', '2026-05-03'],
  ['31. December 2025', '2025-12-31'],
  [' 1/2/2026 ', '2026-02-01'],
])('reads %s with the day first, as %s', (typed, day) => {
  expect(readDay(typed, false)).toBe(day)
})

it('reads the month first between slashes where the language of the computer has it so, and nowhere else', () => {
  expect(readDay('12/31/2025', true)).toBe('2025-12-31')
  expect(readDay('01.02.2026', true)).toBe('2026-02-01')
})

it.each(['31.02.2026', '31/31/2025', '12.2026', 'soon', '1.2/2026', '5 Foo 2026', ''])(
  'reads no day in “%s”',
  (typed) => {
    expect(readDay(typed, false)).toBeNull()
  },
)
