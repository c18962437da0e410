import { randomUUID } from 'node:crypto'
import { AppError } from '../shared/errors'
import { disk } from './disk'

const { open, rename, rm } = disk.promises

/**
 * Writes a file under a name of its own until all of it is there: what stood at the path before stays until then, and for good where
 * `pieces` or `check` throws. `check`: whether so many bytes are all of it, and what comes into its place right before.
 */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  check: (bytes: number) => void | Promise<void> = () => {},
): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    const handle = await open(draft, 'wx').catch(notWritten)
    try {
      let bytes = 0
      for await (const piece of pieces) {
        await handle.writeFile(piece).catch(notWritten)
        bytes += piece.length
      }
      await handle.sync().catch(notWritten)
      await handle.close().catch(notWritten)
      await check(bytes)
    } finally {
      await handle.close().catch(() => {})
    }
    await rename(draft, path).catch(notWritten)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

export function notWritten(cause: unknown): never {
  const sentence = 'The file could not be written there. Nothing was saved; free some room or choose another folder.'
  throw new AppError('storage', sentence, { cause })
}
