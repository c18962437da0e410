import type { SyncStatus } from '../../../electron/shared/store'
import { formatDuration } from '../../format/dates'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

/** The whole catalogue is on its way, in contrast to a look for news. */
export function isFillingUp({ phase, syncedAt, total }: SyncStatus): boolean {
  return (phase === 'pulling' || phase === 'paused') && (syncedAt === null || total > 0)
}

/** What lasts less is over before anybody has read of it, and its line would move the list down and up again. */
const shortSeconds = 10

/** It is the first time, or takes its time. */
export function isWorthALine(sync: SyncStatus): boolean {
  const isLong = sync.phase === 'paused' || (sync.secondsLeft ?? 0) > shortSeconds
  return isFillingUp(sync) && (sync.syncedAt === null || isLong)
}

/** Count, speed and time left. `now` in UNIX ms. */
export function pullText({ phase, done, total, rate, secondsLeft, waitingUntil }: SyncStatus, now: number): string {
  if (total === 0)
    return phase === 'paused' ? 'Bringing in the catalogue is paused' : 'Asking the store for its catalogue…'
  const count = `${formatNumber(done)} of ${formatNumber(total)} products`
  if (phase === 'paused') return `Paused at ${count}`
  if (waitingUntil !== null && waitingUntil > now) {
    return `${count} · waiting ${formatDuration(Math.ceil((waitingUntil - now) / 1000))} because the store asked to`
  }
  const speed = rate === null ? '' : ` · ${formatNumber(Math.round(rate))} a second`
  const left = secondsLeft === null ? '' : ` · ${formatDuration(secondsLeft)} left`
  return `Bringing in ${count}${speed}${left}`
}
