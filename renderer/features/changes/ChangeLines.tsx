import { Button, Group } from '@mantine/core'
import type { ChangeView } from '../../../electron/shared/change'
import type { ProductField } from '../../../electron/shared/product'
import { Status } from '../../components/Status'
import { useNow } from '../../components/use-now'
import { formatDuration } from '../../format/dates'
import { useStoreStore } from '../../stores/store-store'
import { resolveConflict, sendChanges, takeBackChanges } from './change-actions'
import { changeStateWords } from './change-states'
import classes from './changes.module.css'
import { diffLines } from './diff-lines'
import { DiffLineView } from './DiffLineView'
import { fieldText, type StoreWords } from './field-value'

const noWords: StoreWords = { profile: null, categories: [], productTypes: [] }

type Props = {
  connectionId: string
  change: ChangeView
  /** The only one of its set, whose own buttons then say it all. */
  alone: boolean
}

/** One change: its lines, why it is stuck, and what can be done about it. */
export function ChangeLines({ connectionId, change, alone }: Props) {
  const words = useStoreStore((state) => state.snapshot) ?? noWords
  const { id, state, reason, retryAt } = change
  const stuck = state === 'refused' || state === 'conflict' || state === 'unknown'
  return (
    <div className={classes.change}>
      {diffLines(change, words).map((line, index) => (
        <DiffLineView key={index} connectionId={connectionId} line={line} />
      ))}
      {(reason || stuck) && (
        <Status tone={changeStateWords[state].tone} mt={4}>
          {reason ?? changeStateWords[state].label}
          {state === 'waiting' && retryAt !== null && <NextTry at={retryAt} />}
        </Status>
      )}
      {state === 'conflict' && <Conflict connectionId={connectionId} change={change} words={words} />}
      {state === 'refused' && !alone && (
        <Group gap="xs" mt={8} mb={8}>
          <Button size="compact-sm" variant="default" onClick={() => void sendChanges(connectionId, [id])}>
            Retry
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void takeBackChanges(connectionId, [id])}>
            Take back
          </Button>
        </Group>
      )}
    </div>
  )
}

function NextTry({ at }: { at: number }) {
  const seconds = Math.ceil((at - useNow(1000)) / 1000)
  return seconds > 0 ? ` Next try in ${formatDuration(seconds)}.` : null
}

type ConflictProps = { connectionId: string; change: ChangeView; words: StoreWords }

function Conflict({ connectionId, change, words }: ConflictProps) {
  const theirs = change.kind === 'field' ? fieldText(change.field as ProductField, change.theirs, words) : null
  return (
    <>
      {theirs !== null && (
        <p className={classes.theirs}>
          The store has now: <strong>{theirs === '' ? 'nothing' : shortened(theirs)}</strong>
        </p>
      )}
      <Group gap="xs" mt={8} mb={8}>
        <Button size="compact-sm" onClick={() => void resolveConflict(connectionId, [change.id], 'mine')}>
          Keep mine
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void resolveConflict(connectionId, [change.id], 'theirs')}
        >
          Take the store’s
        </Button>
      </Group>
    </>
  )
}

function shortened(text: string): string {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text
}
