import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../shared/errors'
import { disk } from '../disk/disk'
import { onDisk } from './disk-path'

/**
 * Opens a file to be read, and only a file: a pipe or a device in its place would be waited for without end. Throws
 * AppError 'not-found' for those, and what the system says for everything else.
 */
export async function openFile(path: string): Promise<{ handle: FileHandle; bytes: number }> {
  // Without O_NONBLOCK, opening a pipe that nobody writes to waits. Windows has neither the flag nor such pipes.
  const handle = await disk.promises.open(onDisk(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await handle.stat()
    if (stats.isFile()) return { handle, bytes: stats.size }
    throw new AppError('not-found', { says: 'file-is-a-device' })
  } catch (error) {
    await handle.close().catch(() => {})
    throw error
  }
}

/** A file's content in pieces. What was appended since it was opened is left out, so that a growing file has an end. */
export async function* filePieces(path: string, pieceBytes = 1024 * 1024): AsyncGenerator<Buffer> {
  const { handle, bytes } = await openFile(path)
  try {
    for (let at = 0; at < bytes;) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, bytes - at))
      const { bytesRead } = await handle.read(piece, 0, piece.length, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** A whole file. Null: it has more than `most` bytes. */
export async function readUpTo(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const { handle, bytes } = await openFile(path)
  try {
    if (bytes > most) return null
    const whole = new Uint8Array(bytes)
    let filled = 0
    while (filled < bytes) {
      const { bytesRead } = await handle.read(whole, filled, bytes - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return filled === bytes ? whole : whole.slice(0, filled)
  } finally {
    await handle.close()
  }
}
