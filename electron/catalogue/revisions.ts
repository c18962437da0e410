import { revisionTopics, type RevisionTopic } from '../shared/written'

export type Revisions = ReturnType<typeof createRevisions>

/**
 * Counts the writes to each thing that searches remember results of, so that a remembered one is known to be still true.
 * `onBump` hears of each of them.
 */
export function createRevisions(onBump: (topics: readonly RevisionTopic[]) => void = () => {}) {
  const counts = new Map<RevisionTopic, number>()
  let total = 0
  return {
    bump(...topics: RevisionTopic[]) {
      total += 1
      for (const topic of topics) counts.set(topic, total)
      onBump(topics)
    },
    /** Forget everything: after a rollback. */
    bumpAll() {
      total += 1
      for (const topic of revisionTopics) counts.set(topic, total)
    },
    /** Changes when any of the topics did; without topics, when anything did. */
    of: (topics?: readonly RevisionTopic[]): number =>
      topics === undefined ? total : topics.reduce((latest, topic) => Math.max(latest, counts.get(topic) ?? 0), 0),
  }
}
