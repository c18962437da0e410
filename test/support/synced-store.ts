import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../../electron/catalogue/catalogue'
import { startDemoStore, type DemoStore, type DemoStoreOptions } from '../../electron/demo-store/demo-store'
import { createClient } from '../../electron/ecwid/client'
import { createEcwid } from '../../electron/ecwid/ecwid'
import { createLimiter } from '../../electron/ecwid/limiter'
import { createStaging } from '../../electron/images/staging'
import type { SyncStatus } from '../../electron/shared/store'
import { createStoreSession, type StoreSession } from '../../electron/sync/store-session'

/** A store session as the app builds it, on the real demo store over HTTP and a real database, without Electron. */
export type SyncedStore = {
  store: DemoStore
  catalogue: Catalogue
  session: StoreSession
  staging: ReturnType<typeof createStaging>
  /** Moves the session's clock, by which rests and retries are timed. */
  skip: (ms: number) => void
  /** Pulls and waits for the end. */
  pull: () => Promise<SyncStatus>
  /** Waits until nothing is left to be sent, or everything left needs its owner. */
  settled: () => Promise<void>
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** The store's own view of a product. */
  remote: (ecwidId: number) => Promise<Record<string, unknown>>
  findBySku: (sku: string) => number
  /** Ends the session as a crash does, and starts anew on the same database. */
  restart: () => void
  close: () => Promise<void>
}

export async function openSyncedStore(options: DemoStoreOptions = {}): Promise<SyncedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-sync-'))
  const store = await startDemoStore({ rateLimitPerMinute: 0, ...options })
  const staging = createStaging({ folder: join(folder, 'staged') })
  let offset = 0
  const now = () => Date.now() + offset
  let status: SyncStatus | undefined
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())

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
    const catalogue = openCatalogue(join(folder, 'catalogue.sqlite'))
    const client = createClient({
      origin: new URL(store.baseUrl).origin,
      storeId: store.storeId,
      key: () => store.secretToken,
      fetch: (url, init) => whileAlive(fetch(url, init)),
      limiter: createLimiter({ perMinute: 60_000, burst: 1000 }),
    })
    const session = createStoreSession({
      connectionId: 'test',
      catalogue,
      ecwid: createEcwid(client),
      canWrite: () => true,
      bytesOf: (hash) => staging.read(hash),
      keepCopy: async (url) => {
        const response = await fetch(url)
        if (!response.ok) return undefined
        return (await staging.stageBytes('copy', new Uint8Array(await response.arrayBuffer()))).hash
      },
      releaseStaged: (needed) => staging.release(needed),
      notice: null,
      now,
      // Retries come after a few real milliseconds, however long they were meant to rest.
      after: (ms, run) => {
        const timer = setTimeout(() => {
          if (!alive) return
          offset += ms
          run()
        }, 5)
        return () => clearTimeout(timer)
      },
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

  const until = (isReached: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isReached()) return
        listeners.delete(check)
        resolve()
      }
      listeners.add(check)
      check()
    })

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(store.controlUrl.replace(/\/$/, '') + path, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  const self: SyncedStore = {
    store,
    staging,
    control,
    get catalogue() {
      return running.catalogue
    },
    get session() {
      return running.session
    },
    skip: (ms) => void (offset += ms),
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
    async remote(ecwidId) {
      const headers = { Authorization: `Bearer ${store.secretToken}` }
      return (await (await fetch(`${store.baseUrl}/products/${ecwidId}`, { headers })).json()) as Record<
        string,
        unknown
      >
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
    async close() {
      await running.session.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return self
}
