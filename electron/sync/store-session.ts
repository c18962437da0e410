import type { Catalogue } from '../catalogue/catalogue'
import { deleteRestMs } from '../changes/write-set'
import { createChanges } from '../changes/changes'
import { holdAll, isAllHeld, isHeldByOwner } from '../changes/hold'
import { productDetail } from '../changes/product-detail'
import { currentProduct } from '../changes/reindex'
import { putShelfDraft, shelfDrafts } from '../changes/shelf-drafts'
import { isShelf } from '../changes/reindex-thing'
import { reindexWhatIsOld } from '../changes/reindex-what-is-old'
import type { Part } from '../changes/revert'
import type { Undone } from '../changes/revert-in-parts'
import type { Ecwid } from '../ecwid/ecwid'
import type { KeepCopy } from '../pictures/keep-copy'
import type { ChangesSummary } from '../shared/change'
import type { FileSaving, UploadProgress } from '../shared/transfers'
import type { RemovalPreview } from '../shared/connection'
import type { AsSent, Events } from '../shared/contract'
import { AppError } from '../shared/errors'
import { newDefaultsSchema, type NewDefaults } from '../shared/new-defaults'
import type { ProductDetail } from '../shared/product'
import type { StoreSnapshot } from '../shared/store'
import { createArrivals } from './arrivals'
import { withKeptPictures } from './kept-pictures'
import { createLongQueue } from './long-queue'
import type { PushParts } from './product-push'
import { createPull } from './pull'
import { readProfile } from './pull-store'
import { createPush } from './push'
import { createRecentWrites } from './recent-writes'
import { removalPreview } from './removal-preview'
import { createSavings } from './savings'
import { createSchedule, type After } from './schedule'
import { createStoreReads } from './store-reads'

/** What a store tells the rest of the engine. */
type StoreEvents = {
  onSync: (sync: StoreSnapshot['sync']) => void
  onStore: (snapshot: AsSent<StoreSnapshot>) => void
  onCatalogue: (news: AsSent<Events['catalogue.changed']>) => void
  onChanges: (summary: ChangesSummary) => void
  onUploads: (uploads: UploadProgress[]) => void
  onSavings: (savings: FileSaving[]) => void
  onMissingScope: (scope: string) => void
  /** Long work ended: a first pull, or a queue of many changes. */
  onFinished: (sentence: string, work: 'pull' | 'queue') => void
}

type Parts = StoreEvents & {
  connectionId: string
  catalogue: Catalogue
  ecwid: Ecwid
  canWrite: () => boolean
  bytesOf: (hash: string) => Promise<Uint8Array>
  fileOf: PushParts['fileOf']
  stageFile: PushParts['stageFile']
  keepCopy: KeepCopy
  untilSnapshot?: (thingId: number) => Promise<void>
  /** Lets go of staged pictures that no change names. */
  releaseStaged: () => Promise<void>
  notice: string | null
  now: () => number
  after: After
  logError: (context: string, error: unknown) => void
}

const newDefaultsKey = 'new products'

/** No store makes a request wait longer than this. */
const longestRestMs = 3_600_000

