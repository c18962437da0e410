import { Button, Skeleton, Text } from '@mantine/core'
import { memo, useState } from 'react'
import type { HistoryEntry } from '../../../electron/shared/change'
import { Ago } from '../../components/Ago'
import { EmptyNote } from '../../components/EmptyNote'
import { Status } from '../../components/Status'
import { formatDateTime } from '../../format/dates'
import { useStoreWords } from '../../stores/store-words'
import { useViewStore } from '../../stores/view-store'
import { changeStateWords, sourceWords } from './change-states'
import classes from './changes.module.css'
import { diffLines } from './diff-lines'
import { DiffLineView } from './DiffLineView'
import { offsetOf, pageAt, Pages } from './Pages'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { askRevert } from './revert-review-store'
import { useNamesOf } from './use-names-of'
import { useProductHistory, type Moment } from './use-product-history'

/** What was changed of one product, by whom and when, newest first; each can be put back. Works without a network. */
export function ProductHistory({ productId }: { productId: number }) {
  return <HistoryOf key={productId} productId={productId} />
}

function HistoryOf({ productId }: { productId: number }) {
  const connectionId = useViewStore((view) => view.connectionId) ?? ''
  const words = useStoreWords()
  const [wanted, turn] = useState(1)
  const { history, page, problem } = useProductHistory(connectionId, productId, wanted)
  useNamesOf(history?.moments.flatMap(({ entries }) => entries) ?? [])
  if (problem) return <EmptyNote title="The history could not be read">{problem.message}</EmptyNote>
  if (!history) return <Skeleton h={96} />
  if (history.total === 0) {
    return <EmptyNote title="No changes yet">What you or others change appears here with what was before.</EmptyNote>
  }
  return (
    <Pages total={history.total} offset={offsetOf(page)} onTurn={(offset) => turn(pageAt(offset))}>
      <ol className={classes.history}>
        {history.moments.map((moment) => (
          <MomentView key={moment.id} moment={moment} connectionId={connectionId} words={words} />
        ))}
      </ol>
    </Pages>
  )
}

type MomentProps = { moment: Moment; connectionId: string; words: StoreWords }

const MomentView = memo(function MomentView({ moment: { entries }, connectionId, words }: MomentProps) {
  const [first] = entries
  if (!first) return null
  const open = entries.find(({ state }) => state !== 'sent')
  return (
    <li className={classes.moment}>
      <header className={classes.momentHead}>
        <Text fw={600}>{sourceWords[first.source]}</Text>
        <Text c="dimmed" fz="xs" title={formatDateTime(first.at)}>
          <Ago at={first.at} />
        </Text>
        {open && (
          <Status tone={changeStateWords[open.state].tone} fz="xs">
            {changeStateWords[open.state].label}
          </Status>
        )}
      </header>
      {entries.map((entry) => (
        <div key={entry.id} className={classes.momentEntry}>
          <div>
            {diffLines(entry, words).map((line, index) => (
              <DiffLineView key={index} connectionId={connectionId} line={line} />
            ))}
          </div>
          {entry.canPutBack && <PutBack entry={entry} connectionId={connectionId} />}
        </div>
      ))}
    </li>
  )
})

function PutBack({ entry, connectionId }: { entry: HistoryEntry; connectionId: string }) {
  const { changeSetId, id, productName } = entry
  const isAdded = entry.verb === 'add'
  const verb = isAdded ? 'Remove' : 'Put back'
  const title = `${verb}: ${productName}`
  const ask = () => askRevert({ connectionId, changeSetId, changeId: id, title })
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => void ask()}>
      {verb}
    </Button>
  )
}
