import type { ByteSource } from '../byte-source'
import { PictureDamage } from '../picture-damage'

type Entry = { type: number; count: number; at: number }
export type Directory = { entries: Map<number, Entry>; next: number }

export type TiffLayout = {
  first: number
  directory: (offset: number) => Promise<Directory>
  /** The whole numbers of a tag, at most so many; empty when it is missing or of another kind. */
  numbers: (directory: Directory, tag: number, most?: number) => Promise<number[]>
}

const wholeNumbers: Record<number, 1 | 2 | 4 | 8> = { 1: 1, 3: 2, 4: 4, 13: 4, 16: 8, 18: 8 }
const mostEntries = 4096
/** One strip for each row of the tallest picture, and some. */
const mostNumbers = 200_000
const step = 1024

/** TIFF and BigTIFF differ in the width of their numbers only. */
export async function tiffLayout(source: ByteSource): Promise<TiffLayout> {
  const head = await source.read(0, 16)
  if (head.length < 8) throw new PictureDamage('cut', 'ends inside its header')
  const little = head[0] === 0x49
  const isBig = number(head, 2, 2) === 43
  if (isBig && head.length < 16) throw new PictureDamage('cut', 'ends inside its header')
  const wide = isBig ? 8 : 4

  function number(bytes: Buffer, at: number, length: 1 | 2 | 4 | 8): number {
    if (length === 8) return Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
    return little ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)
  }

  async function bytesAt(offset: number, length: number): Promise<Buffer> {
    const bytes = await source.read(offset, length)
    if (bytes.length < length) throw new PictureDamage('cut', 'ends inside a directory')
    return bytes
  }

  async function directory(offset: number): Promise<Directory> {
    const countBytes = isBig ? 8 : 2
    const count = number(await bytesAt(offset, countBytes), 0, countBytes)
    if (count > mostEntries) throw new PictureDamage('broken', 'has a directory without an end')
    const entryBytes = isBig ? 20 : 12
    const bytes = await bytesAt(offset + countBytes, count * entryBytes + wide)
    const entries = new Map<number, Entry>()
    for (let at = 0; at < count * entryBytes; at += entryBytes) {
      const value = offset + countBytes + at + 4 + wide
      entries.set(number(bytes, at, 2), {
        type: number(bytes, at + 2, 2),
        count: number(bytes, at + 4, wide),
        at: value,
      })
    }
    return { entries, next: number(bytes, count * entryBytes, wide) }
  }

  async function numbers({ entries }: Directory, tag: number, most = Infinity): Promise<number[]> {
    const entry = entries.get(tag)
    const length = wholeNumbers[entry?.type ?? 0]
    if (!entry || !length) return []
    const count = Math.min(entry.count, most)
    if (count > mostNumbers) throw new PictureDamage('broken', 'has a list without an end')
    const isInside = entry.count * length <= wide
    const from = isInside ? entry.at : number(await bytesAt(entry.at, wide), 0, wide)
    const found: number[] = []
    for (let done = 0; done < count; done += step) {
      const part = Math.min(step, count - done)
      const bytes = await bytesAt(from + done * length, part * length)
      for (let at = 0; at < part; at++) found.push(number(bytes, at * length, length))
    }
    return found
  }

  return { first: number(head, isBig ? 8 : 4, wide), directory, numbers }
}
