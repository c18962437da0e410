import { openReadable, type ReadableCatalogue } from '../catalogue/readable-catalogue'
import { AppError } from '../shared/errors'
import type { ReaderHostSide, ReaderSide } from '../shared/engine-contract'
import { errorText } from '../wire/error-text'
import { checked } from '../wire/handle'
import { hearing, type Answers, type Hear, type Wire } from '../wire/wire'

const warmUpEveryMs = 50

/** Searches in the stores that are open, apart from the engine, so that none waits while that writes. */
export function createReader(host: Wire<ReaderHostSide>): {
  answers: Answers<ReaderSide['calls']>
  hear: Hear<ReaderSide['news']>
} {
  const stores = new Map<string, ReadableCatalogue>()
  const tell = (level: 'info' | 'error') => (text: string) => host.tell('log', { level, text })
  const logError = (context: string, error: unknown) => tell('error')(`${context} in the reader\n${errorText(error)}`)

  function of(connectionId: string): ReadableCatalogue {
    const store = stores.get(connectionId)
    if (!store) throw new AppError('not-found', 'This store is not open.')
    return store
  }

  function close(connectionId: string): void {
    stores.get(connectionId)?.close()
    stores.delete(connectionId)
  }

  function open(connectionId: string, file: string): void {
    close(connectionId)
    try {
      const store = openReadable(file, tell('info'))
      stores.set(connectionId, store)
      warmUp(store, connectionId, store.warmUps())
    } catch (error) {
      // The engine answers in its place.
      logError('open', error)
    }
  }

  /** Reads ahead what the first search needs, a little at a time, so that the first letter does not wait. */
  function warmUp(store: ReadableCatalogue, connectionId: string, [next, ...rest]: (() => void)[]): void {
    if (!next) return
    setTimeout(() => {
      if (stores.get(connectionId) !== store) return
      next()
      warmUp(store, connectionId, rest)
    }, warmUpEveryMs)
  }

  return {
    answers: checked(
      {
        'catalogue.search': ({ connectionId, query, offset, limit }) => of(connectionId).search(query, offset, limit),
        'catalogue.variationCounts': ({ connectionId, query }) => of(connectionId).variationCounts(query),
        'catalogue.facets': ({ connectionId }) => of(connectionId).facets(),
        'catalogue.categoryCounts': ({ connectionId }) => of(connectionId).categoryCounts(),
        'catalogue.owner': ({ connectionId, ...query }) => of(connectionId).owner(query),
      },
      logError,
    ),
    hear: hearing<ReaderSide['news']>({
      opened: ({ connectionId, file }) => open(connectionId, file),
      closed: ({ connectionId }) => close(connectionId),
      written: ({ connectionId, news }) => stores.get(connectionId)?.hear(news),
    }),
  }
}
