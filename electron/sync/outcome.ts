import type { ErrorInfo } from '../shared/errors'

/**
 * What becomes of a change whose request failed.
 * retry: again at `at`. unknown: its answer was lost; looked up at `at`. pause: the line is down, everything waits until `at`.
 * block: nothing of this store can be sent until its owner acts. refuse: kept with its reason.
 */
export type Outcome =
  { kind: 'retry' | 'unknown' | 'pause'; at: number } | { kind: 'block' } | { kind: 'refuse' } | { kind: 'stopped' }

/** Some two minutes: a conflict that lasts longer is none with a moment. */
const triedAtMost = 8

/** Half a second, doubling to five minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(500 * 2 ** Math.min(attempts, 12), 5 * 60_000)
}

/** `attempts`: how often this was tried before. */
export function outcomeOf(error: ErrorInfo, attempts: number, now: number): Outcome {
  const at = Math.max(now + backoffMs(attempts), error.retryAt ?? 0)
  switch (error.code) {
    case 'offline':
      return { kind: 'pause', at }
    case 'rate-limited':
    case 'store-fault':
      return { kind: 'retry', at }
    case 'edited-at-once':
      return attempts < triedAtMost ? { kind: 'retry', at } : { kind: 'refuse' }
    case 'unknown-outcome':
      return { kind: 'unknown', at }
    case 'bad-key':
    case 'wrong-store':
      return { kind: 'block' }
    case 'cancelled':
      return { kind: 'stopped' }
    default:
      return { kind: 'refuse' }
  }
}
