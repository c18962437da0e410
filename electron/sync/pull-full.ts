import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { pageLimit } from '../ecwid/pages'
import type { Ecwid } from '../ecwid/ecwid'
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
  onPage: (progress: PullProgress, changed: number[]) => void
}

/**
 * Reads the whole catalogue, oldest product first: that order does not move when products are edited meanwhile. Returns when
 * it began by the store's clock; whatever changed since is the first delta's work.
 */
export async function pullAll({ catalogue, ecwid, signal, now, onPage }: Parts): Promise<number> {
  let progress = readPullProgress(catalogue)
  const read = (offset: number) => {
    const page = ecwid.searchProducts({ sortBy: 'ADDED_TIME_ASC', offset, limit: pageLimit }, { signal })
    // A later page may fail while an earlier one is still being written; it is looked at when its turn comes.
    page.catch(() => {})
    return page
  }
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
    const startedAt = progress?.startedAt ?? page.serverTime ?? now()
    progress = { offset: Math.min(offset + page.count, page.total), total: page.total, startedAt }
    const { changed } = catalogue.transaction(() => {
      catalogue.meta.set('fullPull', progress)
      return takeIn(catalogue, page.items)
    })
    onPage(progress, changed)
    if (page.count < page.limit) break
    // Between two pages the window gets its turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return progress?.startedAt ?? now()
}
