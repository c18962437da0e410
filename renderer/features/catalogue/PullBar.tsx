import { Button, Progress } from '@mantine/core'
import type { SyncStatus } from '../../../electron/shared/store'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { useNow } from '../../components/use-now'
import { useStoreStore } from '../../stores/store-store'
import classes from './PullBar.module.css'
import { isWorthALine, pullText } from './pull-text'

/** How far the first full copy is. The list below fills and can be used meanwhile. */
export function PullBar() {
  const snapshot = useStoreStore((state) => state.snapshot)
  if (!snapshot || !isWorthALine(snapshot.sync)) return null
  return <Progressing connectionId={snapshot.connectionId} sync={snapshot.sync} />
}

function Progressing({ connectionId, sync }: { connectionId: string; sync: SyncStatus }) {
  const now = useNow(1000)
  const isPaused = sync.phase === 'paused'
  const ask = (name: 'sync.pull' | 'sync.pausePull') => {
    call(name, { connectionId }).catch((error: unknown) => notifyProblem(problemOf(error)))
  }
  return (
    <div className={classes.bar}>
      <div className={classes.line}>
        <span className={`${classes.text} tabular`} title={pullText(sync, now)}>
          {pullText(sync, now)}
        </span>
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
