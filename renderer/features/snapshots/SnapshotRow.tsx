import { Button, Text } from '@mantine/core'
import { memo, useId, useState } from 'react'
import { wasSoAt, type Snapshot } from '../../../electron/shared/snapshot'
import { productsText } from '../../../electron/shared/words/counts'
import { occasionText } from '../../../electron/shared/words/snapshot'
import cards from '../../components/folding-cards.module.css'
import { tellWhyNot } from '../../components/notify'
import { formatBytes } from '../../format/bytes'
import { formatWhen } from '../../format/dates'
import { Question } from '../../overlays/Question'
import { removeSnapshot } from '../../stores/snapshots-store'
import { ArchiveDialog } from './ArchiveDialog'
import { lostText } from './snapshot-words'
import classes from './snapshots.module.css'

type Props = { connectionId: string; snapshot: Snapshot; onCompare: (snapshotId: number) => void }

/** One of them: why and when it was taken, and what it holds. */
export const SnapshotRow = memo(function SnapshotRow({ connectionId, snapshot, onCompare }: Props) {
  const { id, occasion, products, bytes } = snapshot
  const isArchive = occasion.code === 'archive'
  const [isAsking, setAsking] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const titleId = useId()
  const close = () => setAsking(false)
  return (
    <li className={cards.card} aria-labelledby={titleId}>
      <div className={classes.snapshot}>
        <div className={classes.words} id={titleId}>
          <div className={classes.occasion}>{occasionText(occasion)}</div>
          <Text fz="xs" c="dimmed">
            {formatWhen(wasSoAt(snapshot))} · {productsText(products)} ·{' '}
            {bytes === 0 ? 'nothing new' : formatBytes(bytes)}
          </Text>
        </div>
        <div className={classes.actions}>
          <Button size="compact-sm" variant="default" aria-describedby={titleId} onClick={() => onCompare(id)}>
            Compare with now
          </Button>
          {!isArchive && (
            <Button size="compact-sm" variant="default" aria-describedby={titleId} onClick={() => setExporting(true)}>
              Export archive…
            </Button>
          )}
          <Button size="compact-sm" variant="default" aria-describedby={titleId} onClick={() => setAsking(true)}>
            Remove…
          </Button>
        </div>
      </div>
      <ArchiveDialog
        connectionId={connectionId}
        snapshotId={id}
        opened={isExporting}
        onClose={() => setExporting(false)}
      />
      <Question
        opened={isAsking}
        title={isArchive ? 'Remove this archive from the list?' : 'Remove this snapshot?'}
        yes={{ label: 'Remove it', act: () => removeSnapshot(connectionId, id).then(tellWhyNot).then(close) }}
        onNo={close}
      >
        {lostText(snapshot)}
      </Question>
    </li>
  )
})
