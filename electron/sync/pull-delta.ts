import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import { pageLimit } from '../ecwid/pages'
import { together, type Unread } from '../ecwid/unread'
import { forgetPassedOver, passedOverIn } from './passed-over'
import type { RecentWrites } from './recent-writes'
import { namelessIn, noteUnread } from './set-aside'
import { takeIn, takeInFresh, takeOut } from './take-in'

/** The store's search index lags behind its writes, and its times have whole seconds: read again what is this close. */
export const overlapMs = 120_000

export type PullParts = {
  catalogue: Catalogue
  ecwid: Ecwid
  signal: AbortSignal
  now: () => number
  writes: Pick<RecentWrites, 'since'>
  onChanged: (productIds: number[]) => void
}

/** Products changed and deleted since `watermark` (the store's clock, UNIX ms). Returns the next watermark. */
export async function pullDelta(parts: PullParts, watermark: number): Promise<number> {
  const { catalogue, ecwid, signal, now, writes, onChanged } = parts
  const from = watermark - overlapMs
  // Known before the pages are read: the search lists a deleted product for a while, and it must not come back for that time.
  const deleted = new Set((await ecwid.listDeleted(from, { signal })).items.map(({ id }) => id))
  const unread: Unread[] = []
  let next = watermark
  for (let offset = 0; ;) {
    const query = { updatedFrom: Math.floor(from / 1000), sortBy: 'UPDATED_TIME_ASC', offset, limit: pageLimit }
    const askedAt = now()
    const page = await ecwid.searchProducts(query, { signal })
    if (offset === 0 && page.serverTime !== null) next = page.serverTime
    const there = page.items.filter(({ product }) => !deleted.has(product.id))
    const { changed, doubtful } = takeIn(catalogue, there, writes.since(askedAt))
    onChanged(changed)
    if (doubtful.length > 0) await readAgain(parts, doubtful)
    unread.push(page.unread)
    offset += page.count
    if (page.count < page.limit) break
  }
  const { ids, nameless } = together(unread)
  // Those of the last delta may be among these, and a comparison of everything counts them anew.
  noteUnread(catalogue, ids, Math.max(nameless, namelessIn(catalogue)))
  onChanged(takeOut(catalogue, [...deleted], now()))
  return next
}

/** What earlier answers were not used of, because it was written to meanwhile. */
export async function readPassedOver(parts: PullParts): Promise<void> {
  const ids = passedOverIn(parts.catalogue)
  for (let from = 0; from < ids.length; from += pageLimit) await readAgain(parts, ids.slice(from, from + pageLimit))
}

async function readAgain(
  { catalogue, ecwid, signal, now, writes, onChanged }: PullParts,
  ids: number[],
): Promise<void> {
  const askedAt = now()
  const { items, unread } = await ecwid.getProducts(ids, { signal })
  const changed = catalogue.repeatable(() => {
    forgetPassedOver(catalogue, ids)
    noteUnread(catalogue, unread.ids, namelessIn(catalogue))
    return takeInFresh(catalogue, items, writes.since(askedAt))
  })
  onChanged(changed)
}
