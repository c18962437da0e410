import type { RevisionTopic, Written, WrittenNews } from '../shared/written'

/**
 * Notes what a turn writes, and tells it when the turn is over. Transactions are synchronous, so they are over by then as
 * well, and whoever asked for them has no answer yet.
 */
export function createWrittenNotes(tell: (news: WrittenNews) => void) {
  let noted: WrittenNews | null = null

  function note(change: (written: Written) => void): void {
    if (noted === null) queueMicrotask(flush)
    noted ??= { topics: [], places: [], skus: [], words: [] }
    if (noted !== 'anything') change(noted)
  }

  function flush(): void {
    const news = noted
    noted = null
    if (news === null) return
    tell(news === 'anything' ? news : { ...news, topics: [...new Set(news.topics)] })
  }

  return {
    topics: (topics: readonly RevisionTopic[]): void => note((written) => void written.topics.push(...topics)),
    place: (id: number, place: number | null): void => note((written) => void written.places.push([id, place])),
    skus: (id: number, lines: readonly string[]): void => note((written) => void written.skus.push([id, lines])),
    words: (id: number, words: string): void => note((written) => void written.words.push([id, words])),
    /** After a rollback, which makes what was noted before it untrue. */
    anything(): void {
      note(() => {})
      noted = 'anything'
    },
  }
}
