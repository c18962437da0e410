import type { Place } from './category-acts'

/** Where one of the first rows of `total` comes to stand when it is dropped on another of them. */
export function placeOf(rows: readonly { id: number }[], total: number, from: number, to: number): Place {
  const next = rows[to > from ? to + 1 : to]
  // Behind the last one shown there may be others.
  return !next && total > rows.length ? { by: to - from } : { before: next?.id ?? null }
}
