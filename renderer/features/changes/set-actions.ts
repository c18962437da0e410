import type { ChangeSetView, ChangeState } from '../../../electron/shared/change'

export type SetActions = {
  /** Changes that can be sent at once, and what the button says. */
  send: { label: 'Send now' | 'Retry'; changeIds: number[] } | null
  /** Changes that can be taken back because they are not in the store. */
  takeBack: number[] | null
  /** Undoes what is in the store, by a new change set. */
  revert: boolean
  /** A later set has taken it back already. */
  reverted: boolean
}

/** What can be done with a whole change set. */
export function setActions({ changes, changeCount, canRevert, state }: ChangeSetView): SetActions {
  const ids = (...states: ChangeState[]) => changes.filter((one) => states.includes(one.state)).map(({ id }) => id)
  const refused = ids('refused')
  const sendable = ids('waiting', 'refused')
  const open = ids('waiting', 'refused', 'conflict')
  const hasSent = changes.some((change) => change.state === 'sent')
  // Of a set with more changes than are listed, only the whole can be taken back.
  const listed = changes.length === changeCount
  return {
    send: sendable.length > 0 ? { label: refused.length > 0 ? 'Retry' : 'Send now', changeIds: sendable } : null,
    takeBack: open.length > ids('conflict').length && listed ? open : null,
    revert: canRevert && (hasSent || !listed),
    reverted: state === 'sent' && !canRevert,
  }
}
