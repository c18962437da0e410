import { Button } from '@mantine/core'
import type { ChangeView } from '../../../../electron/shared/change'
import { setsThis } from '../../../../electron/shared/change-address'
import type { ProductField } from '../../../../electron/shared/fields/product-fields'
import { takeBackChanges, retryChanges } from '../../../stores/product-actions'
import { isEitherOr, isMoved } from '../../../stores/product-edits'
import { settleMoved, useProductStore } from '../../../stores/product-store'
import { showChangesTab } from '../../../stores/view-store'
import { decideConflict } from '../decide-conflict'
import { shownShortly } from '../../../../electron/shared/fields/shown'
import { useFormState } from '../form-state'
import classes from './fields.module.css'

/** What the store has to say about a field, under it: a refusal, a conflict, a change made meanwhile. */
export function FieldNotes({ field }: { field: ProductField }) {
  const problems = useProductStore(({ open }) => open?.detail?.problems)
  const openChanges = useProductStore(({ open }) => open?.openChanges)
  const isEditedAnew = useProductStore(({ open }) => open !== null && field in open.edits.patch)
  const now = useProductStore(({ open }) => open?.detail?.fields[field])
  const moved = useProductStore(({ open }) => (open?.detail ? isMoved(open.edits, open.detail.fields, field) : false))
  if (!problems || !openChanges) return null
  const conflict = openChanges.find((change) => setsThis(change, field) && change.state === 'conflict')
  const refusals = problems.filter((problem) => problem.field === field && problem.changeId !== conflict?.id)
  return (
    <>
      {conflict && <Conflict field={field} conflict={conflict} />}
      {!isEditedAnew &&
        refusals.map(({ changeId, message }) => <Refusal key={changeId} changeId={changeId} message={message} />)}
      {moved && <Moved field={field} now={now} />}
    </>
  )
}

export function Refusal({ changeId, message }: { changeId: number; message: string }) {
  return (
    <div className={classes.note} data-tone="danger" role="alert">
      <span>The store refused this: {message}</span>
      <span className={classes.noteActions}>
        <Button size="compact-xs" variant="default" onClick={() => void retryChanges([changeId])}>
          Retry
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void takeBackChanges([changeId])}>
          Take back
        </Button>
      </span>
    </div>
  )
}

function Conflict({ field, conflict }: { field: ProductField; conflict: ChangeView }) {
  const { id: changeId, theirs, meaning } = conflict
  const form = useFormState()
  return (
    <div className={classes.note} data-tone="warning" role="alert">
      <span>{meaning ?? `It was changed in the store too: ${shownShortly(field, theirs, form)}.`}</span>
      <span className={classes.noteActions}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void decideConflict(changeId, 'mine', 'Yours stays')}
        >
          Keep mine
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void decideConflict(changeId, 'theirs', 'The store’s stays')}
        >
          Take the store’s
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => showChangesTab('conflict')}>
          Compare…
        </Button>
      </span>
    </div>
  )
}

function Moved({ field, now }: { field: ProductField; now: unknown }) {
  const form = useFormState()
  return (
    <div className={classes.note} data-tone="warning">
      <span>Changed in the store meanwhile: {shownShortly(field, now, form)}</span>
      {isEitherOr(field) && (
        <span className={classes.noteActions}>
          <Button size="compact-xs" variant="default" onClick={() => settleMoved(field, 'mine')}>
            Keep mine
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => settleMoved(field, 'theirs')}>
            Take the store’s
          </Button>
        </span>
      )}
    </div>
  )
}
