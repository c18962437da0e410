import type { ChangeSetView, ChangeView } from '../../electron/shared/change'
import { toSet } from '../../electron/shared/change-address'

/** An edit of a product's name that waits. */
export function aChange(parts: Partial<ChangeView> = {}): ChangeView {
  return {
    id: 1,
    productId: 1,
    productName: 'Mug',
    entry: null,
    ...toSet('name'),
    before: 'Mug',
    after: 'Cup',
    state: 'waiting',
    reason: null,
    theirs: null,
    meaning: null,
    isOfDeletedProduct: false,
    attempts: 0,
    sentAt: null,
    retryAt: null,
    decided: null,
    ...parts,
  }
}

/** A saved form with one change. */
export function aChangeSet({ id = 1, state = 'waiting', ...parts }: Partial<ChangeSetView> = {}): ChangeSetView {
  return {
    id,
    source: 'form',
    label: { code: 'edit-product', product: `Mug ${id}` },
    createdAt: 0,
    state,
    productCount: 1,
    changeCount: 1,
    states: { [state]: 1 },
    changes: [aChange({ id, state })],
    revertOf: null,
    canRevert: true,
    isBetweenSteps: false,
    isHeldOnItsWay: false,
    behindHeld: 0,
    isImport: false,
    ...parts,
  }
}
