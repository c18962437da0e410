import type { Times } from '../../../electron/shared/proposal'
import { instantOf, momentOf, type Moment } from '../../format/moments'

const dayMs = 86_400_000

/** What is being typed: with or without a start, with or without an end. */
export type TimesWish = { hasStart: boolean; start: Moment; hasEnd: boolean; end: Moment }

/** Where nothing was said yet: from the coming midnight on, three days. */
export function wishOf({ startsAt, endsAt }: Times, now: number): TimesWish {
  const midnight = instantOf({ day: momentOf(now + dayMs).day, time: '00:00' }) ?? now
  const start = startsAt ?? midnight
  const end = endsAt ?? instantOf({ day: momentOf(Math.max(start, now) + 2 * dayMs).day, time: '23:59' }) ?? start
  return { hasStart: startsAt !== null, start: momentOf(start), hasEnd: endsAt !== null, end: momentOf(end) }
}

export type TimesProblems = { start?: string; end?: string }

/** The times that are wished for, or what is wrong with them. */
export function timesOf(wish: TimesWish, now: number): { times: Times } | { problems: TimesProblems } {
  const startsAt = wish.hasStart ? instantOf(wish.start) : null
  const endsAt = wish.hasEnd ? instantOf(wish.end) : null
  const problems: TimesProblems = {}
  if (wish.hasStart && startsAt === null) problems.start = 'Type a day and a time, such as 23:59.'
  else if (startsAt !== null && startsAt <= now) problems.start = 'This is in the past.'
  if (wish.hasEnd && endsAt === null) problems.end = 'Type a day and a time, such as 23:59.'
  else if (endsAt !== null && endsAt <= (startsAt ?? now)) {
    problems.end = startsAt === null ? 'This is in the past.' : 'The end comes after the start.'
  }
  return problems.start || problems.end ? { problems } : { times: { startsAt, endsAt } }
}
