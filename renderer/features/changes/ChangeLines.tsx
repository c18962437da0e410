import { Button, Group } from '@mantine/core'
import type { ChangeView } from '../../../electron/shared/change'
import { Status } from '../../components/Status'
import { useNow } from '../../components/use-now'
import { formatDuration } from '../../format/dates'
import { useStoreWords } from '../../stores/store-words'
import { showProduct } from '../../stores/view-store'
import { sendChanges, takeBackChanges } from './change-actions'
import { changeStateWords } from './change-states'
import classes from './changes.module.css'
import { diffLines } from './diff-lines'
import { DiffLineView } from './DiffLineView'
import { useNamesOf } from './use-names-of'

type Props = {
  connectionId: string
  change: ChangeView
  /** The only one of its set, whose own buttons then say it all. */
  alone: boolean
}

/** One change: its lines, why it is stuck, and what can be done about it. */
export function ChangeLines({ connectionId, change, alone }: Props) {
  const words = useStoreWords()
  useNamesOf([change])
  const { id, productId, state, isOfDeletedProduct, retryAt } = change
  // Why it had to wait says nothing about what is over.
  const reason = state === 'taken-back' ? null : change.reason
  const stuck = state === 'refused' || state === 'conflict' || state === 'unknown'
  const takeBack = () => void takeBackChanges(connectionId, [id])
  return (
    <div className={classes.change}>
      <div className={classes.changeRow}>
        <div>
          {diffLines(change, words).map((line, index) => (
            <DiffLineView key={index} connectionId={connectionId} line={line} />
          ))}
        </div>
        {!alone && (state === 'waiting' || state === 'held') && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={takeBack}>
            Take back
          </Button>
        )}
      </div>
      {(reason || stuck) && (
        <Status tone={changeStateWords[state].tone} mt={4}>
          {reason ?? changeStateWords[state].label}
          {state === 'waiting' && retryAt !== null && <NextTry at={retryAt} />}
        </Status>
      )}
      {state === 'refused' && !alone && (
        <Group gap="xs" mt={8} mb={8}>
          {isOfDeletedProduct ? (
            <Button size="compact-sm" variant="default" onClick={() => showProduct(productId)}>
              Open the product
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => void sendChanges(connectionId, [id])}>
              Retry
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={takeBack}>
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
