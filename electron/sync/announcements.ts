import type { Catalogue } from '../catalogue/catalogue'
import type { Events } from '../shared/contract'

type Parts = {
  catalogue: Pick<Catalogue, 'pictureJobs'>
  now: () => number
  /** A system notification. A click opens the report of the upload it is about. */
  announce: (sentence: string, upload?: Events['pictureJobs.show']) => void
}

/** An upload and the queue that it filled end at the same time: so close together they are one. */
const togetherMs = 1000

/** What is told to a person who is elsewhere. An upload tells its end itself; the queue it filled says nothing besides. */
export function createAnnouncements({ catalogue, now, announce }: Parts) {
  let uploadEndedAt = -Infinity
  const isOfUpload = () =>
    now() - uploadEndedAt < togetherMs ||
    catalogue.pictureJobs.unfinished().some(({ state }) => state === 'preparing' || state === 'uploading')
  return {
    ofStore: (sentence: string, work: 'pull' | 'queue'): void => {
      if (work === 'pull' || !isOfUpload()) announce(sentence)
    },
    ofUpload: (sentence: string, upload: Events['pictureJobs.show']): void => {
      uploadEndedAt = now()
      announce(sentence, upload)
    },
  }
}
