import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreStats } from '../ecwid/stats'
import { AppError, toErrorInfo } from '../shared/errors'
import { initialSyncStatus, type SyncStatus } from '../shared/store'
import { readShowAgain } from './attribute-show'
import { pullCategories, wereCategoriesRead } from './pull-categories'
import { overlapMs, pullDelta, readPassedOver, type PullParts } from './pull-delta'
import { pullAll, readPullProgress } from './pull-full'
import { createRate } from '../shared/rate'
import { pullStore } from './pull-store'
import { reconcile } from './reconcile'
import type { RecentWrites } from './recent-writes'
import { countSetAside } from './set-aside'

/** A gap in the deltas this long leads to a comparison of everything: the store's deletion log is not kept for ever. */
const reconcileAfterMs = 24 * 3_600_000
/** After a gap this long the comparison comes first, and no delta is asked to bridge it. */
const longGapMs = 30 * reconcileAfterMs

type Parts = {
  catalogue: Catalogue
  ecwid: Ecwid
  now: () => number
  writes: Pick<RecentWrites, 'since'>
  onStatus: (status: SyncStatus) => void
  onChanged: (productIds: number[] | null) => void
  /** Profile, categories or product types changed. */
  onStoreChanged: () => void
  onFirstPull: (products: number) => void
  logError: (context: string, error: unknown) => void
}

/** Keeps the local copy of one store fresh: everything at first, then deltas. One pull runs at a time. */
export function createPull(parts: Parts) {
  const { catalogue, ecwid, now, writes, onStatus, onChanged, onStoreChanged, logError } = parts
  let status = restoredStatus(catalogue)
  let running: { abort: AbortController; done: Promise<void> } | null = null

  function setStatus(patch: Partial<SyncStatus>): void {
    status = { ...status, ...patch }
    onStatus(status)
  }

  const notify = (productIds: number[]) => {
    if (productIds.length > 0) onChanged(productIds)
  }

  async function pullOnce(signal: AbortSignal): Promise<void> {
    const stats = await ecwid.getStats({ signal })
    const pulling = { catalogue, ecwid, signal, now, writes, onChanged: notify }
    // The first products are to be found by category.
    const areNew = !wereCategoriesRead(catalogue) && (await pullCategories(pulling, stats))
    if ((await pullStore(pulling, stats)) || areNew) onStoreChanged()
    const watermark = catalogue.meta.get('watermark', z.number())
    if (watermark === undefined) return firstPull(pulling)
    await pullChanges(pulling, stats, watermark)
    if (await pullCategories(pulling, stats)) onStoreChanged()
  }

  async function pullChanges(pulling: PullParts, stats: StoreStats, since: number): Promise<void> {
    let watermark = since
    await readShowAgain(pulling)
    await readPassedOver(pulling)
    const isLongAgo = Math.abs((stats.serverTime ?? now()) - watermark) > longGapMs
    if (isLongAgo) {
      watermark = (await reconcile(pulling)) ?? watermark
      catalogue.meta.set('reconciledAt', now())
    }
    const countedBefore = catalogue.meta.get('productCount', z.number())
    const next = hasNews(stats, watermark, countedBefore)
      ? await pullDelta(pulling, watermark)
      : (stats.serverTime ?? watermark)
    const reconciledAt = catalogue.meta.get('reconciledAt', z.number()) ?? 0
    // A clock that was put back must not put this off.
    if (Math.abs(now() - reconciledAt) > reconcileAfterMs) {
      await reconcile(pulling)
      catalogue.meta.set('reconciledAt', now())
    }
    catalogue.meta.set('watermark', next)
    catalogue.meta.set('productCount', stats.productCount ?? -1)
  }

  async function firstPull(pulling: PullParts): Promise<void> {
    const rate = createRate(now)
    const { startedAt, seen } = await readEverything(pulling.signal, (done, total) => {
      const perSecond = rate.note(done)
      const secondsLeft = perSecond ? Math.ceil((total - done) / perSecond) : null
      setStatus({ done, total, rate: perSecond === null ? null : Math.round(perSecond), secondsLeft })
    })
    const next = await pullDelta(pulling, startedAt)
    // A product deleted while the pages were read moves the others up, and one of them may have slipped through.
    const stats = await ecwid.getStats({ signal: pulling.signal })
    if (stats.productCount !== null && stats.productCount !== seen) await reconcile(pulling)
    await readShowAgain(pulling)
    catalogue.transaction(() => {
      catalogue.meta.set('watermark', next)
      catalogue.meta.set('reconciledAt', now())
      catalogue.meta.remove('fullPull')
    })
    parts.onFirstPull(catalogue.products.count())
  }

  async function readEverything(signal: AbortSignal, onProgress: (done: number, total: number) => void) {
    let seen = readPullProgress(catalogue)?.offset ?? 0
    const startedAt = await pullAll({
      catalogue,
      ecwid,
      signal,
      now,
      writes,
      onPage({ offset, total }, changed) {
        seen = offset
        onProgress(offset, total)
        // A page holds more rows than are worth naming.
        if (changed.length > 0) onChanged(null)
      },
    })
    return { startedAt, seen }
  }

  async function run(signal: AbortSignal): Promise<void> {
    setStatus({ phase: 'pulling', problem: null })
    try {
      await pullOnce(signal)
      const syncedAt = now()
      catalogue.meta.set('syncedAt', syncedAt)
      const setAside = countSetAside(catalogue)
      setStatus({ phase: 'idle', syncedAt, rate: null, secondsLeft: null, setAside, problem: null })
    } catch (error) {
      if (signal.aborted) return setStatus({ phase: 'paused', rate: null, secondsLeft: null })
      const { code, message } = toErrorInfo(error)
      if (code === 'internal') logError('pull', error)
      setStatus({ phase: 'failed', problem: { code, message }, rate: null, secondsLeft: null })
    }
  }

  return {
    status: (): SyncStatus => status,
    setWaiting: (waitingUntil: number | null): void => setStatus({ waitingUntil }),
    /** Starts a pull, or joins the one that runs. Failures are in the status; it never throws. */
    pull(): Promise<void> {
      if (!running) {
        const abort = new AbortController()
        const done = run(abort.signal).finally(() => {
          running = null
        })
        running = { abort, done }
      }
      return running.done
    },
    /** Stops after the page being read; a later pull goes on from there. */
    async pause(): Promise<void> {
      running?.abort.abort(new AppError('cancelled', 'Paused.'))
      await running?.done
    },
  }
}
export type Pull = ReturnType<typeof createPull>

/**
 * False: no product was changed since the last pull, nor so shortly before it that it may have been missed. Nobody promises
 * that a deletion moves the store's time of change, so the count must be the same too.
 */
function hasNews({ productsUpdated, productCount }: StoreStats, watermark: number, countedBefore?: number): boolean {
  if (productsUpdated === null || productCount === null || productCount !== countedBefore) return true
  return productsUpdated > watermark - overlapMs
}

function restoredStatus(catalogue: Catalogue): SyncStatus {
  const syncedAt = catalogue.meta.get('syncedAt', z.number()) ?? null
  const progress = readPullProgress(catalogue)
  if (progress) return { ...initialSyncStatus, phase: 'paused', done: progress.offset, total: progress.total }
  const setAside = countSetAside(catalogue)
  return { ...initialSyncStatus, phase: syncedAt === null ? 'never' : 'idle', syncedAt, setAside }
}
