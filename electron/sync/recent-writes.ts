/** An answer may be on its way for so long at most. */
const rememberedMs = 10 * 60_000

/**
 * Products that were just written to. An answer to a question asked before the write may tell an older state, and must not be
 * shown over the newer one; the next pull asks again.
 */
export function createRecentWrites(now: () => number) {
  const writtenAt = new Map<number, number>()
  const alongWith = new Map<number, number>()

  function note(ecwidIds: Iterable<number>): void {
    for (const [id, at] of writtenAt) if (at < now() - rememberedMs) writtenAt.delete(id)
    for (const id of ecwidIds) writtenAt.set(id, now())
  }

  return {
    /** The store has carried out a write to this product, or its deletion. */
    note: (ecwidId: number): void => note([ecwidId]),
    /** A write to something else has changed these products, such as the deletion of their type. */
    noteAlong(ecwidIds: ReadonlySet<number>): void {
      note(ecwidIds)
      for (const id of ecwidIds) alongWith.set(id, (alongWith.get(id) ?? 0) + 1)
    },
    /** How often that has happened to a product: a read from before the last time tells an older state. */
    alongOf: (ecwidId: number): number => alongWith.get(ecwidId) ?? 0,
    /** Ecwid ids written to since then (UNIX ms of this device). */
    since: (at: number): Set<number> => new Set([...writtenAt].flatMap(([id, written]) => (written >= at ? [id] : []))),
  }
}
export type RecentWrites = ReturnType<typeof createRecentWrites>
