import { categoryNodes, type CategoryNode } from '../../electron/shared/category-nodes'
import { foldText } from '../../electron/shared/fold-text'
import type { Category } from '../../electron/shared/store'

const between = ' > '

export type CategoryNames = {
  /** Each with those above it where another one is called the same. */
  all: readonly string[]
  has: (id: number) => boolean
  nameOf: (id: number) => string
  /** Those that a name means, alone or with those above it. */
  named: (name: string) => readonly CategoryNode[]
}

const known = new WeakMap<readonly Category[], CategoryNames>()

/** What categories are called where they are typed. Found out once for a list of them: cells ask with every letter. */
export function categoryNames(categories: Category[]): CategoryNames {
  const names = known.get(categories) ?? readNames(categoryNodes(categories))
  known.set(categories, names)
  return names
}

export const fullName = ({ path }: CategoryNode): string => path.join(between)

function readNames(nodes: readonly CategoryNode[]): CategoryNames {
  const alone = grouped(nodes, ({ name }) => name)
  const whole = grouped(nodes, fullName)
  const nameOfNode = (node: CategoryNode) => (alone.get(foldText(node.name))?.length === 1 ? node.name : fullName(node))
  const byId = new Map(nodes.map((node) => [node.id, nameOfNode(node)]))
  return {
    all: [...byId.values()],
    has: (id) => byId.has(id),
    nameOf: (id) => byId.get(id) ?? `Category ${id}`,
    named: (name) => whole.get(foldText(name)) ?? alone.get(foldText(name)) ?? [],
  }
}

function grouped(nodes: readonly CategoryNode[], nameOf: (node: CategoryNode) => string) {
  const groups = new Map<string, CategoryNode[]>()
  for (const node of nodes) {
    const key = foldText(nameOf(node))
    const group = groups.get(key)
    if (group) group.push(node)
    else groups.set(key, [node])
  }
  return groups
}
