import type { StoredCategory } from './stored-catalogue'

/** Appends a product to the categories it entered and takes it out of those it left; the others keep its position. */
export function withMembership(
  categories: Map<number, StoredCategory>,
  productId: number,
  before: readonly number[],
  after: readonly number[],
): void {
  if (before === after) return
  for (const id of before) {
    const category = categories.get(id)
    if (!category || after.includes(id)) continue
    categories.set(id, { ...category, productIds: category.productIds.filter((each) => each !== productId) })
  }
  for (const id of after) {
    const category = categories.get(id)
    if (!category || before.includes(id)) continue
    categories.set(id, { ...category, productIds: [...category.productIds, productId] })
  }
}

/** The category and everything below it, at any depth. */
export function withDescendants(categories: Map<number, StoredCategory>, ids: readonly number[]): Set<number> {
  const children = new Map<number, number[]>()
  for (const { id, parentId } of categories.values()) children.set(parentId, [...(children.get(parentId) ?? []), id])
  const found = new Set<number>()
  const visit = (id: number) => {
    if (found.has(id)) return
    found.add(id)
    children.get(id)?.forEach(visit)
  }
  ids.forEach(visit)
  return found
}

/** From the topmost ancestor down to the parent. */
export function ancestorIds(categories: Map<number, StoredCategory>, id: number): number[] {
  const ids: number[] = []
  let parentId = categories.get(id)?.parentId ?? 0
  while (parentId !== 0 && !ids.includes(parentId)) {
    ids.unshift(parentId)
    parentId = categories.get(parentId)?.parentId ?? 0
  }
  return ids
}

/** Listed ids first in the given order, then the others as they were; ids that do not belong are dropped. */
export function reorder(current: readonly number[], wanted: readonly number[]): number[] {
  const known = new Set(current)
  const first = wanted.filter((id, index) => known.has(id) && wanted.indexOf(id) === index)
  const listed = new Set(first)
  return [...first, ...current.filter((id) => !listed.has(id))]
}
