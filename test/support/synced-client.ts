import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import type { DemoStore } from '../../electron/demo-store/demo-store'
import { createClient } from '../../electron/ecwid/client'
import { createEcwid } from '../../electron/ecwid/ecwid'
import { createLimiter, type Limiter, type LimiterOptions } from '../../electron/ecwid/limiter'
import { createLine } from '../../electron/ecwid/line'
import type { KeptCopy } from '../../electron/pictures/keep-copy'
import { createStagedContent } from '../../electron/pictures/staged-content'
import { createStaging } from '../../electron/pictures/staging'
import type { SyncStatus } from '../../electron/shared/store'
import { createStoreSession, type StoreSession } from '../../electron/sync/store-session'
import { createConditions } from './conditions'
import { keepRefusingPort } from './refusing-port'
import { createTestClock, createTimers, type TestClock } from './test-clock'
import { createWorkUnderWay, heldFor, heldForRounds, reachedWithin, type WorkUnderWay } from './work-under-way'

/** A store session as the app builds it, on a real database, without Electron. Several may share one demo store. */
export type SyncedClient = {
  catalogue: Catalogue
  session: StoreSession
  staging: ReturnType<typeof createStaging>
  folder: string
  /** Moves the session's clock, by which rests and retries are timed. */
  skip: (ms: number) => void
  /** Pulls and waits for the end. */
  pull: () => Promise<SyncStatus>
  /** Waits until nothing is on the wire and nothing is left to be sent, or everything left needs its owner. */
  settled: () => Promise<void>
  /** Waits until nothing is on the wire; without a line there are tries again and again. */
  quiet: () => Promise<void>
  /** Waits until something that the session tells of is true. */
  until: (isReached: () => boolean) => Promise<void>
  /** Called whenever the session tells something; returns what ends it. */
  listen: (listener: () => void) => () => void
  findBySku: (sku: string) => number
  /** Ends the session as a crash does, and starts anew on the same database. */
  restart: () => void
  /** The same, but what is on the wire reaches the store before the next start. */
  crash: () => Promise<void>
  close: () => Promise<void>
}

export type SyncedClientOptions = {
  /** Where the client's folder is made; the temporary folder by default. */
  within?: string
  clock?: TestClock
  limits?: Pick<LimiterOptions, 'perMinute' | 'burst' | 'concurrency'>
  /** How long an answer may take. */
  timeoutMs?: number
  /** Called with the answer in hand, before it is handed over. */
  onAnswer?: (method: string, url: string) => Promise<void>
  /** What comes of an answer's JSON on the way, as from a store that answers oddly. */
  onTheWay?: (json: unknown) => unknown
  /** Called before a picture of the store is copied. */
  onCopy?: () => Promise<void>
  /** What a snapshot that is asked for holds of a thing is in it. */
  untilSnapshot?: (thingId: number) => Promise<void>
  /** Called before each request; true: nothing listens where it goes. */
  isRefused?: (method: string, url: string, body: unknown) => boolean | Promise<boolean>
}

