/**
 * All of them as they stand, but those that come each behind the one that it stood behind then, or before the next one of then where none
 * of those is here. What was not there then stays where it is.
 */
export function placedAmong(all: readonly number[], coming: ReadonlySet<number>, then: readonly number[]): number[] {
  const wasThere = new Set(then)
  const stays = all.filter((id) => !coming.has(id) || !wasThere.has(id))
  const isThere = new Set(stays)
  const behind = new Map<number | null, number[]>()
  let last: number | null = null
  for (const id of then.filter((each) => isThere.has(each) || coming.has(each))) {
    if (isThere.has(id)) last = id
    else if (!behind.get(last)?.push(id)) behind.set(last, [id])
  }
  const first = then.find((id) => isThere.has(id))
  const ahead = behind.get(null) ?? []
  const placed = stays.flatMap((id) => [...(id === first ? ahead : []), id, ...(behind.get(id) ?? [])])
  return first === undefined ? [...ahead, ...placed] : placed
}

/** Where any of then stands, the next one of them. */
export function inOrderOf(then: readonly number[], all: readonly number[]): number[] {
  const isHere = new Set(all)
  const left = then.filter((id) => isHere.has(id))
  const wasThere = new Set(left)
  let at = 0
  return all.map((id) => (wasThere.has(id) ? (left[at++] ?? id) : id))
}
