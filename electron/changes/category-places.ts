import type { Category } from '../shared/store'

/** Of one made here the store decides its place once it is sent. */
export const placedLast = Number.MAX_SAFE_INTEGER

const step = 10

/** Siblings as they stand on the screen. */
export const inOrder = (siblings: readonly Category[]): Category[] =>
  siblings.toSorted((one, other) => one.orderBy - other.orderBy || one.id - other.id)

/** Everything below a category, parents before their children. */
export function below(all: readonly Category[], id: number): Category[] {
  const children = new Map<number, Category[]>()
  for (const each of all) {
    const siblings = children.get(each.parentId)
    if (siblings) siblings.push(each)
    else children.set(each.parentId, [each])
  }
  const found = new Set<number>()
  const visit = (parent: number): Category[] =>
    inOrder((children.get(parent) ?? []).filter((each) => !found.has(each.id))).flatMap((each) => {
      found.add(each.id)
      return [each, ...visit(each.id)]
    })
  return visit(id)
}

/** Where one comes to stand that goes by a step; undefined: it cannot go that way. A parent that is not there is none. */
export function placeAfterShift(
  all: readonly Category[],
  { id, parentId: named }: Category,
  way: 'up' | 'down' | 'out' | 'in',
): { parentId: number; before: number | null } | undefined {
  const parent = all.find((each) => each.id === named)
  const parentId = parent?.id ?? 0
  const siblings = siblingsOf(all, parentId)
  const at = siblings.findIndex((each) => each.id === id)
  const above = siblings[at - 1]
  if (way === 'up') return above && { parentId, before: above.id }
  if (way === 'in') return above && { parentId: above.id, before: null }
  if (way === 'down') return siblings[at + 1] && { parentId, before: siblings[at + 2]?.id ?? null }
  if (!parent) return undefined
  const grandparent = all.some((each) => each.id === parent.parentId) ? parent.parentId : 0
  const uncles = siblingsOf(all, grandparent)
  const next = uncles[uncles.findIndex((each) => each.id === parent.id) + 1]
  return { parentId: grandparent, before: next?.id ?? null }
}

function siblingsOf(all: readonly Category[], parentId: number): Category[] {
  const ids = new Set(all.map(({ id }) => id))
  return inOrder(all.filter((each) => (ids.has(each.parentId) ? each.parentId : 0) === parentId))
}

/**
 * Places for categories that come to stand at `at` among others: between the two there as long as there is room, else every one
 * is numbered anew. Answers with those whose place is another one then.
 */
export function placesFor(others: readonly Category[], coming: readonly Category[], at: number): Map<number, number> {
  const [previous, next] = [others[at - 1], others[at]]
  const from = previous?.orderBy ?? 0
  const room = next ? Math.floor((next.orderBy - from) / (coming.length + 1)) : step
  const isKnown = from !== placedLast && next?.orderBy !== placedLast
  if (isKnown && room >= 1) return moved(coming.map((each, index) => [each, from + room * (index + 1)]))
  const all = [...others.slice(0, at), ...coming, ...others.slice(at)]
  return moved(all.map((each, index) => [each, (index + 1) * step]))
}

const moved = (places: [Category, number][]) =>
  new Map(places.flatMap(([{ id, orderBy }, place]) => (orderBy === place ? [] : [[id, place] as const])))
