import type { ProductFields, ProductPatch } from '../shared/fields/product-fields'
import type { FieldErrors } from '../shared/fields/validate-product'

/** The store puts a product in no category at the end of its front page; a place sent along would put it first. */
export const isPlacedByStore = ({ categoryIds }: ProductPatch): boolean => categoryIds?.length === 0

/** What the store does along with an edit belongs to the edit, so that the screen shows it and an undo takes it back. */
export function withFrontPage(patch: ProductPatch, current: ProductFields): ProductPatch {
  return isPlacedByStore(patch) && !current.showOnFrontpage ? { ...patch, showOnFrontpage: true } : patch
}

/** The store refuses to take it off. */
export function keptOnFrontPage(fields: ProductFields): FieldErrors {
  const isWrong = isPlacedByStore(fields) && !fields.showOnFrontpage
  return isWrong
    ? { showOnFrontpage: 'A product in no category is always on the front page. Choose a category first.' }
    : {}
}
