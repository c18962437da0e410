import type { ActionOf } from '../shared/bulk-action'
import { planAdd, planRemove } from './plan-entries'
import { productEdit, type Planner } from './planner'

export const planAddToCategories: Planner<ActionOf<'add-to-categories'>> = (product, { categoryIds }, context) =>
  planAdd(product, { kind: 'add', fields: { categoryIds } }, context)

export const planRemoveFromCategories: Planner<ActionOf<'remove-from-categories'>> = (
  product,
  { categoryIds },
  context,
) => planRemove(product, { kind: 'remove', fields: { categoryIds } }, context)

/** A product that is not in the category that others leave stays where it is. */
export const planMoveToCategory: Planner<ActionOf<'move-to-category'>> = (product, { from, to }) => {
  const now = product.fields.categoryIds
  const isMoved = from === null || now.includes(from)
  const kept = from === null ? [] : now.filter((id) => id !== from && id !== to)
  return [productEdit(product, 'categoryIds', isMoved ? [...kept, to] : now)]
}
