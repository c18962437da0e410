import { statfs } from 'node:fs/promises'
import { createProposals, type Proposals } from '../bulk/proposals'
import { createExports, type Exports } from '../exports/exports'
import { createEcwid } from '../ecwid/ecwid'
import type { EcwidClient } from '../ecwid/client'
import { createAltTexts, type AltTexts } from '../pictures/alts/alt-texts'
import { createPictureJobs, type PictureJobs } from '../pictures/jobs/picture-jobs'
import type { Fetch as PictureFetch } from '../web/download'
import { createKeepCopy } from '../pictures/keep-copy'
import { createPictureCache, type PictureCache } from '../pictures/picture-cache'
import { createStagedContent } from '../pictures/staged-content'
import { createStaging, type Staging } from '../pictures/staging'
import { createImports, type Imports } from '../imports/imports'
import type { Connection } from '../shared/connection'
import type { Emit, Events } from '../shared/contract'
import { createSnapshots, type SnapshotKeeping } from '../snapshots/snapshots'
import { AppError } from '../shared/errors'
import { dueText } from '../shared/words/timed'
import type { WrittenNews } from '../shared/written'
import { createAnnouncements } from './announcements'
import type { After } from './schedule'
import { openStoreCatalogue, storeFiles } from './store-files'
import { createStoreSession, type StoreSession } from './store-session'

/** A store with everything that goes on in it. */
export type OpenStore = StoreSession & {
  pictureJobs: PictureJobs
  altTexts: AltTexts
  proposals: Proposals
  exports: Exports
  imports: Imports
  snapshots: SnapshotKeeping
  /** Reads an archive of this store among the snapshots; the id of its own. */
  openArchive: (path: string) => Promise<number>
}

type Parts = {
  userData: string
  find: (connectionId: string) => Connection | undefined
  clientFor: (connection: Connection) => EcwidClient
  /** For what the store's answers name: anywhere but this machine and its network. */
  pictureFetch: PictureFetch
  noteMissingScope: (connectionId: string, scope: string) => void
  /** A system notification; the title is the store's name. A click opens the report of the upload it is about. */
  announce: (title: string, sentence: string, upload?: Events['pictureJobs.show']) => void
  /** For whoever reads the database besides: it can be read, is about to be closed, was written. */
  onOpened?: (connectionId: string, file: string) => void
  onClosed?: (connectionId: string) => void
  onWritten?: (connectionId: string, news: WrittenNews) => void
  emit: Emit
  after: After
  now: () => number
  log: { info: (line: string) => void; error: (line: string, error?: unknown) => void }
}

/** Room for the thumbnails of some 20,000 products. */
const pictureCacheBytes = 500 * 1024 * 1024

