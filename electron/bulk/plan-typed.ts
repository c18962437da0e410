import type { ActionOf } from '../shared/bulk-action'
import { ownFieldsIn } from '../shared/fields/own-fields'
import { fieldsIn } from '../shared/fields/product-fields'
import type { ProductDraft } from '../shared/product'
import { productEdit, type BulkProduct, type Planner, type ProposedEdit } from './planner'

/** What stands in a draft as a value. Text that is none yet stays in it, and so do variations that are to be made or removed. */
export const planTyped: Planner<ActionOf<'typed'>> = (product, _action, { draft }) => {
  if (!draft) return []
  const own = fieldsIn(draft.patch).map((field) => productEdit(product, field, draft.patch[field]))
  return [...own, ...product.variations.flatMap((variation) => ofVariation(variation, draft.variations[variation.id]))]
}

function ofVariation(
  { id, own }: BulkProduct['variations'][number],
  typed: ProductDraft['variations'][string] | undefined,
): ProposedEdit[] {
  if (!typed || typed.isRemoved) return []
  return ownFieldsIn(typed.patch).map((field) => {
    return { variationId: id, field, before: own[field] ?? null, after: typed.patch[field] }
  })
}
