import type { Catalogue } from '../catalogue/catalogue'
import type { StoredShelf } from '../catalogue/shelves-table'
import { isDelete, setsField } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { isGone } from './gone-reason'

// A category is deleted once what is below it has gone or left: nobody promises what the store does with that.

/** Open changes by which what is below a category goes or leaves it. */
export function leavingBelow({ shelves, changes }: Catalogue, { thing, ecwidId }: StoredShelf): ChangeRecord[] {
  if (thing !== 'category' || ecwidId === null) return []
  return (
    shelves
      .below(ecwidId)
      .map((each) => changes.openOf('category', each))
      // One that others deleted is below nothing any more, whatever its edits wait for.
      .flatMap((open) => (open.some(isGone) ? [] : open.filter(leavesParent)))
  )
}

const leavesParent = (change: ChangeRecord) => isDelete(change) || (setsField(change) && change.field === 'parentId')

/** Its delete, where what goes before it cannot go by itself, and the change that keeps all of them. */
export function waitingForBelow(
  catalogue: Catalogue,
  shelf: StoredShelf,
  open: readonly ChangeRecord[],
): Map<number, number> {
  const deletion = open.find(isDelete)
  const keeps = deletion && leavingBelow(catalogue, shelf).flatMap(keeping)[0]
  return new Map(deletion && keeps !== undefined ? [[deletion.id, keeps]] : [])
}

const needsOwner = new Set<ChangeRecord['state']>(['conflict', 'refused', 'held'])
const keeping = ({ id, state, waitsFor }: ChangeRecord): number[] =>
  waitsFor !== null ? [waitsFor] : needsOwner.has(state) ? [id] : []
