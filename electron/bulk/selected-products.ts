import type { Catalogue } from '../catalogue/catalogue'
import type { ProductSelection } from '../shared/proposal'

/** The products of a selection as it is now, and what they are filed in where all that changed since a snapshot goes back: those that were pointed at, or those found or typed into, in the order of the list. */
export function selectedProducts(
  { searchIds, drafts, snapshots }: Pick<Catalogue, 'searchIds' | 'drafts' | 'snapshots'>,
  selection: ProductSelection,
): number[] {
  if ('typed' in selection) {
    const typed = new Set(drafts.productIds().filter((id) => id !== null))
    const found = searchIds(selection.query ?? {}).filter((id) => typed.has(id))
    return [...new Set([...found, ...typed])]
  }
  if ('imported' in selection) return []
  if ('snapshotId' in selection) return snapshots.changedAfter(selection.snapshotId)
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  return searchIds(selection.query).filter((id) => !except.has(id))
}
