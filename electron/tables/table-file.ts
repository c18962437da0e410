import type { FileHandle } from 'node:fs/promises'
import { fileSource, type ByteSource } from '../pictures/byte-source'
import { fileSentence } from '../pictures/file-problem'
import { openFile } from '../pictures/open-file'
import { AppError } from '../shared/errors'
import { changedMeanwhile, notAFile } from './table-problem'

/**
 * A file that is read several times and must be the same each time. Reading throws AppError 'invalid-input' once it was changed,
 * 'not-found' where it cannot be read.
 */
export type TableFile = {
  bytes: number
  /** Looks into it here and there. */
  look<T>(read: (source: ByteSource) => Promise<T>): Promise<T>
  /** All of it, or a part, in pieces, each valid until the next one. */
  pieces(from?: number, to?: number): AsyncGenerator<Buffer>
  /** All of it in larger ones, for whom makes nothing of them: each piece costs a turn. */
  largePieces(): AsyncGenerator<Buffer>
}

/** Small enough that what is made of one blocks nobody. */
const pieceBytes = 128 * 1024
const largePieceBytes = 1024 * 1024

export async function openTableFile(path: string): Promise<TableFile> {
  let first: { bytes: number; changedAt: number } | null = null

  async function open(): Promise<FileHandle> {
    const { handle, bytes } = await unlessUnreadable(openFile(path))
    const { mtimeMs: changedAt } = await handle.stat()
    first ??= { bytes, changedAt }
    if (first.bytes === bytes && first.changedAt === changedAt) return handle
    await handle.close()
    throw changedMeanwhile()
  }

  async function look<T>(read: (source: ByteSource) => Promise<T>): Promise<T> {
    const handle = await open()
    try {
      return await unlessUnreadable(read(fileSource(handle, bytes)))
    } finally {
      await handle.close()
    }
  }

  async function* pieces(from = 0, to = bytes, most = pieceBytes): AsyncGenerator<Buffer> {
    const handle = await open()
    try {
      const piece = Buffer.allocUnsafe(most)
      for (let at = from; at < to;) {
        const { bytesRead } = await unlessUnreadable(handle.read(piece, 0, Math.min(most, to - at), at))
        if (bytesRead === 0) throw changedMeanwhile()
        at += bytesRead
        yield piece.subarray(0, bytesRead)
      }
    } finally {
      await handle.close()
    }
  }

  const handle = await open()
  const { size: bytes } = await handle.stat()
  await handle.close()
  return { bytes, look, pieces, largePieces: () => pieces(0, bytes, largePieceBytes) }
}

async function unlessUnreadable<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing
  } catch (error) {
    // The sentence of whoever opens pictures.
    if (error instanceof AppError && error.code === 'not-found') throw notAFile(error)
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new AppError('not-found', fileSentence(error), { cause: error })
  }
}
