import type { ConflictView } from '../../electron/shared/change'
import { toSet } from '../../electron/shared/change-address'

/** A conflict to decide, about a name unless it says otherwise. */
export function aConflict(parts: Partial<ConflictView>): ConflictView {
  return {
    id: 1,
    productId: 1,
    productName: 'Mug',
    entry: null,
    ...toSet('name'),
    before: '',
    after: '',
    mine: '',
    theirs: '',
    state: 'conflict',
    meaning: null,
    isOfDeletedProduct: false,
    reason: null,
    attempts: 0,
    sentAt: null,
    retryAt: null,
    decided: null,
    changeSetId: 1,
    createdAt: 0,
    ...parts,
  }
}
