import { promisify } from 'node:util'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fromFd, type Entry, type Options, type ZipFile } from 'yauzl'
import { crc32 } from '../pictures/formats/crc32'

/** What is in an archive is not as its directory says. */
export class DamagedZip extends Error {}
/** It would be far larger unpacked than anything that is wanted of it. */
export class HugeZip extends Error {}

/** Far more than a store has pictures. */
const mostEntries = 5_000_000
/** The same product over and over comes to some hundred; what is made to fill a computer comes to a thousand. */
const mostTimes = 400
const alwaysAllowed = 32 * 1024 * 1024

export const openZip = (handle: FileHandle): Promise<ZipFile> =>
  promisify<number, Options, ZipFile>(fromFd)(handle.fd, { lazyEntries: true, autoClose: false })

/** The entries of these names; the directory is read as far as they are all found. */
export function entriesOf(zip: ZipFile, names: readonly string[]): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.once('error', reject)
    if (zip.entryCount > mostEntries) return reject(new HugeZip('Too many entries'))
    zip.once('end', () => resolve(found))
    zip.on('entry', (entry: Entry) => {
      if (found.has(entry.fileName)) return reject(new DamagedZip('An entry is there twice'))
      if (names.includes(entry.fileName)) found.set(entry.fileName, entry)
      if (found.size === names.length) resolve(found)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** What is in an entry, in pieces, as they are asked for. Throws `HugeZip` beyond `most` bytes, `DamagedZip` where it is another than it says. */
export async function* unpacked(zip: ZipFile, entry: Entry, most: number): AsyncGenerator<Buffer> {
  const { uncompressedSize: bytes, compressedSize: packed } = entry
  if (bytes > most || (bytes > alwaysAllowed && bytes > packed * mostTimes)) throw new HugeZip('Too large')
  const open = promisify<Entry, Readable>((one, done) => zip.openReadStream(one, done))
  let checksum = 0
  // It ends in an error where there is more or less of it than its directory says.
  for await (const piece of (await open(entry)) as AsyncIterable<Buffer>) {
    checksum = crc32(piece, checksum)
    yield piece
  }
  if (checksum !== entry.crc32) throw new DamagedZip('Its checksum is another')
}
