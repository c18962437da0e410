import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import type { Reason } from '../shared/errors'
import { says } from '../shared/sentence'
import { shortName } from '../shared/set-label'
import { goneReason, isGone } from './gone'
import { setShelf } from './shelf-acts'
import { shelfDraft } from './shelf-drafts'
import { draftKeyOf, reindexShelf, removeShelf, seeShelf, type SeenShelf } from './shelves'
import { writeSet } from './write-set'

/** Why edits of a category or product type wait that somebody deleted in the store. */
const shelfGoneReason: Reason = { ...goneReason, sentence: says('shelf-deleted-in-store') }

/**
 * The store has deleted a category or product type. Without edits it goes from here as well; with edits, also typed and
 * not saved ones, it stays with them until its owner decides. False: that was known. Belongs into a transaction.
 */
export function shelfGone(catalogue: Catalogue, id: number, now: number): boolean {
  const shelf = seeShelf(catalogue, id)
  if (!shelf) return false
  if (shelf.open.some(isGone)) return false
  const deletion = shelf.open.find(isDelete)
  if (!deletion) keepDraft(catalogue, shelf, now)
  const open = catalogue.changes.openOf(shelf.thing, id)
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

/** What was typed and not saved becomes a change set of its own: nothing else would keep it. */
function keepDraft(catalogue: Catalogue, shelf: SeenShelf, now: number): void {
  const draft = shelfDraft(catalogue, shelf.id)
  if (!draft) return
  const { base, patch } = draft
  const kept = Object.entries(patch).map(([field, after]) => setShelf(shelf, field, base[field], after))
  const label = { code: 'keep-unsaved-shelf', shelf: shortName(String(shelf.current['name'] ?? '')) } as const
  if (kept.length > 0) writeSet(catalogue, now, { source: 'form', label }).add(kept)
  catalogue.meta.remove(draftKeyOf(shelf.id))
}
