import type { Catalogue } from '../catalogue/catalogue'
import { isOfVariations } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'

/**
 * What waited for a variation that is removed from the store: the removal remembers it, so that an undo brings the variation back as it
 * was shown, and there is nothing left to send. Belongs into a transaction.
 */
export function goneWith({ changes }: Catalogue, removal: ChangeRecord, now: number): void {
  for (const change of changes.openOf('product', removal.productId)) {
    if (!isOfVariations(change) || change.key !== removal.key || change.id === removal.id) continue
    changes.update(change.id, { state: 'sent', sentAt: now, reason: null, retryAt: null, theirs: null })
  }
}
