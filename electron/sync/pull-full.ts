import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { pageLimit } from '../ecwid/pages'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreProduct } from '../ecwid/store-product'
import type { RecentWrites } from './recent-writes'
import { namelessIn, noteUnread } from './set-aside'
import { takeIn } from './take-in'

/** How far a full pull got, kept so that it resumes where it was. `startedAt`: the store's clock, UNIX ms. */
const progressSchema = z.object({ offset: z.number(), total: z.number(), startedAt: z.number() })
export type PullProgress = z.infer<typeof progressSchema>

/** Pages asked for at once: one is on the wire while another is written. */
const pagesAhead = 3

export const readPullProgress = (catalogue: Catalogue): PullProgress | undefined =>
  catalogue.meta.get('fullPull', progressSchema)

type Parts = {
  catalogue: Catalogue
  ecwid: Ecwid
  signal: AbortSignal
  now: () => number
  writes: Pick<RecentWrites, 'since'>
  onPage: (progress: PullProgress, changed: number[]) => void
}

/**
 * Reads the whole catalogue, oldest product first: that order does not move when products are edited meanwhile. Returns when
 * it began by the store's clock; whatever changed since is the first delta's work.
 */
export async function pullAll({ catalogue, ecwid, signal, now, writes, onPage }: Parts): Promise<number> {
  let progress = readPullProgress(catalogue)
  const read = (offset: number) => {
    const askedAt = now()
    const query = { sortBy: 'ADDED_TIME_ASC', offset, limit: pageLimit }
    const page = ecwid.searchProducts(query, { signal }).then((answer) => ({ ...answer, askedAt }))
    // A later page may fail while an earlier one is still being written; it is looked at when its turn comes.
    page.catch(() => {})
    return page
  }
  const takePageIn = createPageWriter(catalogue, now)
  const ahead = new Map<number, ReturnType<typeof read>>()
  for (let offset = progress?.offset ?? 0; ; offset += pageLimit) {
    for (let next = offset; next < offset + pagesAhead * pageLimit; next += pageLimit) {
      const mayExist = progress === undefined ? next === offset : next === offset || next < progress.total
      if (mayExist && !ahead.has(next)) ahead.set(next, read(next))
    }
    const page = await ahead.get(offset)
    ahead.delete(offset)
    signal.throwIfAborted()
    if (!page) break
    const { ids, nameless } = page.unread
    const namelessBefore = progress ? namelessIn(catalogue) : 0
    const startedAt = progress?.startedAt ?? page.serverTime ?? now()
    progress = { offset: Math.min(offset + page.count, page.total), total: page.total, startedAt }
    const reached = progress
    const passOver = () => writes.since(page.askedAt)
    const noteDone = () => {
      catalogue.meta.set('fullPull', reached)
      noteUnread(catalogue, ids, namelessBefore + nameless)
    }
    onPage(reached, await takePageIn(page.items, passOver, noteDone))
    if (page.count < page.limit) break
  }
  return progress?.startedAt ?? now()
}

/** As long as a search may wait for its turn while the catalogue fills. */
const turnMs = 40

/** Writes pages in slices that take about a turn each; after each slice the window has its turn. */
function createPageWriter(catalogue: Catalogue, now: () => number) {
  let sliceSize = 25
  return async (
    products: readonly StoreProduct[],
    passOver: () => ReadonlySet<number>,
    noteDone: () => void,
  ): Promise<number[]> => {
    const changed: number[] = []
    let at = 0
    do {
      const slice = products.slice(at, at + sliceSize)
      at += slice.length
      const began = now()
      catalogue.repeatable(() => {
        changed.push(...takeIn(catalogue, slice, passOver()).changed)
        if (at >= products.length) noteDone()
      })
      const took = Math.max(1, now() - began)
      sliceSize = Math.min(pageLimit, Math.max(25, Math.round((slice.length * turnMs) / took)))
      await new Promise((resolve) => setImmediate(resolve))
    } while (at < products.length)
    return changed
  }
}
