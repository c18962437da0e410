import { randomUUID } from 'node:crypto'
import { AppError } from '../shared/errors'
import type { FileToken, HandedOver } from '../shared/file-token'

export type FileTokens = ReturnType<typeof createFileTokens>

/** Which file each token of the window means. The oldest go first; a person drops no more than this in one sitting. */
export function createFileTokens(most = 200_000) {
  const paths = new Map<FileToken, string>()
  const tokens = new Map<string, FileToken>()

  /** A token keeps its first meaning. */
  function keep(token: FileToken, path: string): void {
    if (paths.has(token)) return
    paths.set(token, path)
    if (!tokens.has(path)) tokens.set(path, token)
    for (const [oldest, meant] of paths) {
      if (paths.size <= most) return
      paths.delete(oldest)
      if (tokens.get(meant) === oldest) tokens.delete(meant)
    }
  }

  return {
    /** What preload says that a person dropped or chose. */
    take: (handed: HandedOver): void => handed.forEach(({ token, path }) => keep(token, path)),
    /** For a file that the engine found itself, in a folder of a person. */
    tokenOf: (path: string): FileToken => {
      const token = tokens.get(path) ?? randomUUID()
      keep(token, path)
      return token
    },
    /** Throws AppError 'invalid-input' for a token that nobody handed over. */
    pathOf: (token: FileToken): string => {
      const path = paths.get(token)
      if (path === undefined) throw new AppError('invalid-input', 'This file is not known here any more. Add it again.')
      return path
    },
  }
}
