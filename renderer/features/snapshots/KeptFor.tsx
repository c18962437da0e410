import { NativeSelect, Text } from '@mantine/core'
import { useId } from 'react'
import { snapshotsKeptFor, type SnapshotsKeptFor } from '../../../electron/shared/snapshot'
import { tellWhyNot } from '../../components/notify'
import { keepSnapshotsFor } from '../../stores/snapshots-store'
import classes from './snapshots.module.css'

const words = (days: SnapshotsKeptFor): string => {
  if (days === null) return 'for ever'
  return days === 365 ? 'a year' : `${days} days`
}

/** How long snapshots stay; the newest stays always. */
export function KeptFor({ connectionId, days }: { connectionId: string; days: SnapshotsKeptFor }) {
  const labelId = useId()
  return (
    <div className={classes.keptFor}>
      <Text id={labelId} c="dimmed">
        Kept for
      </Text>
      <NativeSelect
        size="xs"
        aria-labelledby={labelId}
        value={String(days)}
        data={snapshotsKeptFor.map((each) => ({ value: String(each), label: words(each) }))}
        onChange={({ currentTarget }) => {
          const chosen = snapshotsKeptFor.find((each) => String(each) === currentTarget.value)
          if (chosen !== undefined) void keepSnapshotsFor(connectionId, chosen).then(tellWhyNot)
        }}
      />
    </div>
  )
}
