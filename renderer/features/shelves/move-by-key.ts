import type { CategoryRow } from '../../format/category-rows'
import { turnCategory } from '../../stores/category-view-store'
import { moveCategory } from './category-acts'

export type MoveKey = 'up' | 'down' | 'out' | 'in'

/** One step among its siblings, out of its parent to stand behind it, or to the end of the sibling above it. */
export function moveByKey(rows: readonly CategoryRow[], row: CategoryRow, key: MoveKey): void {
  const siblings = rows.filter((each) => each.parent === row.parent)
  const at = siblings.indexOf(row)
  const { category } = row
  const parent = rows.find((each) => each.key === row.parent)
  const parentId = parent?.category.id ?? 0
  const idAt = (index: number) => siblings[index]?.category.id ?? null
  if (key === 'up' && at > 0) return moveCategory(category, parentId, idAt(at - 1))
  if (key === 'down' && at < siblings.length - 1) return moveCategory(category, parentId, idAt(at + 2))
  const above = siblings[at - 1]
  if (key === 'in' && above) {
    turnCategory(above.key, true)
    return moveCategory(category, above.category.id, null)
  }
  if (key !== 'out' || !parent) return
  const uncles = rows.filter((each) => each.parent === parent.parent)
  const next = uncles[uncles.indexOf(parent) + 1]
  const grandparent = rows.find((each) => each.key === parent.parent)
  moveCategory(category, grandparent?.category.id ?? 0, next?.category.id ?? null)
}
