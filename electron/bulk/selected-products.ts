import type { Catalogue } from '../catalogue/catalogue'
import type { ProductSelection } from '../shared/proposal'

/** The products of a selection as it is now: those that were pointed at, or those found in the order of the list. */
export function selectedProducts({ searchIds }: Pick<Catalogue, 'searchIds'>, selection: ProductSelection): number[] {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  return searchIds(selection.query).filter((id) => !except.has(id))
}
