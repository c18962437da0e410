import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pngBytes } from '../support/picture-files'

const large = pngBytes(260, 260, { noise: true })
const small = pngBytes(60, 60)

/** About 270 KB, no two alike: the bytes behind a PNG's end are nobody's. */
export const photo = (n: number): Buffer<ArrayBuffer> => stamped(large, n)

/** A few hundred bytes. */
export const tinyPhoto = (n: number): Buffer<ArrayBuffer> => stamped(small, n)

/** Writes files into a folder as a person has them there: some thousands, in folders of their own. */
export function writeFiles(folder: string, files: Iterable<{ name: string; bytes: Uint8Array }>): void {
  for (const { name, bytes } of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

export function stamped(bytes: Buffer, n: number): Buffer<ArrayBuffer> {
  const stamp = Buffer.alloc(8)
  stamp.writeUInt32LE(n)
  return Buffer.concat([bytes, stamp])
}
