import type { ByteSource } from '../byte-source'
import { boundedSteps, PictureDamage, type CheckSize, type PictureFacts, type PictureSize } from '../picture-damage'
import { crc32 } from './crc32'
import { hasAllRows, type PngHeader } from './png-rows'

const step = 64 * 1024
/** What these hold is seen: without them the picture would be another one. */
const seen = new Set(['tRNS', 'acTL', 'fcTL', 'fdAT'])
const end = Buffer.from('0000000049454e44ae426082', 'hex')
const moves = { says: 'stands-still-if-smaller' } as const

/** Walks every chunk up to IEND and compares its checksum. Notes with a wrong one are left out, as browsers do. */
export async function measurePng(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const count = boundedSteps()
  const kept: [from: number, to: number][] = [[0, 8]]
  const data: [from: number, to: number][] = []
  let header: (PngHeader & PictureSize) | null = null
  let isAnimated = false
  let isSloppy = false
  let hasEnd = false
  for (let offset = 8; !hasEnd;) {
    count()
    const head = await source.read(offset, 8)
    if (head.length < 8) break
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    const next = offset + 12 + length
    if (type === 'IEND' && length === 0) {
      hasEnd = (await source.read(offset, 12)).equals(end)
      break
    }
    // Behind the last row anything may stand where the end is missing.
    if (next > source.size) {
      if (data.length > 0 && type !== 'IDAT') break
      throw new PictureDamage('cut', `ends inside its ${type} chunk`)
    }
    if (!header && type !== 'IHDR') throw new PictureDamage('broken', 'does not begin with its header')
    const isRight = await hasRightCrc(source, offset + 4, length + 4)
    if (!isRight && !isNote(type)) throw new PictureDamage('broken', `has a wrong checksum in its ${type} chunk`)
    if (type === 'IHDR') header = await readHeader(source, offset + 8, length, checkSize)
    if (type === 'IDAT') data.push([offset + 8, offset + 8 + length])
    if (type === 'acTL') isAnimated = true
    if (isRight) keep(kept, offset, next)
    else isSloppy = true
    offset = next
  }
  if (!header || data.length === 0) {
    throw hasEnd ? new PictureDamage('empty', 'holds no picture') : new PictureDamage('cut', 'ends before its pixels')
  }
  const facts = { width: header.width, height: header.height, ...(isAnimated ? { note: moves } : {}) }
  if (hasEnd && !isSloppy) return facts
  if (!(await hasAllRows(source, data, header))) throw new PictureDamage('cut', 'ends before its last row')
  return { ...facts, mend: [...kept, end] }
}

function keep(kept: [from: number, to: number][], from: number, to: number): void {
  const last = kept.at(-1)
  if (last?.[1] === from) last[1] = to
  else kept.push([from, to])
}

/** A small first letter: the picture can be shown without this chunk. */
function isNote(type: string): boolean {
  return /^[a-z][A-Za-z]{3}$/.test(type) && !seen.has(type)
}

async function readHeader(source: ByteSource, offset: number, length: number, checkSize: CheckSize) {
  if (length !== 13) throw new PictureDamage('broken', 'has a header of the wrong length')
  const header = await source.read(offset, length)
  const [bits = 0, colours = 0, interlaced] = [header[8], header[9], header[12] === 1]
  return { ...checkSize(header.readUInt32BE(0), header.readUInt32BE(4)), bits, colours, interlaced }
}

async function hasRightCrc(source: ByteSource, offset: number, length: number): Promise<boolean> {
  let crc = 0
  for (let done = 0; done < length; done += step) {
    crc = crc32(await source.read(offset + done, Math.min(step, length - done)), crc)
  }
  return (await source.read(offset + length, 4)).readUInt32BE(0) === crc
}
