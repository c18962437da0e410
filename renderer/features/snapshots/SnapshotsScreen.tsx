import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { countOf } from '../../../electron/shared/words/counts'
import { EmptyNote } from '../../components/EmptyNote'
import cards from '../../components/folding-cards.module.css'
import { tellWhyNot } from '../../components/notify'
import { formatBytes } from '../../format/bytes'
import { useCurrentConnection } from '../../stores/connection-store'
import { loadSnapshots, takeSnapshot, useSnapshotsStore } from '../../stores/snapshots-store'
import { ArchiveDialog } from './ArchiveDialog'
import { CompareScreen, type DifferencesSlot } from './CompareScreen'
import { KeptFor } from './KeptFor'
import { OpenArchive } from './OpenArchive'
import { SnapshotRow } from './SnapshotRow'
import classes from './snapshots.module.css'

/** How the store was, the newest first. */
export function SnapshotsScreen({ differences }: { differences: DifferencesSlot }) {
  const connection = useCurrentConnection()
  return (
    connection && (
      <SnapshotsOf
        key={connection.id}
        connectionId={connection.id}
        storeName={connection.name}
        differences={differences}
      />
    )
  )
}

type Props = { connectionId: string; storeName: string; differences: DifferencesSlot }

function SnapshotsOf({ connectionId, storeName, differences }: Props) {
  const all = useSnapshotsStore((state) => state.all[connectionId])
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const [comparedId, setCompared] = useState<number | null>(null)
  const [isExporting, setExporting] = useState(false)
  const compared = all?.list.find(({ id }) => id === comparedId)
  useEffect(() => {
    void loadSnapshots(connectionId).then(setProblem)
  }, [connectionId])

  if (problem) return <EmptyNote title="The snapshots could not be read">{problem.message}</EmptyNote>
  if (compared) {
    return (
      <CompareScreen
        connectionId={connectionId}
        snapshot={compared}
        differences={differences}
        onBack={() => setCompared(null)}
      />
    )
  }
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Title order={1}>Snapshots</Title>
        <Text c="dimmed" className={classes.storeName}>
          {storeName}
        </Text>
        <Group gap="xs">
          <OpenArchive connectionId={connectionId} onOpened={setCompared} />
          <Button variant="default" onClick={() => setExporting(true)}>
            Export archive…
          </Button>
          <Button
            variant="default"
            loading={all?.taking !== null && all !== undefined}
            onClick={() => void takeSnapshot(connectionId).then(tellWhyNot)}
          >
            Take a snapshot now
          </Button>
        </Group>
      </header>
      <ArchiveDialog
        connectionId={connectionId}
        snapshotId={null}
        opened={isExporting}
        onClose={() => setExporting(false)}
      />
      {!all && <Skeleton h={48} mt="md" aria-busy />}
      {all?.list.length === 0 && (
        <EmptyNote title="There is no snapshot yet">
          How your store is, is kept before every import, before changes of more than 100 products, before pictures are
          replaced, and once a day.
        </EmptyNote>
      )}
      {all && all.list.length > 0 && (
        <>
          <div className={classes.about}>
            <Text c="dimmed">
              {countOf(all.list.length, 'snapshot')}, {formatBytes(all.list.reduce((sum, { bytes }) => sum + bytes, 0))}{' '}
              on this computer
            </Text>
            <KeptFor connectionId={connectionId} days={all.keptFor} />
          </div>
          <ul className={cards.cards} aria-label="Snapshots">
            {all.list.map((snapshot) => (
              <SnapshotRow key={snapshot.id} connectionId={connectionId} snapshot={snapshot} onCompare={setCompared} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
