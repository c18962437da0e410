import type { Catalogue } from '../catalogue/catalogue'
import type { ProductSelection } from '../shared/proposal'

/** The products of a selection as it is now: those that were pointed at, those found in the order of the list, or those typed into last. */
export function selectedProducts(
  { searchIds, drafts }: Pick<Catalogue, 'searchIds' | 'drafts'>,
  selection: ProductSelection,
): number[] {
  if ('typed' in selection) return drafts.productIds().filter((id) => id !== null)
  if ('imported' in selection) return []
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  return searchIds(selection.query).filter((id) => !except.has(id))
}
