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

function sharedList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, at) => shareEqual(before[at], item))
  const isSame = shared.length === before.length && shared.every((item, at) => Object.is(item, before[at]))
  return isSame ? before : shared
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
