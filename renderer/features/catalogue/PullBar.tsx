import { Button, Progress } from '@mantine/core'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { formatDuration } from '../../format/dates'
import { formatNumber } from '../../format/numbers'
import { useNow } from '../../components/use-now'
import { useStoreStore } from '../../stores/store-store'
import classes from './PullBar.module.css'
import type { SyncStatus } from '../../../electron/shared/store'

/** How far the first full copy is. The list below fills and can be used meanwhile. */
export function PullBar() {
  const snapshot = useStoreStore((state) => state.snapshot)
  const now = useNow(1000)
  if (!snapshot || !isFillingUp(snapshot.sync)) return null
  const { connectionId, sync } = snapshot
  const isPaused = sync.phase === 'paused'
  const ask = (name: 'sync.pull' | 'sync.pausePull') => {
    call(name, { connectionId }).catch((error: unknown) => notifyProblem(problemOf(error)))
  }
  return (
    <div className={classes.bar}>
      <div className={classes.line}>
        <span className={`${classes.text} tabular`}>{pullText(sync, now)}</span>
        <Button size="compact-xs" variant="default" onClick={() => ask(isPaused ? 'sync.pull' : 'sync.pausePull')}>
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      </div>
      <Progress
        size={4}
        radius={0}
        color={isPaused ? 'gray' : undefined}
        animated={!isPaused && sync.total === 0}
        value={sync.total === 0 ? (isPaused ? 0 : 100) : (sync.done / sync.total) * 100}
        aria-label="Products brought in"
      />
    </div>
  )
}

export function isFillingUp({ phase, syncedAt, total }: SyncStatus): boolean {
  return (phase === 'pulling' || phase === 'paused') && (syncedAt === null || total > 0)
}

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
