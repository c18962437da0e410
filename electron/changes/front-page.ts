import type { Faults } from '../shared/fields/fault'
import type { ProductFields, ProductPatch } from '../shared/fields/product-fields'

/** The store puts a product in no category at the end of its front page; a place sent along would put it first. */
export const isPlacedByStore = ({ categoryIds }: ProductPatch): boolean => categoryIds?.length === 0

/** What the store does along with an edit belongs to the edit, so that the screen shows it and an undo takes it back. */
export function withFrontPage(patch: ProductPatch, current: ProductFields): ProductPatch {
  return isPlacedByStore(patch) && !current.showOnFrontpage ? { ...patch, showOnFrontpage: true } : patch
}

/** The store refuses to take it off. */
export function keptOnFrontPage(fields: ProductFields): Faults {
  const isWrong = isPlacedByStore(fields) && !fields.showOnFrontpage
  return isWrong ? { showOnFrontpage: 'always-on-front-page' } : {}
}
