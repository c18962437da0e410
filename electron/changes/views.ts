import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { ChangeSetView, ChangeState, ChangeView, changeFilters } from '../shared/change'
import type { ChangeRecord } from '../shared/change-record'

/** Worst first: a set is as far as its slowest change. */
const severity: readonly ChangeState[] = ['conflict', 'refused', 'unknown', 'sending', 'waiting', 'sent', 'dropped']

export type ChangeListQuery = {
  filter: (typeof changeFilters)[number]
  productId?: number | undefined
  offset: number
  limit: number
}

/** Change sets for the Changes screen, newest first. */
export function listChangeSets(catalogue: Catalogue, query: ChangeListQuery): { total: number; sets: ChangeSetView[] } {
  const { total, sets } = catalogue.changes.list(query.filter, query.productId, query.offset, query.limit)
  return { total, sets: sets.map((set) => toSetView(catalogue, set)) }
}

function toSetView(catalogue: Catalogue, set: ChangeSetRecord): ChangeSetView {
  const changes = catalogue.changes.ofSet(set.id)
  const state = severity.find((candidate) => changes.some((change) => change.state === candidate)) ?? 'dropped'
  const isMoving = changes.some((change) => change.state === 'sending' || change.state === 'unknown')
  return {
    ...set,
    state,
    productCount: new Set(changes.map(({ productId }) => productId)).size,
    changeCount: changes.length,
    // A set of thousands is read in the window a page at a time; the first hundred say what it is about.
    changes: changes.slice(0, 100).map(toChangeView),
    canRevert: !isMoving && state !== 'dropped' && !catalogue.changes.isReverted(set.id),
  }
}

function toChangeView(change: ChangeRecord): ChangeView {
  const { id, productId, productName, kind, field, before, after, state, theirs, attempts, sentAt, retryAt } = change
  const reason = change.reason?.message ?? null
  // The snapshot that a delete keeps for its undo is nothing to look at.
  const shownBefore = kind === 'delete' ? null : before
  return {
    id,
    productId,
    productName,
    kind,
    field,
    before: shownBefore,
    after,
    state,
    reason,
    theirs,
    attempts,
    sentAt,
    retryAt,
  }
}