/** Puts a store session together from its parts: client, local copy, pictures. */
export function createStoreOpener(parts: Parts) {
  const { userData, emit, log, now } = parts
  const stagings = new Map<string, Staging>()
  const caches = new Map<string, PictureCache>()

  function connectionOrFail(connectionId: string): Connection {
    const connection = parts.find(connectionId)
    if (!connection) throw new AppError('not-found', 'This connection does not exist any more.')
    return connection
  }

  function stagingOf(connectionId: string): Staging {
    connectionOrFail(connectionId)
    const staging = stagings.get(connectionId) ?? createStaging({ folder: storeFiles(userData, connectionId).staged })
    stagings.set(connectionId, staging)
    return staging
  }

  function cacheOf(connectionId: string): PictureCache {
    connectionOrFail(connectionId)
    const folder = storeFiles(userData, connectionId).pictures
    const cache =
      caches.get(connectionId) ?? createPictureCache({ folder, fetch: parts.pictureFetch, maxBytes: pictureCacheBytes })
    caches.set(connectionId, cache)
    return cache
  }

  function open(connectionId: string): OpenStore {
    const connection = connectionOrFail(connectionId)
    const files = storeFiles(userData, connectionId)
    const { catalogue, notice } = openStoreCatalogue(files, {
      now,
      log: log.info,
      onWritten: (news) => parts.onWritten?.(connectionId, news),
    })
    parts.onOpened?.(connectionId, files.database)
    const announce = (sentence: string, upload?: Events['pictureJobs.show']) =>
      parts.announce(parts.find(connectionId)?.name ?? 'Stockroom', sentence, upload)
    const announcements = createAnnouncements({ catalogue, now, announce })
    const [staging, cache] = [stagingOf(connectionId), cacheOf(connectionId)]
    const staged = createStagedContent({ catalogue, staging, after: parts.after, logError: log.error })
    const listening = new Set<() => void>()
    const snapshots = createSnapshots({
      connectionId,
      catalogue,
      now,
      onChanged: (all) => emit('snapshots.changed', all),
      giveBack: staged.giveBack,
      logError: log.error,
    })
    const ecwid = createEcwid(parts.clientFor(connection), catalogue.languages)
    const session = createStoreSession({
      connectionId,
      catalogue,
      ecwid,
      canWrite: () => connectionOrFail(connectionId).keyKind === 'secret',
      bytesOf: staging.read,
      fileOf: staging.fileOf,
      stageFile: staging.stageFile,
      keepCopy: createKeepCopy({ cache, staging, logError: log.error }),
      untilSnapshot: snapshots.untilTaken,
      releaseStaged: staged.release,
      notice,
      now,
      after: parts.after,
      logError: log.error,
      onSync(sync) {
        emit('sync.changed', { connectionId, sync })
        if (sync.phase === 'idle') void snapshots.daily()
      },
      onStore: (snapshot) => emit('stores.changed', snapshot),
      onCatalogue: (news) => emit('catalogue.changed', news),
      onChanges(summary) {
        emit('changes.changed', summary)
        for (const noteQueue of listening) noteQueue()
      },
      onUploads: (uploads) => emit('uploads.changed', { connectionId, uploads }),
      onSavings: (savings) => emit('savings.changed', { connectionId, savings }),
      onMissingScope: (scope) => parts.noteMissingScope(connectionId, scope),
      onFinished: announcements.ofStore,
    })
    const pictureJobs = createPictureJobs({
      connectionId,
      catalogue,
      staging,
      giveBack: staged.giveBack,
      noteChanged: (productIds) => session.noteChanged(productIds),
      takeBack: (changeIds) => void session.changes.takeBack(changeIds),
      retry: (changeIds) => void session.changes.retry(changeIds),
      revert: (setId) => session.changes.revertWhenArrived(setId),
      takeSnapshot: (files) => snapshots.take({ code: 'replace-pictures', ...files }),
      queue: session.summary,
      assertCanWrite: session.assertCanWrite,
      freeBytes: () => freeBytes(files.folder),
      now,
      after: parts.after,
      onChanged: (job) => emit('pictureJobs.changed', job),
      onFinished: (sentence, jobId) => announcements.ofUpload(sentence, { connectionId, jobId }),
      logError: log.error,
    })
    listening.add(pictureJobs.noteQueue)
    const altTexts = createAltTexts({
      catalogue,
      now,
      noteChanged: (productIds) => session.noteChanged(productIds),
      assertCanWrite: session.assertCanWrite,
      logError: log.error,
    })
    const proposals = createProposals({
      connectionId,
      catalogue,
      changes: session.changes,
      now,
      words: session.snapshot,
      newDefaults: session.newDefaults,
      after: parts.after,
      onChanged: (proposal) => emit('bulk.changed', proposal),
      onTimed: (timed) => emit('bulk.timed', { connectionId, timed }),
      onDue: (due, one) => announce(dueText(due, one)),
      noteChanged: (productIds) => session.noteChanged(productIds),
      takeSnapshot: snapshots.take,
      lookFirst: snapshots.lookFirst,
      giveBack: staged.giveBack,
      assertCanWrite: session.assertCanWrite,
      logError: log.error,
    })
    listening.add(() => proposals.noteQueue())
    const exports = createExports({
      connectionId,
      store: () => ({ id: connection.storeId, name: parts.find(connectionId)?.name ?? connection.name }),
      catalogue,
      fetch: parts.pictureFetch,
      bytesOf: staging.read,
      ecwid,
      fileOf: staging.fileOf,
      words: session.snapshot,
      now,
      onChanged: (view) => emit('exports.changed', view),
      logError: log.error,
    })
    const imports = createImports({
      catalogue,
      words: session.snapshot,
      proposals,
      holdStaged: staged.hold,
      onProgress: (progress) => emit('imports.progress', { connectionId, progress }),
      now,
    })
    return {
      ...session,
      pictureJobs,
      altTexts,
      proposals,
      exports,
      imports,
      snapshots,
      openArchive: async (path) => {
        const { archiveAsSnapshot } = await import('../archives/compare-archive')
        return archiveAsSnapshot({ storeId: connection.storeId, snapshots }, path)
      },
      start(): void {
        session.start()
        pictureJobs.begin()
        void altTexts.resume()
        proposals.resume()
      },
      async close(): Promise<void> {
        imports.cancel()
        staged.close()
        await Promise.all([pictureJobs.stopAll(), altTexts.stop(), proposals.stop(), exports.stop(), snapshots.stop()])
        parts.onClosed?.(connectionId)
        await session.close()
      },
    }
  }

  return { open, stagingOf, cacheOf }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
