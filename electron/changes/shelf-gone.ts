import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import type { Reason } from '../shared/errors'
import { says } from '../shared/sentence'
import { goneReason, isGone } from './gone'
import { reindexShelf, removeShelf } from './shelves'

/** Why edits of a category or product type wait that somebody deleted in the store. */
const shelfGoneReason: Reason = { ...goneReason, sentence: says('shelf-deleted-in-store') }

/**
 * The store has deleted a category or product type. Without edits it goes from here as well; with edits it stays with them
 * until its owner decides. False: that was known. Belongs into a transaction.
 */
export function shelfGone(catalogue: Catalogue, id: number, now: number): boolean {
  const shelf = catalogue.shelves.get(id)
  if (!shelf) return false
  const open = catalogue.changes.openOf(shelf.thing, id)
  if (open.some(isGone)) return false
  const deletion = open.find(isDelete)
  if (!deletion && open.length > 0) {
    for (const change of open) {
      catalogue.changes.update(change.id, { state: 'refused', reason: shelfGoneReason, retryAt: null, decision: null })
    }
    reindexShelf(catalogue, id)
    return true
  }
  // Where it was to be deleted here, somebody did what was wanted.
  for (const change of open) catalogue.changes.update(change.id, { state: 'taken-back', retryAt: null })
  if (deletion) catalogue.changes.update(deletion.id, { state: 'sent', sentAt: now, reason: null })
  removeShelf(catalogue, id)
  return true
}
