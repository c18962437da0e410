import type { ByteSource } from '../byte-source'

const windowBytes = 64 * 1024

/** Single bytes of a file for a walk forward. They come at once where they are at hand, so that small steps cost little. */
export function steppedBytes(source: ByteSource): (offset: number) => number | undefined | Promise<number | undefined> {
  let start = 0
  let bytes = Buffer.alloc(0)

  async function fill(offset: number): Promise<number | undefined> {
    // A copy: what was read is valid until the next read only.
    bytes = Buffer.from(await source.read(offset, windowBytes))
    start = offset
    return bytes[0]
  }

  return (offset) => {
    if (offset >= source.size) return undefined
    return offset >= start && offset < start + bytes.length ? bytes[offset - start] : fill(offset)
  }
}
