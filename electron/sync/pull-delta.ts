import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import { pageLimit } from '../ecwid/pages'
import type { RecentWrites } from './recent-writes'
import { takeIn, takeInFresh, takeOut } from './take-in'

/** The store's search index lags behind its writes, and its times have whole seconds: read again what is this close. */
export const overlapMs = 120_000

type Parts = {
  catalogue: Catalogue
  ecwid: Ecwid
  signal: AbortSignal
  now: () => number
  writes: Pick<RecentWrites, 'since'>
  onChanged: (productIds: number[]) => void
}

/** Products changed and deleted since `watermark` (the store's clock, UNIX ms). Returns the next watermark. */
export async function pullDelta(parts: Parts, watermark: number): Promise<number> {
  const { catalogue, ecwid, signal, now, writes, onChanged } = parts
  const from = watermark - overlapMs
  // Known before the pages are read: the search lists a deleted product for a while, and it must not come back for that time.
  const deleted = (await ecwid.listDeleted(from, { signal })).items.map(({ id }) => id)
  const stale = (askedAt: number) => new Set([...deleted, ...writes.since(askedAt)])
  let next = watermark
  for (let offset = 0; ;) {
    const query = { updatedFrom: Math.floor(from / 1000), sortBy: 'UPDATED_TIME_ASC', offset, limit: pageLimit }
    const askedAt = now()
    const page = await ecwid.searchProducts(query, { signal })
    if (offset === 0 && page.serverTime !== null) next = page.serverTime
    const { changed, doubtful } = takeIn(catalogue, page.items, stale(askedAt))
    onChanged(changed)
    if (doubtful.length > 0) await readAgain(parts, doubtful)
    offset += page.count
    if (page.count < page.limit) break
  }
  onChanged(takeOut(catalogue, deleted, now()))
  return next
}

async function readAgain({ catalogue, ecwid, signal, now, writes, onChanged }: Parts, ids: number[]): Promise<void> {
  const askedAt = now()
  const products = await ecwid.getProducts(ids, { signal })
  onChanged(takeInFresh(catalogue, products, writes.since(askedAt)))
}

/**
 * Compares ids and update times of the whole store with the local copy: heals what a delta cannot know. Bodies only where
 * needed. Returns when it began by the store's clock, UNIX ms.
 */
export async function reconcile(parts: Parts): Promise<number | null> {
  const { catalogue, ecwid, signal, now, writes, onChanged } = parts
  let startedAt: number | null = null
  const versions = new Map<number, number>()
  const responseFields = 'total,count,offset,limit,items(id,updateTimestamp)'
  for (let offset = 0; ;) {
    const page = await ecwid.searchProducts(
      { sortBy: 'ADDED_TIME_ASC', offset, limit: pageLimit, responseFields },
      { signal },
    )
    startedAt ??= page.serverTime
    for (const { product } of page.items) versions.set(product.id, product.updateTimestamp ?? 0)
    offset += page.count
    if (page.count < page.limit) break
  }
  const known = catalogue.products.remoteVersions()
  const stale = [...versions].flatMap(([id, at]) => ((known.get(id)?.updateTimestamp ?? -1) < at ? [id] : []))
  // A search may not list the newest products yet: what it does not name is asked for by id before it is believed gone.
  const missing = [...known.keys()].filter((id) => !versions.has(id))
  const askedAt = now()
  const fresh = await ecwid.getProducts([...stale, ...missing], { signal })
  const readable = fresh.filter(({ product }) => product.name !== undefined || product.sku !== undefined)
  onChanged(takeInFresh(catalogue, readable, writes.since(askedAt)))
  const found = new Set(readable.map(({ product }) => product.id))
  onChanged(
    takeOut(
      catalogue,
      missing.filter((id) => !found.has(id)),
      now(),
    ),
  )
  return startedAt
}
