import dayjs from 'dayjs'
import type { Day } from '../../format/read-day'

/** The first second of a day on this computer's clock, in UNIX seconds. */
export function startOfDay(day: Day): number {
  return dayjs(day).startOf('day').unix()
}

/** The last second of a day, in UNIX seconds. */
export function endOfDay(day: Day): number {
  return dayjs(day).endOf('day').unix()
}

export function dayOf(seconds: number): Day {
  return dayjs.unix(seconds).format('YYYY-MM-DD')
}
