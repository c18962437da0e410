import { openReadable, type ReadableCatalogue } from '../catalogue/readable-catalogue'
import { AppError } from '../shared/errors'
import type { ReaderHostSide, ReaderSide } from '../shared/engine-contract'
import { once } from '../shared/once'
import { createStoreReads } from '../sync/store-reads'
import { errorText } from '../wire/error-text'
import { checked } from '../wire/handle'
import { hearing, type Answers, type Hear, type Wire } from '../wire/wire'

const warmUpEveryMs = 50

type Reads = ReturnType<typeof createStoreReads>
/** An open store, and what is asked of all of its tables, which nobody waits for at the start. */
type OpenStore = { store: ReadableCatalogue; reads: () => Reads }

/** What is read of the stores that are open, apart from the engine, so that nobody waits while that writes. */
export function createReader(host: Wire<ReaderHostSide>): {
  answers: Answers<ReaderSide['calls']>
  hear: Hear<ReaderSide['news']>
} {
  const stores = new Map<string, OpenStore>()
  const tell = (level: 'info' | 'error') => (text: string) => host.tell('log', { level, text })
  const logError = (context: string, error: unknown) => tell('error')(`${context} in the reader\n${errorText(error)}`)

  function openStore(connectionId: string): OpenStore {
    const open = stores.get(connectionId)
    if (!open) throw new AppError('not-found', 'This store is not open.')
    return open
  }
  const of = (connectionId: string): ReadableCatalogue => openStore(connectionId).store
  const readsOf = (connectionId: string): Reads => openStore(connectionId).reads()
  /** All of it as it is now, with what was saved a moment ago. */
  const now = <T>(connectionId: string, read: (reads: Reads) => T): T =>
    of(connectionId)
      .whole()
      .moment(() => read(readsOf(connectionId)))

  function close(connectionId: string): void {
    stores.get(connectionId)?.store.close()
    stores.delete(connectionId)
  }

  function open(connectionId: string, file: string): void {
    close(connectionId)
    try {
      const store = openReadable(file, tell('info'))
      stores.set(connectionId, { store, reads: once(() => createStoreReads(store.whole())) })
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
      if (stores.get(connectionId)?.store !== store) return
      next()
      warmUp(store, connectionId, rest)
    }, warmUpEveryMs)
  }

  return {
    answers: checked(
      {
        'catalogue.search': ({ connectionId, query, offset, limit, meant }) =>
          of(connectionId).search(query, offset, limit, meant),
        'catalogue.variationCounts': ({ connectionId, query }) => of(connectionId).variationCounts(query),
        'catalogue.facets': ({ connectionId }) => of(connectionId).facets(),
        'catalogue.categoryCounts': ({ connectionId }) => of(connectionId).categoryCounts(),
        'catalogue.owner': ({ connectionId, ...query }) => of(connectionId).owner(query),
        'catalogue.sheetRows': ({ connectionId, productIds, ...asked }) =>
          now(connectionId, (reads) => reads.sheetRows(productIds, asked)),
        'catalogue.rowsThatMayShow': ({ connectionId, ...asked }) =>
          now(connectionId, (reads) => reads.rowsThatMayShow(asked)),
        'catalogue.typeTally': ({ connectionId, id }) => readsOf(connectionId).typeTally(id),
        'catalogue.named': ({ connectionId, references }) => now(connectionId, (reads) => reads.named(references)),
        'catalogue.takenSkus': ({ connectionId, skus, exceptProductId }) =>
          now(connectionId, (reads) => reads.takenSkus(skus, exceptProductId)),
        'changes.list': ({ connectionId, ...query }) => now(connectionId, (reads) => reads.changeSets(query)),
        'changes.ofSet': ({ connectionId, ...query }) => now(connectionId, (reads) => reads.changesOfSet(query)),
        'changes.history': ({ connectionId, ...query }) => now(connectionId, (reads) => reads.history(query)),
        'changes.conflicts': ({ connectionId, ...query }) => now(connectionId, (reads) => reads.conflicts(query)),
        'changes.previewRevert': ({ connectionId, ...page }) => now(connectionId, (reads) => reads.previewRevert(page)),
        'changes.tallyRevert': ({ connectionId, changeSetId }) => readsOf(connectionId).tallyRevert(changeSetId),
        'bulk.page': ({ connectionId, proposalId, view, ...page }) =>
          of(connectionId).reviewPage(proposalId, { ...view, ...page }),
        'bulk.fields': ({ connectionId, proposalId, view }) => of(connectionId).reviewFields(proposalId, view),
      },
      logError,
    ),
    hear: hearing<ReaderSide['news']>({
      opened: ({ connectionId, file }) => open(connectionId, file),
      closed: ({ connectionId }) => close(connectionId),
      written: ({ connectionId, news }) => stores.get(connectionId)?.store.hear(news),
    }),
  }
}
