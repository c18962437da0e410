import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue } from '../../electron/catalogue/catalogue'
import { createClient } from '../../electron/ecwid/client'
import { createLimiter, type Limiter } from '../../electron/ecwid/limiter'
import { createLine } from '../../electron/ecwid/line'
import type { Connection } from '../../electron/shared/connection'
import type { ChangesSummary } from '../../electron/shared/change'
import type { PictureJob } from '../../electron/shared/picture-job'
import type { SyncStatus } from '../../electron/shared/store'
import { createStoreOpener } from '../../electron/sync/open-store'
import { storeFiles } from '../../electron/sync/store-files'
import { createEvents } from '../../electron/wire/events'
import type { DemoStore } from '../support/demo-store-process'
import { guardFor } from '../support/guard-for'

const connectionId = 'bench'

const neverWaiting = () => createLimiter({ perMinute: 6_000_000, burst: 100_000 })

/** A store session put together as main.ts does it, events to the window included; without a limiter it never waits. */
export function openBenchSession(store: DemoStore, limiter: Limiter = neverWaiting()) {
  const userData = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const requests: string[] = []
  const heard: { sync?: SyncStatus; changes?: ChangesSummary; job?: PictureJob } = {}
  const listeners = new Set<() => void>()
  const connection: Connection = {
    id: connectionId,
    name: 'Bench',
    storeId: store.storeId,
    keyKind: 'secret',
    keyPlace: 'session',
    isDemo: false,
    missingScopes: [],
    addedAt: 0,
  }
  const log = {
    info: (text: string) => void (/^[A-Z]+ \//.test(text) && requests.push(text)),
    error: (text: string, error?: unknown) => console.error(text, error),
  }
  const line = createLine({ origin: store.origin, key: () => store.secretToken, fetch })
  const opener = createStoreOpener({
    userData,
    find: () => connection,
    clientFor: ({ storeId }) => createClient({ line, storeId, limiter, log: log.info }),
    pictureFetch: guardFor(store.origin),
    noteMissingScope: () => {},
    announce: () => {},
    emit: createEvents(
      (name, payload) => {
        // What the window would be handed.
        structuredClone(payload)
        if (name === 'sync.changed') heard.sync = (payload as { sync: SyncStatus }).sync
        if (name === 'changes.changed') heard.changes = payload as ChangesSummary
        if (name === 'pictureJobs.changed') heard.job = payload as PictureJob
        listeners.forEach((listener) => listener())
      },
      (ms, run) => void setTimeout(run, ms),
    ),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    now: Date.now,
    log,
  })
  const session = opener.open(connectionId)
  session.start()

  return {
    session,
    staging: opener.stagingOf(connectionId),
    database: storeFiles(userData, connectionId).database,
    /** The local copy, open a second time: what the app itself does with it stays out of a yardstick. */
    openCatalogue: () => openCatalogue(storeFiles(userData, connectionId).database),
    /** One line per request so far. */
    requests,
    /** Resolves when what the window would be told says so. */
    until: (isReached: (news: typeof heard) => boolean) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!isReached(heard)) return
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
        check()
      }),
    async close(): Promise<void> {
      await session.close()
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
