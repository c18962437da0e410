import type { Category } from '../../../electron/shared/store'

export type CategoryNode = { value: string; label: string; children?: CategoryNode[] }

/** Ecwid's number for the front page where a category is asked for. */
export const frontPage = 0

/** The categories as the store shows them: in the owner's order, below their parents. One without a parent stands at the root. */
export function categoryTree(categories: Category[]): CategoryNode[] {
  const known = new Set(categories.map(({ id }) => id))
  const byParent = new Map<number, Category[]>()
  for (const category of categories) {
    const parent = known.has(category.parentId) ? category.parentId : 0
    byParent.set(parent, [...(byParent.get(parent) ?? []), category])
  }
  return nodesBelow(0, new Set())

  function nodesBelow(parent: number, above: Set<number>): CategoryNode[] {
    const own = (byParent.get(parent) ?? []).filter(({ id }) => !above.has(id))
    return own
      .sort((a, b) => a.orderBy - b.orderBy || a.id - b.id)
      .map(({ id, name }) => {
        const children = nodesBelow(id, new Set([...above, id]))
        const node: CategoryNode = { value: String(id), label: name }
        return children.length > 0 ? { ...node, children } : node
      })
  }
}

export function categoryName(id: number, categories: Category[]): string {
  if (id === frontPage) return 'Front page'
  return categories.find((category) => category.id === id)?.name ?? `Category ${id}`
}
