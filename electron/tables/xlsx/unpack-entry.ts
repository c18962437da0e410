import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { TableFile } from '../table-file'
import { damagedWorkbook, unpacksTooLarge } from '../table-problem'
import type { ZipEntry } from './zip-directory'

const headerBytes = 30
const pieceBytes = 64 * 1024
/** Sheets of one and the same row over and over come to some hundred; what is made to fill a computer comes to a thousand. */
const mostTimes = 400
const alwaysAllowed = 32 * 1024 * 1024

/** What is in an entry, in pieces of 64 KB, read as they are asked for. Throws AppError 'invalid-input' beyond `most` bytes. */
export async function* unpackEntry(file: TableFile, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  if (entry.unpacked > most) throw unpacksTooLarge()
  if (entry.unpacked > alwaysAllowed && entry.unpacked > entry.packed * mostTimes) throw unpacksTooLarge()
  const packed = Readable.from(packedPieces(file, entry))
  const pieces = entry.isPacked ? pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => {}) : packed
  let bytes = 0
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      bytes += piece.length
      // What says less of itself than it holds is made so, or damaged.
      if (bytes > entry.unpacked) throw damagedWorkbook()
      yield piece
    }
  } catch (error) {
    throw isOfZlib(error) ? damagedWorkbook(error) : error
  }
  if (bytes < entry.unpacked) throw damagedWorkbook()
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')

async function* packedPieces(file: TableFile, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await file.look(async (source) => Buffer.from(await source.read(entry.at, headerBytes)))
  if (header.length < headerBytes || header.readUInt32LE(0) !== 0x04034b50) throw damagedWorkbook()
  const from = entry.at + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (from + entry.packed > file.bytes) throw damagedWorkbook()
  // Copied, because the stream reads ahead.
  for await (const piece of file.pieces(from, from + entry.packed)) yield Buffer.from(piece)
}
