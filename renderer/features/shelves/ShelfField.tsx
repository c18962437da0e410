import { Button } from '@mantine/core'
import { useShallow } from 'zustand/react/shallow'
import { shownShortly } from '../../../electron/shared/fields/shown'
import { shelfFieldOf } from '../../../electron/shared/fields/shelf-fields'
import { call, problemOf } from '../../bridge'
import { ControlOf } from '../../components/controls/ControlOf'
import { notifyProblem } from '../../components/notify'
import { refreshShelf, setShelfValue, shelfValue, useShelfStore } from '../../stores/shelf-store'
import { useStoreWords } from '../../stores/store-words'
import { showChangesTab } from '../../stores/view-store'
import classes from './shelves.module.css'
import { useShelfTexts } from './use-shelf-texts'

type Props = {
  field: string
  readOnly: boolean
  required?: boolean
  hint?: string
  placeholder?: string
  isLabelHidden?: boolean
}

/** A field of the open page, by the control of its kind, with what the store has to say about it. */
export function ShelfField({ field, ...look }: Props) {
  const known = useShelfStore(({ open }) => (open ? shelfFieldOf(open.thing, field) : undefined))
  const value = useShelfStore((state) => shelfValue(state, field))
  const saved = useShelfStore(({ open }) => open?.detail?.fields[field])
  const texts = useShelfTexts()
  const words = useStoreWords()
  if (!known || value === undefined) return null
  const error = texts.problemAt(field)
  return (
    <div data-field={field}>
      <ControlOf
        path={field}
        {...{ kind: known.kind, label: known.label, hint: known.hint, value, saved, words, texts, ...look }}
        {...(error !== undefined && { error })}
        onChange={(next) => setShelfValue(field, next)}
      />
      <ShelfNotes field={field} />
    </div>
  )
}

/** What the store refused of a field, or has changed too; null: of the whole. */
export function ShelfNotes({ field }: { field: string | null }) {
  const problems = useShelfStore(
    useShallow(({ open }) => open?.detail?.problems.filter((each) => each.field === field)),
  )
  const words = useStoreWords()
  return problems?.map(({ changeId, isConflict, message, theirs }) => (
    <div key={changeId} className={classes.note} data-tone={isConflict ? 'warning' : 'danger'} role="alert">
      {isConflict ? (
        <>
          <span>
            {saysItself(field) ? message : `It was changed in the store too: ${shownShortly(field, theirs, words)}.`}
          </span>
          <NoteButton label="Keep mine" act={(connectionId) => decide(connectionId, changeId, 'mine')} />
          <NoteButton label="Take the store’s" act={(connectionId) => decide(connectionId, changeId, 'theirs')} />
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => showChangesTab('conflict')}>
            Compare…
          </Button>
        </>
      ) : (
        <>
          <span>The store refused this: {message}</span>
          <NoteButton
            label="Retry"
            act={(connectionId) => call('changes.retry', { connectionId, changeIds: [changeId] })}
          />
          <NoteButton
            label="Take back"
            act={(connectionId) => call('changes.takeBack', { connectionId, changeIds: [changeId] })}
          />
        </>
      )}
    </div>
  ))
}

/** The whole, or its picture, which no text shows. */
const saysItself = (field: string | null): field is null | 'image' => field === null || field === 'image'

const decide = (connectionId: string, changeId: number, take: 'mine' | 'theirs') =>
  call('changes.resolve', { connectionId, changeIds: [changeId], take })

function NoteButton({ label, act }: { label: string; act: (connectionId: string) => Promise<unknown> }) {
  const onClick = async () => {
    const connectionId = useShelfStore.getState().open?.connectionId
    if (connectionId === undefined) return
    try {
      await act(connectionId)
      await refreshShelf()
    } catch (error) {
      notifyProblem(problemOf(error))
    }
  }
  return (
    <Button size="compact-xs" variant="default" onClick={() => void onClick()}>
      {label}
    </Button>
  )
}
