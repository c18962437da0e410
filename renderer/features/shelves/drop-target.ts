import type { Category } from '../../../electron/shared/store'
import type { CategoryRow, CategoryTree } from '../../format/category-rows'

export type DropPlace = 'before' | 'after' | 'into'

/** Among all that stand there, also those that a search leaves out; null: last. */
export function dropTarget(
  tree: CategoryTree,
  dragged: Category,
  over: CategoryRow,
  where: DropPlace,
): { parentId: number; before: number | null } {
  const { id } = over.category
  const childrenOf = (parent: number) => (tree.children.get(parent) ?? []).filter((each) => each.id !== dragged.id)
  if (where === 'into') return { parentId: id, before: null }
  const parentId = tree.categories.some((each) => each.id === over.category.parentId) ? over.category.parentId : 0
  if (where === 'before') return { parentId, before: id }
  // Behind one that is open means in it, at the top.
  const first = over.isOpen ? childrenOf(id)[0] : undefined
  if (first) return { parentId: id, before: first.id }
  const siblings = childrenOf(parentId)
  return { parentId, before: siblings[siblings.findIndex((each) => each.id === id) + 1]?.id ?? null }
}
