import type { ChangeSetView, ChangeState } from '../../../electron/shared/change'
import type { StatusTone } from '../../components/Status'

/** What each state is called, with its sign. */
export const changeStateWords: Record<ChangeState, { label: string; tone: StatusTone }> = {
  waiting: { label: 'Waiting', tone: 'waiting' },
  held: { label: 'Held', tone: 'info' },
  sending: { label: 'Sending', tone: 'waiting' },
  unknown: { label: 'Checking with the store', tone: 'waiting' },
  refused: { label: 'Refused', tone: 'danger' },
  conflict: { label: 'Needs your decision', tone: 'warning' },
  sent: { label: 'Sent', tone: 'success' },
  'taken-back': { label: 'Taken back', tone: 'info' },
}

/** Who made a change, and where. */
export const sourceWords: Record<ChangeSetView['source'], string> = {
  form: 'You',
  list: 'You, in the list',
  bulk: 'You, many products',
  pictures: 'You, media',
  revert: 'You, undone',
  pull: 'By others',
}
