import type { RevisionTopic } from '../../shared/written'
import type { Revisions } from '../revisions'

export type Memory = ReturnType<typeof createMemory>

/** Remembers results as long as nothing they were made from has been written since; the longest unused one goes first. */
export function createMemory(revisions: Revisions, capacity: number) {
  const entries = new Map<string, { revision: number; value: unknown }>()
  return {
    has: (key: string, topics?: readonly RevisionTopic[]): boolean =>
      entries.get(key)?.revision === revisions.of(topics),
    /** One key must always be made by the same kind of `make`. Without topics, any write makes the result old. */
    of<T>(key: string, topics: readonly RevisionTopic[] | undefined, make: () => T): T {
      const revision = revisions.of(topics)
      const known = entries.get(key)
      entries.delete(key)
      // The key says what kind of value it is: see above.
      const value = known?.revision === revision ? (known.value as T) : make()
      entries.set(key, { revision, value })
      if (entries.size > capacity) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      return value
    },
  }
}
