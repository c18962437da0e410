/** `next`, with the parts of `before` that are equal in it taken over: who shows such a part has nothing to draw anew. */
export function shareEqual<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (Array.isArray(before) && Array.isArray(next)) return sharedList(before, next) as T
  if (!isRecord(before) || !isRecord(next)) return next
  const shared: Record<string, unknown> = {}
  const names = Object.keys(next)
  let isSame = names.length === Object.keys(before).length
  for (const name of names) {
    shared[name] = shareEqual(before[name], next[name])
    isSame &&= name in before && Object.is(shared[name], before[name])
  }
  return (isSame ? before : shared) as T
}

/** An entry with an id is the one that had it before, wherever it stands now; others are told by their place. */
function sharedList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let known: Map<unknown, unknown> | null = null
  const twinOf = (item: unknown, at: number): unknown => {
    const id = idOf(item)
    if (id === undefined || idOf(before[at]) === id) return before[at]
    known ??= new Map(before.map((each) => [idOf(each), each]))
    return known.get(id)
  }
  const shared = next.map((item, at) => shareEqual(twinOf(item, at), item))
  const isSame = shared.length === before.length && shared.every((item, at) => Object.is(item, before[at]))
  return isSame ? before : shared
}

const idOf = (item: unknown): unknown => (isRecord(item) ? item.id : undefined)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
