import type { Category } from '../shared/store'

/** Of one made here the store decides its place once it is sent. */
export const placedLast = Number.MAX_SAFE_INTEGER

const step = 10

/** Siblings as they stand on the screen. */
export const inOrder = (siblings: readonly Category[]): Category[] =>
  siblings.toSorted((one, other) => one.orderBy - other.orderBy || one.id - other.id)

/** Everything below a category, parents before their children. */
export function below(all: readonly Category[], id: number): Category[] {
  const found = new Set<number>()
  const visit = (parent: number): Category[] =>
    inOrder(all.filter((each) => each.parentId === parent && !found.has(each.id))).flatMap((each) => {
      found.add(each.id)
      return [each, ...visit(each.id)]
    })
  return visit(id)
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
