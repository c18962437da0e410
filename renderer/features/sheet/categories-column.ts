import type { StoreWords } from '../../../electron/shared/fields/kind'
import { foldText } from '../../../electron/shared/fold-text'
import { categoryNodes, type CategoryNode } from '../../format/category-tree'
import { readColumn } from './kind-columns'
import type { SheetColumn } from './sheet-column'

const between = ' > '

/** Categories by their names, each with those above it where two have the same; a semicolon between two of them. */
export const categoriesColumn: SheetColumn = {
  ...readColumn('categoryIds'),
  width: 220,
  typing: {
    text: ({ categoryIds = [] }, { categories }) => {
      const nodes = categoryNodes(categories)
      return categoryIds.map((id) => nameOf(id, nodes)).join('; ')
    },
    read: (text, { categoryIds = [] }, { categories }) => {
      const nodes = categoryNodes(categories)
      // What is called by its number is one that this key does not see: it stays where it was.
      const unseen = categoryIds.filter((id) => !nodes.some((node) => node.id === id))
      const names = namesIn(text).filter((name) => !unseen.some((id) => nameOf(id, nodes) === name))
      const found = names.map((name) => nodesNamed(name, nodes))
      const ids = found.flatMap((all) => (all.length === 1 && all[0] ? [all[0].id] : []))
      return ids.length === found.length ? { values: { categoryIds: [...new Set([...unseen, ...ids])] } } : { text }
    },
    unread: (text, words) => unreadNames(text, words),
    choices: ({ categories }) => {
      const nodes = categoryNodes(categories)
      return nodes.map(({ id }) => nameOf(id, nodes))
    },
    isLong: false,
  },
}

const namesIn = (text: string): string[] =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const fullName = ({ path }: CategoryNode): string => path.join(between)

/** With those above it where another one is called the same. */
function nameOf(id: number, nodes: readonly CategoryNode[]): string {
  const node = nodes.find((each) => each.id === id)
  if (!node) return `Category ${id}`
  return nodes.filter(({ name }) => foldText(name) === foldText(node.name)).length === 1 ? node.name : fullName(node)
}

function nodesNamed(name: string, nodes: readonly CategoryNode[]): CategoryNode[] {
  const wanted = foldText(name)
  const whole = nodes.filter((each) => foldText(fullName(each)) === wanted)
  return whole.length > 0 ? whole : nodes.filter((each) => foldText(each.name) === wanted)
}

function unreadNames(text: string, { categories }: StoreWords): string {
  const nodes = categoryNodes(categories)
  const wrong = namesIn(text).find((name) => nodesNamed(name, nodes).length !== 1) ?? ''
  const [first] = nodesNamed(wrong, nodes)
  if (!first) return `No category is called ${wrong}. Put a semicolon between two of them.`
  return `Several categories are called ${wrong}. Write it with those above it, such as ${fullName(first)}.`
}
