import type { FileHandle } from 'node:fs/promises'

/** Random reads of a file or of bytes in memory, without holding more than a window of it. */
export type ByteSource = {
  size: number
  /** Shorter than asked at the end. The bytes are valid until the next read. */
  read(offset: number, length: number): Promise<Buffer>
}

const windowBytes = 256 * 1024

export function bytesSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: buffer.length, read: async (offset, length) => buffer.subarray(offset, offset + length) }
}

/** Reads ahead one window at a time, so that walking a file in small steps costs few system calls. */
export function fileSource(handle: FileHandle, size: number): ByteSource {
  let start = 0
  let window = Buffer.alloc(0)

  async function fill(offset: number, length: number): Promise<void> {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(Math.max(length, windowBytes), size - offset)))
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    start = offset
    window = buffer.subarray(0, filled)
  }

  async function read(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, size - offset))
    if (offset < start || offset + wanted > start + window.length) await fill(offset, wanted)
    return window.subarray(offset - start, offset - start + wanted)
  }

  return { size, read }
}
