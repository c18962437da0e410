import type { Category } from './store'

export type CategoryNode = {
  id: number
  name: string
  enabled: boolean
  depth: number
  /** Names from the root down to this one. */
  path: string[]
}

/** Every category once, parents before their children, in the shop owner's order. */
export function categoryNodes(categories: Category[]): CategoryNode[] {
  const ids = new Set(categories.map(({ id }) => id))
  const children = new Map<number, Category[]>()
  for (const category of categories) {
    // A parent that is not there (hidden from this key) makes its children roots.
    const parent = ids.has(category.parentId) ? category.parentId : 0
    children.set(parent, [...(children.get(parent) ?? []), category])
  }
  const nodes: CategoryNode[] = []
  const seen = new Set<number>()
  const visit = (parent: number, path: string[]) => {
    const sorted = [...(children.get(parent) ?? [])].sort((a, b) => a.orderBy - b.orderBy || a.id - b.id)
    for (const { id, name, enabled } of sorted) {
      if (seen.has(id)) continue
      seen.add(id)
      nodes.push({ id, name, enabled, depth: path.length, path: [...path, name] })
      visit(id, [...path, name])
    }
  }
  visit(0, [])
  return nodes
}
