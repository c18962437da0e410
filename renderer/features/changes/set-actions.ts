import type { ChangeSetView, ChangeState } from '../../../electron/shared/change'

export type SetActions = {
  /** Changes that can be sent at once, and what the button says. */
  send: { label: 'Send now' | 'Retry'; changeIds: number[] } | null
  /** Whether waiting changes can be kept back ('hold') or held ones let go ('release'). */
  hold: 'hold' | 'release' | null
  /** Some of it is not in the store and can be taken out of the queue. */
  takeBack: boolean
  /** Undoes what is in the store, by a new change set. */
  revert: boolean
  /** A later set has taken it back already. */
  reverted: boolean
}

/** What can be done with a whole change set. `allHeld`: nothing of the store is sent for now. */
export function setActions({ changes, changeCount, canRevert, state }: ChangeSetView, allHeld = false): SetActions {
  const ids = (...states: ChangeState[]) => changes.filter((one) => states.includes(one.state)).map(({ id }) => id)
  const refused = ids('refused')
  const sendable = ids('waiting', 'held', 'refused')
  const hasSent = changes.some((change) => change.state === 'sent')
  const isOpen = ids('waiting', 'held', 'refused').length > 0
  // Of a set with more changes than are listed, the rest may be sent already.
  const listed = changes.length === changeCount
  return {
    send:
      sendable.length > 0 && !allHeld
        ? { label: refused.length > 0 ? 'Retry' : 'Send now', changeIds: sendable }
        : null,
    hold: ids('held').length > 0 ? 'release' : ids('waiting').length > 0 ? 'hold' : null,
    takeBack: isOpen && canRevert,
    revert: canRevert && !isOpen && (hasSent || !listed),
    reverted: state === 'sent' && !canRevert,
  }
}
