import { holdsWords } from '../../electron/shared/holds-words'
import { categoryNodes, type CategoryNode } from '../../electron/shared/category-nodes'
import type { Category } from '../../electron/shared/store'

/** Those whose path holds every typed word, so that a parent finds all below it. */
export const matchingCategories = (nodes: CategoryNode[], typed: string): CategoryNode[] =>
  typed.trim() === '' ? nodes : nodes.filter(({ path }) => holdsWords(path.join(' '), typed))

/** The same for the branches of a box: whether one, or what is above it, has what was typed. */
export function branchFilter(categories: Category[]): (typed: string, branch: { value: string }) => boolean {
  const paths = new Map(categoryNodes(categories).map(({ id, path }) => [String(id), path.join(' ')]))
  paths.set(String(frontPage), frontPageName)
  return (typed, { value }) => holdsWords(paths.get(value) ?? '', typed)
}

export type CategoryBranch = { value: string; label: string; children?: CategoryBranch[] }

/** The same as branches, for a box that opens and closes them. */
export function categoryTree(categories: Category[]): CategoryBranch[] {
  const roots: CategoryBranch[] = []
  const above: CategoryBranch[] = []
  for (const { id, name, depth } of categoryNodes(categories)) {
    const branch: CategoryBranch = { value: String(id), label: name }
    const parent = above[depth - 1]
    if (parent) parent.children = [...(parent.children ?? []), branch]
    else roots.push(branch)
    above.length = depth
    above.push(branch)
  }
  return roots
}

/** Ecwid's number for the front page where a category is asked for. */
export const frontPage = 0
const frontPageName = 'Front page'

export function categoryName(id: number, categories: Category[]): string {
  if (id === frontPage) return frontPageName
  return categories.find((category) => category.id === id)?.name ?? `Category ${id}`
}
