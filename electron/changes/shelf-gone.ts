import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import type { NewChange } from '../shared/change-record'
import type { Reason } from '../shared/errors'
import { says } from '../shared/sentence'
import { shortName } from '../shared/set-label'
import { endWith } from './ended-with'
import { goneReason, isGone } from './gone-reason'
import { setShelf } from './shelf-acts'
import { shelfDeletionByOthers } from './shelf-history'
import { shelfDraft } from './shelf-drafts'
import { draftKeyOf, reindexShelf, removeShelf, seeShelf, type SeenShelf } from './shelves'
import { writeSet } from './write-set'

/** Why edits of a category or product type wait that somebody deleted in the store. */
const shelfGoneReason: Reason = { ...goneReason, sentence: says('shelf-deleted-in-store') }

type Gone = { byOthers: NewChange | null }

/**
 * The store has deleted a category or product type. Without edits it goes from here as well; with edits, also typed and
 * not saved ones, it stays with them until its owner decides. Undefined: that was known. Belongs into a transaction.
 */
export function shelfGone(catalogue: Catalogue, id: number, now: number): Gone | undefined {
  const shelf = seeShelf(catalogue, id)
  if (!shelf || shelf.open.some(isGone)) return undefined
  const { remote } = shelf
  const deletion = shelf.open.find(isDelete)
  const byOthers = deletion || !remote ? null : shelfDeletionByOthers(catalogue, shelf, remote)
  if (!deletion) keepDraft(catalogue, shelf, now)
  const open = catalogue.changes.openOf(shelf.thing, id)
  if (!deletion && open.length > 0) {
    for (const change of open) {
      catalogue.changes.update(change.id, { state: 'refused', reason: shelfGoneReason, retryAt: null, decision: null })
    }
    reindexShelf(catalogue, id)
    return { byOthers }
  }
  // Where it was to be deleted here, somebody did what was wanted.
  if (deletion) {
    endWith(catalogue, deletion, open)
    catalogue.changes.update(deletion.id, { state: 'sent', sentAt: now, reason: null })
  }
  removeShelf(catalogue, id)
  return { byOthers }
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
