import type { OwnFiles } from './export-handlers'
import type { FileTokens } from '../pictures/file-tokens'
import type { EngineCall } from '../shared/engine-contract'
import type { ImportedFrom } from '../shared/import'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `imports.${string}`>

export function createImportHandlers(
  sessions: StoreSessions,
  files: Pick<FileTokens, 'pathOf'>,
  { placeToSave }: Pick<OwnFiles, 'placeToSave'>,
): Handlers<Names> {
  const sourceOf = (from: ImportedFrom) => (typeof from === 'string' ? files.pathOf(from) : from)
  return {
    'imports.look': ({ connectionId, file, choices }) =>
      sessions.of(connectionId).imports.look(sourceOf(file), choices),
    'imports.cancel': ({ connectionId }) => {
      sessions.of(connectionId).imports.cancel()
      return null
    },
    'imports.saveRows': ({ connectionId, of, wanted }) =>
      sessions.of(connectionId).imports.saveRows(of, wanted, placeToSave),
    'imports.propose': ({ connectionId, file, ...asked }) =>
      sessions.of(connectionId).imports.propose(sourceOf(file), asked),
  }
}
