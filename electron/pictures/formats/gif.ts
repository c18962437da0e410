import type { ByteSource } from '../byte-source'
import { PictureDamage, type CheckSize, type Mend, type PictureFacts } from '../picture-damage'
import { hasAllGifPixels } from './gif-pixels'
import { steppedBytes } from './stepped-bytes'

const extension = 0x21
const image = 0x2c
const trailer = 0x3b
const endOfBlocks = 0

type Frame = { data: number; pixels: number; end: number | null }

/**
 * Walks every block up to the trailer. Without one, or with stray bytes between blocks, the picture is whole when the
 * pixels of its last frame are.
 */
export async function measureGif(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const header = Buffer.from(await source.read(0, 13))
  if (header.length < 13) throw new PictureDamage('cut', 'ends inside its header')
  const size = checkSize(header.readUInt16LE(6), header.readUInt16LE(8))
  const byteAt = steppedBytes(source)
  const kept: [from: number, to: number][] = [[0, 13 + colourTableBytes(header[10] as number)]]
  let last: Frame | null = null
  let isSloppy = false
  for (let offset = kept[0]?.[1] ?? 13; ;) {
    const known = byteAt(offset)
    const kind = typeof known === 'object' ? await known : known
    if (kind === trailer) break
    const isFrame = kind === image
    if (kind === endOfBlocks) {
      isSloppy = true
      offset++
      continue
    }
    if (kind !== extension && !isFrame) return mended(source, size, last, kept)
    const head = isFrame ? Buffer.from(await source.read(offset, 10)) : null
    if (head && head.length < 10) return mended(source, size, last, kept)
    if (head) checkFrame(head, checkSize)
    const data = head ? offset + 11 + colourTableBytes(head[9] as number) : offset + 2
    const end = await afterSubBlocks(byteAt, data)
    if (head) last = { data, pixels: head.readUInt16LE(5) * head.readUInt16LE(7), end }
    // Cut inside of this block: a frame may have all its pixels, and a note is left out.
    if (end === null) {
      if (head) kept.push([offset, source.size])
      return mended(source, size, last, kept)
    }
    keep(kept, offset, end)
    offset = end
  }
  if (!last) throw new PictureDamage('empty', 'holds no picture')
  return isSloppy ? mended(source, size, last, kept) : size
}

/** Browsers show a picture as large as its first frame, whatever the header says. */
function checkFrame(head: Buffer, checkSize: CheckSize): void {
  const [width, height] = [head.readUInt16LE(5), head.readUInt16LE(7)]
  if (width > 0 && height > 0) checkSize(head.readUInt16LE(1) + width, head.readUInt16LE(3) + height)
}

async function mended(
  source: ByteSource,
  size: { width: number; height: number },
  last: Frame | null,
  kept: Mend,
): Promise<PictureFacts> {
  if (!last) throw new PictureDamage('cut', 'ends before its picture')
  if (!(await hasAllGifPixels(source, last.data, last.pixels)))
    throw new PictureDamage('cut', 'ends inside its picture')
  return { ...size, mend: [...kept, Buffer.from(last.end === null ? [endOfBlocks, trailer] : [trailer])] }
}

function keep(kept: [from: number, to: number][], from: number, to: number): void {
  const before = kept.at(-1)
  if (before?.[1] === from) before[1] = to
  else kept.push([from, to])
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0
}

/** Null: the file ends within. */
async function afterSubBlocks(byteAt: ReturnType<typeof steppedBytes>, from: number): Promise<number | null> {
  for (let offset = from; ;) {
    const known = byteAt(offset)
    const length = typeof known === 'object' ? await known : known
    if (length === undefined) return null
    if (length === endOfBlocks) return offset + 1
    offset += 1 + length
  }
}
