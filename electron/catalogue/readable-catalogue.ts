import { once } from '../shared/once'
import type { WrittenNews } from '../shared/written'
import { createCatalogue, type Catalogue } from './catalogue'
import { createCategoryCounts } from './category-counts'
import { openDatabase } from './database'
import { createFacetsTable } from './facets-table'
import { createOwners } from './owners'
import { createProposedEditPages } from './proposed-edit-pages'
import { createProposedSame } from './proposed-same'
import { createRevisions } from './revisions'
import { createProductSearch } from './search/product-search'
import { createWrittenNotes } from './written-notes'

export type ReadableCatalogue = ReturnType<typeof openReadable>

/**
 * The searches of a local copy that somebody else writes, on a connection of its own that cannot write. WAL lets it read while
 * the other writes; what it remembers is as old as the last news it heard.
 */
export function openReadable(file: string, log: (message: string) => void) {
  const db = openDatabase(file, log)
  const revisions = createRevisions()
  const search = createProductSearch(db, revisions)
  const facets = createFacetsTable(db, revisions)
  const owner = createOwners(db)
  const categoryCounts = createCategoryCounts(db)
  // Nobody waits for these at the start.
  const review = once(() => createProposedEditPages(db, createProposedSame(db)))
  const whole = once(() => createCatalogue(db, { notes: createWrittenNotes(() => {}), revisions, search }))
  const moment = <T>(read: () => T): T =>
    db.snapshot(() => {
      whole().forget()
      return read()
    })
  // Last, because the search makes a table in memory. libsql takes no option for it.
  db.exec('PRAGMA query_only = ON')

  return {
    search: (...query: Parameters<typeof search.search>) => db.snapshot(() => search.search(...query)),
    variationCounts: (...query: Parameters<typeof search.variationCounts>) =>
      db.snapshot(() => search.variationCounts(...query)),
    facets: () => db.snapshot(facets.list),
    categoryCounts: () => db.snapshot(categoryCounts),
    owner: (...query: Parameters<typeof owner>) => db.snapshot(() => owner(...query)),
    /** These remember nothing: what is on disk is in them. */
    reviewPage: (...query: Parameters<ReturnType<typeof review>['page']>) => db.snapshot(() => review().page(...query)),
    reviewFields: (...query: Parameters<ReturnType<typeof review>['fields']>) =>
      db.snapshot(() => review().fields(...query)),
    /** All of it, to be read a moment at a time: what is on disk then. */
    whole: (): Catalogue => ({ ...whole(), moment }),
    warmUps: search.warmUps,
    /** Hearing the same twice changes nothing, and neither does reading what news are still to come of. */
    hear(news: WrittenNews): void {
      if (news === 'anything') {
        revisions.bumpAll()
        search.forget()
        return
      }
      revisions.bump(...news.topics)
      for (const [id, place] of news.places) search.onPlace(id, place)
      for (const [id, lines] of news.skus) search.onSkus(id, lines)
      for (const [id, words] of news.words) search.onWords(id, words)
    },
    close: db.close,
  }
}
