import type { Catalogue } from '../catalogue/catalogue'
import type { ProductSelection } from '../shared/proposal'

/** The products of a selection as it is now: those that were pointed at, those found in the order of the list, or those typed into last. */
export function selectedProducts(
  { searchIds, drafts, snapshots }: Pick<Catalogue, 'searchIds' | 'drafts' | 'snapshots'>,
  selection: ProductSelection,
): number[] {
  if ('typed' in selection) return drafts.productIds().filter((id) => id !== null)
  if ('imported' in selection) return []
  if ('snapshotId' in selection) return snapshots.changedAfter(selection.snapshotId).filter((id) => id > 0)
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  return searchIds(selection.query).filter((id) => !except.has(id))
}