/** Everything of one open store: its local copy, its changes, its pull and its push. */
export function createStoreSession(parts: Parts) {
  const { connectionId, catalogue, ecwid, now, logError } = parts
  const uploads = new Map<number, UploadProgress>()
  let revision = 0
  const closing = new AbortController()
  let reindexing: Promise<void> = Promise.resolve()
  let indexedFor = ''

  function tellChanged(productIds: number[] | null): void {
    revision += 1
    parts.onCatalogue({
      connectionId,
      productIds,
      asSent: whileOpen((drawn) => {
        return { connectionId, revision, productCount: catalogue.products.count(), productIds: drawn }
      }),
    })
  }

  /** Profile, categories or types are other ones. */
  const tellStore = (): void => parts.onStore({ connectionId, asSent: whileOpen(snapshot) })

  /** What is told a moment later must not ask a database that is closed by then. */
  function whileOpen<Asked, Told>(make: (asked: Asked) => Told): (asked: Asked) => Told | null {
    return (asked) => (closing.signal.aborted ? null : make(asked))
  }

  /** Of any things, by their local ids. */
  function tellChanges(ids: number[]): void {
    tellChanged(ids)
    if (ids.some(isShelf)) tellStore()
    const { waiting, sending, refused, conflict, ...rest } = summary()
    parts.onChanges({ waiting, sending, refused, conflict, ...rest })
    longQueue.note({ open: waiting + sending, needOwner: refused + conflict })
    arrivals.note()
  }

  /** A language more in the store is found by the filters of what is missing at once, and not at the next start. */
  function indexAnew(): Promise<void> {
    indexedFor = catalogue.languages().join()
    const { signal } = closing
    reindexing = reindexing
      .then(() => reindexWhatIsOld({ catalogue, signal, onCategories: tellStore }))
      .catch((error: unknown) => logError('index', error))
    return reindexing
  }

  const writes = createRecentWrites(now)
  const longQueue = createLongQueue((sentence) => parts.onFinished(sentence, 'queue'))

  const push = createPush({
    catalogue,
    ecwid,
    now,
    writes,
    after: parts.after,
    bytesOf: parts.bytesOf,
    fileOf: parts.fileOf,
    stageFile: parts.stageFile,
    keepCopy: parts.keepCopy,
    untilSnapshot: parts.untilSnapshot,
    onChanged: tellChanges,
    isHeld: () => isAllHeld(catalogue),
    onState: () => parts.onChanges(summary()),
    onMissingScope: parts.onMissingScope,
    logError,
    onProgress(upload) {
      if ('done' in upload) uploads.delete(upload.done)
      else {
        const { change, name, progress } = upload
        const { id: changeId, setId: changeSetId, productId } = change
        uploads.set(changeId, { changeId, changeSetId, productId, name, progress })
      }
      parts.onUploads([...uploads.values()])
    },
  })

  const pull = createPull({
    catalogue,
    ecwid,
    now,
    writes,
    onStatus: parts.onSync,
    onChanged: tellChanged,
    onStoreChanged() {
      tellStore()
      // A category that was to go before another one may have gone by itself.
      push.kick()
      if (catalogue.languages().join() !== indexedFor) void indexAnew().then(() => tellChanged(null))
    },
    onFirstPull: (products) =>
      parts.onFinished(`All ${products.toLocaleString('en')} products are on this computer now.`, 'pull'),
    logError,
  })
  const schedule = createSchedule({ pull, after: parts.after })

  const changes = createChanges({
    catalogue,
    now,
    logError,
    onChanged(productIds) {
      tellChanges(productIds)
      push.kick()
    },
  })

  const arrivals = createArrivals({
    after: parts.after,
    isHeld: (setId) => isHeldByOwner(catalogue, setId),
    hold: (setId, isHeld) => void changes.hold(setId, isHeld),
  })

  const stopListening = ecwid.limiter.onChange(() => {
    pull.setWaiting(ecwid.limiter.pausedUntil)
    parts.onChanges(summary())
  })

  function assertCanWrite(): void {
    if (parts.canWrite()) return
    const message = 'The key of this store is public and can only read. Enter a secret key to change products.'
    throw new AppError('missing-scope', message, { scope: 'update_catalog' })
  }

  function summary(): ChangesSummary {
    const counts = catalogue.changes.counts()
    const { pausedUntil, blockedBy } = push.state()
    return {
      connectionId,
      waiting: (counts.waiting ?? 0) + (counts.unknown ?? 0),
      sending: counts.sending ?? 0,
      held: counts.held ?? 0,
      holdAll: isAllHeld(catalogue),
      refused: counts.refused ?? 0,
      conflict: catalogue.changes.toDecide(counts.conflict ?? 0),
      pausedUntil: ecwid.limiter.pausedUntil ?? pausedUntil,
      blockedBy: blockedBy && { code: blockedBy.code, message: blockedBy.message },
    }
  }

  function putAll(drafts: Parameters<typeof catalogue.drafts.putAll>[0]): void {
    const news = drafts.filter(({ productId, draft }) => catalogue.drafts.has(productId) !== (draft !== null))
    catalogue.drafts.putAll(drafts)
    const productIds = news.flatMap(({ productId }) => productId ?? [])
    if (productIds.length > 0) tellChanged(productIds)
  }

  const newDefaults = (): NewDefaults => catalogue.meta.get(newDefaultsKey, newDefaultsSchema) ?? {}

  function snapshot(): StoreSnapshot {
    return {
      connectionId,
      profile: readProfile(catalogue),
      categories: catalogue.categories.list(),
      productTypes: catalogue.productTypes.list(),
      productCount: catalogue.products.count(),
      sync: pull.status(),
      newDefaults: newDefaults(),
      notice: parts.notice,
    }
  }

  return {
    reads: createStoreReads(catalogue),
    /** What was typed and not saved. Lists mark the products that have some. */
    drafts: {
      get: (productId: number | null) => catalogue.drafts.get(productId),
      products: (): number[] => catalogue.drafts.productIds().filter((id) => id !== null),
      putAll,
      remove: (productId: number | null): void => putAll([{ productId, draft: null }]),
    },
    putShelfDraft: (draft: Parameters<typeof putShelfDraft>[1]): void => putShelfDraft(catalogue, draft),
    shelfDrafts: () => shelfDrafts(catalogue),
    removalPreview: (bytes: number): RemovalPreview => removalPreview(catalogue, bytes),
    snapshot,
    newDefaults,
    setNewDefaults({ set, unset }: { set: NewDefaults; unset: readonly (keyof NewDefaults)[] }): null {
      const defaults = { ...newDefaults(), ...set }
      for (const field of unset) delete defaults[field]
      catalogue.meta.set(newDefaultsKey, defaults)
      tellStore()
      return null
    },
    summary,
    assertCanWrite,
    changes: {
      ...changes,
      apply(input: Parameters<typeof changes.apply>[0]) {
        assertCanWrite()
        return changes.apply(input)
      },
      applyInParts(input: Parameters<typeof changes.applyInParts>[0]) {
        assertCanWrite()
        return changes.applyInParts(input)
      },
      /** Takes a set back, or a part of it: what is on its way as soon as it has arrived. */
      revertWhenArrived: (setId: number, part?: Part) =>
        arrivals.whenArrived(setId, () => changes.revertInParts(setId, part)),
      /** Does a set again that an undo took back, which may be on its way itself. */
      redoWhenArrived: (undone: Undone) =>
        arrivals.whenArrived(undone.revertSetId ?? undone.setId, () => changes.redoInParts(undone)),
      /** Keeps the whole queue back, or lets it go again; remembered over restarts. */
      holdAll(hold: boolean) {
        holdAll(catalogue, hold)
        parts.onChanges(summary())
        if (!hold) push.kick()
        return null
      },
      /** Makes a product anew that was deleted in the store, with its edits and the pictures that can still be had. */
      async makeAnew(productId: number) {
        const current = currentProduct(catalogue, productId)
        if (!current) throw new AppError('not-found', 'This product is no longer in the catalogue.')
        return changes.makeAnew(productId, await withKeptPictures(parts.keepCopy, current))
      },
      retry(changeIds: readonly number[]) {
        changes.retry(changeIds)
        push.resume()
        return null
      },
      async retrySet(setId: number) {
        await changes.retrySet(setId)
        push.resume()
        return null
      },
    },
    /** Changes were added to these products by a part that writes them itself. */
    noteChanged(productIds: number[]): void {
      tellChanges(productIds)
      push.kick()
    },
    product: (productId: number): ProductDetail =>
      productDetail(catalogue, productId, (changeId) => uploads.get(changeId)?.progress ?? 0),
    savings: createSavings({ catalogue, ecwid, onSavings: parts.onSavings }),
    pullNow: (): void => schedule.now(),
    pausePull: (): Promise<void> => schedule.pause(),
    /** Sends and pulls from now on. What was on the wire when the app ended is looked up first. */
    start(): void {
      catalogue.changes.markInterrupted()
      catalogue.changes.bringForward(now() + longestRestMs, now() + deleteRestMs)
      void parts.releaseStaged().catch((error) => logError('staging', error))
      push.kick()
      changes.resume()
      void indexAnew()
    },
    startPulling: (): void => schedule.start(),
    /** The line or the key is back: nothing has to wait for its time. */
    resume(): void {
      push.resume()
      schedule.resume()
    },
    async close(): Promise<void> {
      closing.abort()
      stopListening()
      await Promise.all([reindexing, arrivals.stop(), changes.stop(), schedule.stop(), push.stop()])
      catalogue.close()
    },
  }
}
export type StoreSession = ReturnType<typeof createStoreSession>
