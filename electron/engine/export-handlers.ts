import type { EngineCall } from '../shared/engine-contract'
import type { PlaceToSave } from '../sync/save-file'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `exports.${string}`>

/** A person's own files: where they are wanted, and where they are. */
export type OwnFiles = { placeToSave: PlaceToSave; showInFolder: (path: string) => Promise<void> }

export function createExportHandlers(
  sessions: StoreSessions,
  { placeToSave, showInFolder }: OwnFiles,
): Handlers<Names> {
  const of = (connectionId: string) => sessions.of(connectionId).exports
  return {
    'exports.start': ({ connectionId, ...asked }) => of(connectionId).start(asked, placeToSave),
    'exports.again': ({ connectionId, view }) => of(connectionId).again(view, placeToSave),
    'exports.archive': ({ connectionId, ...asked }) => of(connectionId).archive(asked, placeToSave),
    'exports.current': ({ connectionId, viewId }) => of(connectionId).current(viewId),
    'exports.cancel': ({ connectionId }) => {
      of(connectionId).cancel()
      return null
    },
    'exports.show': async ({ connectionId }) => {
      await showInFolder(of(connectionId).writtenPath())
      return null
    },
  }
}
