import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import { pageLimit } from '../ecwid/pages'
import { takeIn, takeInFresh, takeOut } from './take-in'

/** The store's search index lags behind its writes, and its times have whole seconds: read again what is this close. */
export const overlapMs = 120_000

type Parts = {
  catalogue: Catalogue
  ecwid: Ecwid
  signal: AbortSignal
  now: () => number
  onChanged: (productIds: number[]) => void
}

/** Products changed and deleted since `watermark` (the store's clock, UNIX ms). Returns the next watermark. */
export async function pullDelta(
  { catalogue, ecwid, signal, now, onChanged }: Parts,
  watermark: number,
): Promise<number> {
  const from = watermark - overlapMs
  let next = watermark
  for (let offset = 0; ;) {
    const query = { updatedFrom: Math.floor(from / 1000), sortBy: 'UPDATED_TIME_ASC', offset, limit: pageLimit }
    const page = await ecwid.searchProducts(query, { signal })
    if (offset === 0 && page.serverTime !== null) next = page.serverTime
    const { changed, doubtful } = takeIn(catalogue, page.items)
    onChanged(changed)
    if (doubtful.length > 0) onChanged(takeInFresh(catalogue, await ecwid.getProducts(doubtful, { signal })))
    offset += page.count
    if (page.count < page.limit) break
  }
  const deleted = await ecwid.listDeleted(from, { signal })
  onChanged(
    takeOut(
      catalogue,
      deleted.items.map(({ id }) => id),
      now(),
    ),
  )
  return next
}

/** Compares ids and update times of the whole store with the local copy: heals what a delta cannot know. Bodies only where needed. */
export async function reconcile({ catalogue, ecwid, signal, now, onChanged }: Parts): Promise<void> {
  const versions = new Map<number, number>()
  const responseFields = 'total,count,offset,limit,items(id,updateTimestamp)'
  for (let offset = 0; ;) {
    const page = await ecwid.searchProducts(
      { sortBy: 'ADDED_TIME_ASC', offset, limit: pageLimit, responseFields },
      { signal },
    )
    for (const { product } of page.items) versions.set(product.id, product.updateTimestamp ?? 0)
    offset += page.count
    if (page.count < page.limit) break
  }
  const known = catalogue.products.remoteVersions()
  const stale = [...versions].flatMap(([id, at]) => ((known.get(id)?.updateTimestamp ?? -1) < at ? [id] : []))
  // A search may not list the newest products yet: what it does not name is asked for by id before it is believed gone.
  const missing = [...known.keys()].filter((id) => !versions.has(id))
  const fresh = await ecwid.getProducts([...stale, ...missing], { signal })
  const readable = fresh.filter(({ product }) => product.name !== undefined || product.sku !== undefined)
  onChanged(takeInFresh(catalogue, readable))
  const found = new Set(readable.map(({ product }) => product.id))
  onChanged(
    takeOut(
      catalogue,
      missing.filter((id) => !found.has(id)),
      now(),
    ),
  )
}
