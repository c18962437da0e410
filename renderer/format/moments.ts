import dayjs from 'dayjs'
import type { Day } from './read-day'

/** On the clock of this computer: a day, 2026-05-03, and a time of it as a person types it, 14:05. */
export type Moment = { day: Day; time: string }

/**
 * Of two that a clock set back shows twice the first; one that a clock set forward leaves out is as much later. Null: it is not whole.
 */
export function instantOf({ day, time }: Moment): number | null {
  const read = readTime(time)
  return day === '' || read === null ? null : dayjs(`${day}T${read}`).valueOf()
}

/** `9`, `9:30`, `9.30`, `0930` and `9:30 pm` as `21:30`; null where it is none. */
export function readTime(text: string): string | null {
  const [, typed = '', minutes = '00', half = ''] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim()) ?? []
  const isPm = half.toLowerCase() === 'p'
  const hours = half === '' ? Number(typed) : (Number(typed) % 12) + (isPm ? 12 : 0)
  if (typed === '' || hours > 23 || Number(minutes) > 59 || (half !== '' && Number(typed) > 12)) return null
  return `${String(hours).padStart(2, '0')}:${minutes}`
}

export const momentOf = (ms: number): Moment => ({
  day: dayjs(ms).format('YYYY-MM-DD'),
  time: dayjs(ms).format('HH:mm'),
})

/** `Fri 27 Nov, 00:00`, with the year where it is another one. */
export function formatMoment(ms: number, now: number = Date.now()): string {
  const isOfYear = dayjs(ms).isSame(now, 'year')
  return dayjs(ms).format(isOfYear ? 'ddd D MMM, HH:mm' : 'ddd D MMM YYYY, HH:mm')
}
