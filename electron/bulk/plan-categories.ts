import type { ActionOf } from '../shared/bulk-action'
import { productEdit, type Planner } from './planner'

export const planAddToCategories: Planner<ActionOf<'add-to-categories'>> = (product, { categoryIds }) => [
  productEdit(product, 'categoryIds', [...new Set([...product.fields.categoryIds, ...categoryIds])]),
]

export const planRemoveFromCategories: Planner<ActionOf<'remove-from-categories'>> = (product, { categoryIds }) => [
  productEdit(
    product,
    'categoryIds',
    product.fields.categoryIds.filter((id) => !categoryIds.includes(id)),
  ),
]

/** A product that is not in the category that others leave stays where it is. */
export const planMoveToCategory: Planner<ActionOf<'move-to-category'>> = (product, { from, to }) => {
  const now = product.fields.categoryIds
  const isMoved = from === null || now.includes(from)
  const kept = from === null ? [] : now.filter((id) => id !== from && id !== to)
  return [productEdit(product, 'categoryIds', isMoved ? [...kept, to] : now)]
}
