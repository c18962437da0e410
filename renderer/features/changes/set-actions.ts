import type { ChangeSetView } from '../../../electron/shared/change'

export type SetActions = {
  /** What the button says that sends everything of it at once. */
  send: 'Send now' | 'Retry' | null
  /** The product that its owner makes anew or lets go before anything else helps. */
  deletedProduct: number | null
  /** Whether waiting changes can be kept back ('hold') or held ones let go ('release'). */
  hold: 'hold' | 'release' | null
  /** Some of it is not in the store and can be taken out of the queue. */
  takeBack: boolean
  /** Undoes what is in the store, by a new change set. */
  revert: boolean
  /** A later set has taken it back already. */
  reverted: boolean
}

/** All that is open of it waits for held changes of the same products. */
export const isBehindHeld = ({ states, behindHeld }: Pick<ChangeSetView, 'states' | 'behindHeld'>): boolean => {
  const { waiting = 0, held = 0, refused = 0 } = states
  return behindHeld > 0 && waiting === behindHeld && held + refused === 0
}

/** What can be done with a whole change set. `allHeld`: nothing of the store is sent for now. */
export function setActions(
  { states, changes, canRevert, state, isBetweenSteps, isHeldOnItsWay, behindHeld }: ChangeSetView,
  allHeld = false,
): SetActions {
  const { waiting = 0, held = 0, refused = 0, sent = 0 } = states
  const isOpen = waiting + held + refused > 0
  const ofDeleted = changes.filter(({ isOfDeletedProduct }) => isOfDeletedProduct)
  const isStuck = refused > 0 && ofDeleted.length === refused
  const isAllBehind = isBehindHeld({ states, behindHeld })
  return {
    send: isOpen && !allHeld && !isStuck && !isAllBehind ? (refused > 0 ? 'Retry' : 'Send now') : null,
    deletedProduct: isStuck ? (ofDeleted[0]?.productId ?? null) : null,
    hold: held > 0 || isHeldOnItsWay ? 'release' : waiting > 0 || isBetweenSteps ? 'hold' : null,
    takeBack: isOpen && canRevert,
    revert: canRevert && !isOpen && sent > 0,
    reverted: state === 'sent' && !canRevert,
  }
}