export function openSyncedClient(store: DemoStore, options: SyncedClientOptions = {}): SyncedClient {
  const folder = mkdtempSync(join(options.within ?? tmpdir(), 'stockroom-sync-'))
  const staging = createStaging({ folder: join(folder, 'staged') })
  const refusing = keepRefusingPort()
  const clock = options.clock ?? createTestClock()
  const { now, skip } = clock
  let status: SyncStatus | undefined
  const { listeners, tell, until } = createConditions()

  const onTheWire = new Set<Promise<Response>>()
  async function send(url: string, init: RequestInit): Promise<Response> {
    const refused = await options.isRefused?.(init.method ?? 'GET', url, init.body)
    const answer = fetch(refused ? url.replace(/:\d+\//, `:${(await refusing).port}/`) : url, init)
    for (const wire of [onTheWire, clock.onWire]) wire.add(answer)
    await answer.finally(() => [onTheWire, clock.onWire].forEach((wire) => wire.delete(answer)))
    await options.onAnswer?.(init.method ?? 'GET', url)
    return options.onTheWay ? changed(await answer, options.onTheWay) : answer
  }

  async function copyOf(url: string): Promise<KeptCopy | undefined> {
    await options.onCopy?.()
    const response = await fetch(url)
    if (!response.ok) return undefined
    const { hash, bytes } = await staging.stageBytes('copy', new Uint8Array(await response.arrayBuffer()))
    return { hash, bytes }
  }

  function start() {
    // A crashed process does nothing more: its answers never come, its timers never ring.
    let alive = true
    const whileAlive = <T>(work: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        work.then(
          (value) => alive && resolve(value),
          (error: unknown) => alive && reject(error),
        )
      })
    const timers = createTimers(clock, tell)
    const work = createWorkUnderWay(tell)
    const catalogue = openCatalogue(join(folder, 'catalogue.sqlite'))
    const client = createClient({
      line: createLine({
        origin: new URL(store.baseUrl).origin,
        key: () => store.secretToken,
        fetch: (url, init) => whileAlive(send(url, init)),
      }),
      storeId: store.storeId,
      limiter: watched(
        createLimiter({ perMinute: 60_000, burst: 1000, ...options.limits, now, after: timers.after }),
        work,
      ),
      now,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    })
    const session = createStoreSession({
      connectionId: 'test',
      catalogue,
      ecwid: createEcwid(client, catalogue.languages),
      canWrite: () => true,
      bytesOf: (hash) => work.track('push', whileAlive(staging.read(hash))),
      fileOf: (hash) => work.track('push', whileAlive(staging.fileOf(hash))),
      stageFile: (pieces) => work.track('push', whileAlive(staging.stageFile(pieces))),
      keepCopy: (url) => work.track('push', whileAlive(copyOf(url).catch(() => undefined))),
      ...(options.untilSnapshot && { untilSnapshot: options.untilSnapshot }),
      releaseStaged: createStagedContent({ catalogue, staging, logError: console.error }).release,
      notice: null,
      now,
      after: timers.after,
      logError: (context, error) => alive && console.error(context, error),
      onSync: (next) => {
        if (!alive) return
        status = next
        tell()
      },
      onStore: tell,
      onCatalogue: tell,
      onChanges: tell,
      onUploads: tell,
      onSavings: tell,
      onMissingScope: tell,
      onFinished: tell,
    })
    function crash(): void {
      alive = false
      timers.stop()
    }
    return { catalogue, session, crash, still: timers.still, ...work, isAsleep: () => work.isIdle() && timers.areOff() }
  }

  let running = start()
  running.session.start()

  /** Nothing is on its way, and all that is left needs its owner. */
  function isSettled(): boolean {
    const { waiting, sending, blockedBy } = running.session.summary()
    return running.isIdle() && ((waiting === 0 && sending === 0) || blockedBy !== null)
  }

  /** Nothing will happen by itself any more: what is on its way is written down first. */
  const isAsleep = (): boolean => running.isAsleep() && running.session.summary().sending === 0

  return {
    staging,
    folder,
    until,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get catalogue() {
      return running.catalogue
    },
    get session() {
      return running.session
    },
    skip,
    async pull() {
      status = undefined
      running.session.pullNow()
      await until(() => status?.phase === 'idle' || status?.phase === 'failed')
      await running.session.pausePull()
      return status!
    },
    async settled() {
      for (;;) {
        // What waits behind something that its owner has to decide rings no timer.
        await until(() => isSettled() || isAsleep())
        if (isSettled() ? await heldFor(3, isSettled) : await heldForRounds(30, () => isAsleep() && !isSettled()))
          return
      }
    },
    async quiet() {
      const { still, isQuiet } = running
      for (;;) {
        still(true)
        // A request that waits for its turn needs the clock, and gets it.
        const isDone = await reachedWithin(20, isQuiet)
        const isQuietNow = isDone && (await heldFor(3, isQuiet))
        still(false)
        if (isQuietNow) return
        await reachedWithin(4, () => false)
      }
    },
    findBySku(sku) {
      const id = running.catalogue.products.skuOwner(sku, null)?.id
      if (id === undefined) throw new Error(`No product has the SKU ${sku}`)
      return id
    },
    restart() {
      running.crash()
      running.catalogue.close()
      running = start()
      running.session.start()
    },
    async crash() {
      running.crash()
      running.catalogue.close()
      await Promise.allSettled(onTheWire)
      running = start()
      running.session.start()
    },
    async close() {
      await running.session.close()
      running.crash()
      ;(await refusing).release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What is asked for is under way until it is answered, also while it waits for its turn. */
function watched(limiter: Limiter, work: WorkUnderWay): Limiter {
  return {
    pause: (until) => limiter.pause(until),
    onChange: (listener) => limiter.onChange(listener),
    get pausedUntil() {
      return limiter.pausedUntil
    },
    run: (priority, task, signal) => {
      const run = limiter.run(priority, task, signal)
      return work.track(priority === 'pull' ? 'pull' : 'push', run)
    },
  }
}

async function changed(answer: Response, change: (json: unknown) => unknown): Promise<Response> {
  if (!answer.headers.get('content-type')?.includes('json')) return answer
  const { status, headers } = answer
  return new Response(JSON.stringify(change(await answer.json())), { status, headers })
}
