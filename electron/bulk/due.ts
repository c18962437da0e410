import type { StoredProposal } from '../catalogue/proposals-table'
import type { Times } from '../shared/proposal'

type Timed = Pick<StoredProposal, 'state' | 'startsAt' | 'endsAt' | 'ending' | 'changeSetId'>

/** Nothing begins or ends by itself later than this: its owner is asked. */
const latestMs = 5 * 60_000
const minuteMs = 60_000

/** What is to be done by itself now, or, as its time is too long gone, to be asked about. */
export type Due = { what: 'start' | 'end'; isMissed: boolean } | null

export function dueOf(one: Timed, now: number): Due {
  const what = one.state === 'timed' ? 'start' : awaitsEnd(one) && one.state !== 'applying' ? 'end' : null
  const at = what === 'start' ? one.startsAt : one.endsAt
  if (what === null || at === null || at > now) return null
  return { what, isMissed: now - at > latestMs }
}

/** Something of it is there that is still to go back at its time. */
export const awaitsEnd = ({ state, endsAt, ending, changeSetId }: Timed): boolean =>
  endsAt !== null && ending === null && changeSetId !== null && state !== 'timed'

/**
 * How long to rest until a time may have come. Never longer than a minute: no timer tells when the clock was set, or how long the
 * computer slept.
 */
export function restUntilDue(all: readonly Times[], now: number): number {
  const ahead = all.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((at) => at !== null && at > now)
  return Math.min(minuteMs, ...ahead.map((at) => Number(at) - now))
}
