import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { isDelete } from '../shared/change-address'
import { stillBelowSchema, type ChangeRecord } from '../shared/change-record'
import type { Category } from '../shared/store'
import { inOrder } from './category-places'
import { hides, seeShelf, shelfNamed } from './shelves'
import { writeSet } from './write-set'

type Rest = { now: number; until: number }

/**
 * A category that was asked about because something is below it takes that along, or leaves its place to it, as was said when it was asked
 * about. That rests as long as the decision, and is of its set, so that one undo brings all back. Belongs into a transaction.
 */
export function belowDecided(catalogue: Catalogue, asked: ChangeRecord, { now, until }: Rest): number[] {
  const { below = [] } = (isDelete(asked) && stillBelowSchema.safeParse(asked.theirs).data) || {}
  if (below.length === 0) return []
  const all = catalogue.categories.list()
  const itself = all.find(({ id }) => id === catalogue.shelves.get(asked.productId)?.ecwidId)
  const isThere = new Set(all.filter(({ parentId }) => parentId === itself?.id).map(({ id }) => id))
  if (!itself) return []
  const to = placeOf(catalogue, itself, all)
  const operations = below
    .filter(({ id }) => isThere.has(id))
    .map(({ id, goes }): Operation =>
      goes
        ? { kind: 'category.delete', categoryId: id, below: 'delete' }
        : { kind: 'category.move', categoryId: id, ...to },
    )
  const ids = operations.length > 0 ? writeSet(catalogue, now, asked.setId).ask(operations) : []
  for (const id of ids) {
    const { retryAt = 0 } = catalogue.changes.get(id) ?? {}
    catalogue.changes.update(id, { retryAt: Math.max(retryAt ?? 0, until) })
  }
  return ids
}

/** Where it stands, or below the nearest above it that does not go as well. */
function placeOf(catalogue: Catalogue, { id, parentId: from }: Category, all: readonly Category[]) {
  const parentId = nearestThatStays(catalogue, from)
  const siblings = inOrder(all.filter((each) => each.parentId === parentId))
  const at = siblings.findIndex((each) => each.id === id)
  return { parentId, before: at < 0 ? null : (siblings[at + 1]?.id ?? null) }
}

function nearestThatStays(catalogue: Catalogue, id: number, seen: readonly number[] = []): number {
  const shelf = id === 0 || seen.includes(id) ? undefined : seeShelf(catalogue, shelfNamed(catalogue, 'category', id))
  if (!shelf) return 0
  return hides(shelf.open)
    ? nearestThatStays(catalogue, Number(shelf.current['parentId'] ?? 0), [...seen, id])
    : shelf.current.id
}
