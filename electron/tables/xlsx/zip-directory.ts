import type { ByteSource } from '../../pictures/byte-source'

/** A file in a ZIP archive, as its directory at the end says. */
export type ZipEntry = { name: string; isPacked: boolean; packed: number; unpacked: number; at: number }

const endBytes = 22
const longestComment = 65_535
const mostEntries = 20_000
const mostBytes = 8 * 1024 * 1024

/** By name. Null: this is no archive, or a damaged one. */
export async function zipDirectory(source: ByteSource): Promise<Map<string, ZipEntry> | null> {
  const tailAt = Math.max(0, source.size - endBytes - longestComment)
  const tail = Buffer.from(await source.read(tailAt, source.size - tailAt))
  const endAt = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (endAt < 0 || endAt + endBytes > tail.length) return null
  const count = tail.readUInt16LE(endAt + 10)
  const bytes = tail.readUInt32LE(endAt + 12)
  const at = tail.readUInt32LE(endAt + 16)
  if (count > mostEntries || bytes > mostBytes || at + bytes > source.size) return null
  const directory = Buffer.from(await source.read(at, bytes))
  const entries = new Map<string, ZipEntry>()
  for (let from = 0, n = 0; n < count; n++) {
    if (from + 46 > directory.length || directory.readUInt32LE(from) !== 0x02014b50) return null
    const { entry, next } = entryAt(directory, from)
    if (!entry) return null
    entries.set(entry.name, entry)
    from = next
  }
  return entries
}

function entryAt(directory: Buffer, from: number): { entry: ZipEntry | null; next: number } {
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((at) => directory.readUInt16LE(from + at))
  const nameEnd = from + 46 + (nameBytes ?? 0)
  const extra = directory.subarray(nameEnd, nameEnd + (extraBytes ?? 0))
  const method = directory.readUInt16LE(from + 10)
  const [packed, unpacked, at] = largeNumbers(extra, [
    directory.readUInt32LE(from + 20),
    directory.readUInt32LE(from + 24),
    directory.readUInt32LE(from + 42),
  ])
  const next = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0)
  const isReadable =
    (method === 0 || method === 8) && packed !== undefined && unpacked !== undefined && at !== undefined
  // Windows paths are against the rules, and yet some programs write them.
  const name = directory.toString('utf8', from + 46, nameEnd).replaceAll('\\', '/')
  return { entry: isReadable ? { name, isPacked: method === 8, packed, unpacked, at } : null, next }
}

/** What does not fit into 32 bits stands in a field of its own, in this order; some programs write it so always. */
function largeNumbers(extra: Buffer, [packed = 0, unpacked = 0, at = 0]: number[]): (number | undefined)[] {
  const isLarge = (value: number) => value === 0xffffffff
  if (![packed, unpacked, at].some(isLarge)) return [packed, unpacked, at]
  let from = 0
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2)
  from += 4
  const taken = (value: number): number | undefined => {
    if (!isLarge(value)) return value
    if (from + 8 > extra.length) return undefined
    from += 8
    return Number(extra.readBigUInt64LE(from - 8))
  }
  const large = taken(unpacked)
  return [taken(packed), large, taken(at)]
}
