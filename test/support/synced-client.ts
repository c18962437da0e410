import { createServer, type AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import type { DemoStore } from '../../electron/demo-store/demo-store'
import { createClient } from '../../electron/ecwid/client'
import { createEcwid } from '../../electron/ecwid/ecwid'
import { createLimiter, type LimiterOptions } from '../../electron/ecwid/limiter'
import { createStaging } from '../../electron/images/staging'
import type { SyncStatus } from '../../electron/shared/store'
import { createStoreSession, type StoreSession } from '../../electron/sync/store-session'
import { createConditions } from './conditions'

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
  /** Waits until nothing is left to be sent, or everything left needs its owner. */
  settled: () => Promise<void>
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

/** A clock that rests, retries and pauses move on; the store and its clients may share one. */
export type TestClock = { now: () => number; skip: (ms: number) => void }

export function createTestClock(): TestClock {
  let offset = 0
  return { now: () => Date.now() + offset, skip: (ms) => void (offset += ms) }
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
  /** Called before each request; true: nothing listens where it goes. */
  isRefused?: (method: string, url: string, body: unknown) => boolean | Promise<boolean>
}

export function openSyncedClient(store: DemoStore, options: SyncedClientOptions = {}): SyncedClient {
  const folder = mkdtempSync(join(options.within ?? tmpdir(), 'stockroom-sync-'))
  const staging = createStaging({ folder: join(folder, 'staged') })
  const deadPort = unusedPort()
  const { now, skip } = options.clock ?? createTestClock()
  let status: SyncStatus | undefined
  const { listeners, tell, until } = createConditions()

  const onTheWire = new Set<Promise<Response>>()
  async function send(url: string, init: RequestInit): Promise<Response> {
    const refused = await options.isRefused?.(init.method ?? 'GET', url, init.body)
    const answer = fetch(refused ? url.replace(/:\d+\//, `:${await deadPort}/`) : url, init)
    onTheWire.add(answer)
    await answer.finally(() => onTheWire.delete(answer))
    await options.onAnswer?.(init.method ?? 'GET', url)
    return answer
  }

  async function copyOf(url: string): Promise<string | undefined> {
    const response = await fetch(url)
    if (!response.ok) return undefined
    return (await staging.stageBytes('copy', new Uint8Array(await response.arrayBuffer()))).hash
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
    // Rests, retries and pauses end after a few real milliseconds, however long they were meant to last.
    const after = (ms: number, run: () => void) => {
      const timer = setTimeout(() => {
        if (!alive) return
        skip(ms)
        run()
      }, 5)
      return () => clearTimeout(timer)
    }
    const catalogue = openCatalogue(join(folder, 'catalogue.sqlite'))
    const client = createClient({
      origin: new URL(store.baseUrl).origin,
      storeId: store.storeId,
      key: () => store.secretToken,
      fetch: (url, init) => whileAlive(send(url, init)),
      limiter: createLimiter({ perMinute: 60_000, burst: 1000, ...options.limits, now, after }),
      now,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    })
    const session = createStoreSession({
      connectionId: 'test',
      catalogue,
      ecwid: createEcwid(client),
      canWrite: () => true,
      bytesOf: (hash) => whileAlive(staging.read(hash)),
      keepCopy: (url) => whileAlive(copyOf(url).catch(() => undefined)),
      releaseStaged: (needed) => staging.release(needed),
      notice: null,
      now,
      after,
      logError: (context, error) => console.error(context, error),
      onSync: (next) => {
        if (!alive) return
        status = next
        tell()
      },
      onStore: tell,
      onCatalogue: tell,
      onChanges: tell,
      onUploads: tell,
      onMissingScope: tell,
      onFinished: tell,
    })
    return { catalogue, session, crash: () => void (alive = false) }
  }

  let running = start()
  running.session.start()

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
    settled: () =>
      until(() => {
        const { waiting, sending, blockedBy } = running.session.summary()
        return (waiting === 0 && sending === 0) || blockedBy !== null
      }),
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
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port on which nothing listens: connecting there is refused. */
function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
