import { holdsWords } from '../../electron/shared/holds-words'
import type { Category } from '../../electron/shared/store'

/** One category as a line of the tree. */
export type CategoryRow = {
  /** Stays with it when the store gives one made here an id. */
  key: number
  category: Category
  depth: number
  /** Names from the root down to this one. */
  path: string[]
  /** Shoppers do not see it: it is hidden, or something above it. */
  isHidden: boolean
  hasChildren: boolean
  isOpen: boolean
  /** Among those of the same parent, from 1. */
  position: number
  siblings: number
  /** The key of its parent; 0 at the root. */
  parent: number
}

export const keyOf = ({ id, madeAs }: Pick<Category, 'id' | 'madeAs'>): number => madeAs ?? id

export type CategoryTree = { children: ReadonlyMap<number, readonly Category[]>; categories: readonly Category[] }

/** By the id of the parent, each in the shop owner's order. A parent that is not there makes its children roots. */
export function treeOf(categories: readonly Category[]): CategoryTree {
  const ids = new Set(categories.map(({ id }) => id))
  const children = new Map<number, Category[]>()
  for (const category of categories) {
    const parent = ids.has(category.parentId) ? category.parentId : 0
    const siblings = children.get(parent)
    if (siblings) siblings.push(category)
    else children.set(parent, [category])
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.orderBy - b.orderBy || a.id - b.id)
  return { children, categories }
}

/** `untranslated`: a language in which a text of theirs is missing. */
export type CategorySearch = { text: string; untranslated?: string | null }

export const isSearch = ({ text, untranslated = null }: CategorySearch): boolean =>
  text.trim() !== '' || untranslated !== null

/** The lines that are in sight: those whose parents are open, or, of a search, those found with what is above them. */
export function categoryRows(
  tree: CategoryTree,
  isOpen: (key: number) => boolean,
  { text, untranslated = null }: CategorySearch,
): CategoryRow[] {
  const search = text.trim()
  const isAll = !isSearch({ text, untranslated })
  const rows: CategoryRow[] = []
  const seen = new Set<number>()
  const visit = (parent: Category | null, path: string[], isHidden: boolean): boolean => {
    const siblings = tree.children.get(parent?.id ?? 0) ?? []
    let found = false
    siblings.forEach((category, index) => {
      if (seen.has(category.id)) return
      seen.add(category.id)
      const key = keyOf(category)
      const hasChildren = tree.children.has(category.id)
      const isShownOpen = hasChildren && (!isAll || isOpen(key))
      const row = {
        key,
        category,
        depth: path.length,
        path: [...path, category.name],
        isHidden: isHidden || !category.enabled,
        hasChildren,
        isOpen: isShownOpen,
        position: index + 1,
        siblings: siblings.length,
        parent: parent ? keyOf(parent) : 0,
      }
      const at = rows.length
      rows.push(row)
      const isFound =
        (search === '' || holdsWords(row.path.join(' '), search)) &&
        (untranslated === null || category.untranslated?.includes(untranslated) === true)
      const isFoundBelow = isShownOpen && visit(category, row.path, row.isHidden)
      if (isFound || isFoundBelow) found = true
      else rows.length = at
    })
    return found
  }
  visit(null, [], false)
  return rows
}

/** Everything below a category, at any depth. */
export function belowOf(tree: CategoryTree, id: number): Category[] {
  const found: Category[] = []
  const seen = new Set([id])
  const visit = (parent: number) => {
    for (const child of tree.children.get(parent) ?? []) {
      if (seen.has(child.id)) continue
      seen.add(child.id)
      found.push(child)
      visit(child.id)
    }
  }
  visit(id)
  return found
}

export const categoryWithKey = (categories: readonly Category[], key: number | null): Category | undefined =>
  categories.find((each) => keyOf(each) === key || each.id === key)
