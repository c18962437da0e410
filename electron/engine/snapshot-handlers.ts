import type { FileTokens } from '../pictures/file-tokens'
import type { EngineCall } from '../shared/engine-contract'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `snapshots.${string}`>

/** The calls about how a store was. */
export function createSnapshotHandlers(sessions: StoreSessions, files: Pick<FileTokens, 'pathOf'>): Handlers<Names> {
  const of = (connectionId: string) => sessions.of(connectionId).snapshots
  return {
    'snapshots.list': ({ connectionId }) => of(connectionId).all(),
    'snapshots.take': async ({ connectionId }) => {
      await of(connectionId).take({ code: 'by-hand' })
      return null
    },
    'snapshots.openArchive': async ({ connectionId, file }) => ({
      snapshotId: await sessions.of(connectionId).openArchive(files.pathOf(file)),
    }),
    'snapshots.remove': ({ connectionId, snapshotId }) => of(connectionId).remove(snapshotId),
    'snapshots.compare': ({ connectionId, ...page }) => of(connectionId).compare(page),
    'snapshots.keepFor': ({ connectionId, days }) => of(connectionId).keepFor(days),
  }
}
