import type { ByteSource } from '../byte-source'
import { exifOrientation } from '../../shared/exif-orientation'
import { boundedSteps, PictureDamage } from '../picture-damage'
import type { CheckSize, Mend, PictureFacts, PictureSize } from '../picture-damage'
import { checkFrame, isFrame } from './jpeg-frame'
import { endOfJpegPixels } from './jpeg-pixels'
import { steppedBytes } from './stepped-bytes'

const endOfImage = 0xd9
const cameraData = 0xe1
const startOfScan = 0xda
const step = 64 * 1024
const mostSegments = 20_000

/** Walks the segments to the frame's size, and makes sure that the picture data are whole. */
export async function measureJpeg(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const count = boundedSteps(mostSegments)
  const byteAt = steppedBytes(source)
  let size: PictureSize | null = null
  let turn: number | null = null
  let mend: Mend | null = null
  for (let offset = 2; ;) {
    count()
    offset = await lastFillByte(byteAt, offset)
    const head = Buffer.from(await source.read(offset, 10))
    if (head.length < 4) throw new PictureDamage('cut', 'ends inside its header')
    if (head[0] !== 0xff) throw new PictureDamage('broken', 'has no segment where one is due')
    const marker = head[1] as number
    if (standsAlone(marker)) {
      offset += 2
      continue
    }
    if (marker === endOfImage) throw new PictureDamage('empty', 'ends without picture data')
    const length = head.readUInt16BE(2)
    if (length < 2) throw new PictureDamage('broken', 'has a segment shorter than its own length')
    if (isFrame(marker)) {
      if (head.length < 9) throw new PictureDamage('cut', 'ends inside its header')
      checkFrame(marker, head.readUInt8(4))
      // A height of 0 is legal (it follows the first scan) and written by nothing that makes product pictures.
      size = checkSize(head.readUInt16BE(7), head.readUInt16BE(5))
    }
    const next = offset + 2 + length
    if (next > source.size) throw new PictureDamage('cut', 'ends inside its header')
    if (marker === cameraData) turn ??= await turnIn(source, offset + 4, next)
    if (marker === startOfScan) {
      if (!(await hasEnd(source, next))) mend = await withEnd(source)
      break
    }
    offset = next
  }
  if (!size) throw new PictureDamage('empty', 'does not say how large it is')
  const facts = { ...size, ...(mend ? { mend } : {}) }
  if (turn === null) return facts
  return { ...facts, ...(turn >= 5 ? { width: size.height, height: size.width } : {}), isTurned: true }
}

/** Any number of 0xff may stand before a marker's own. */
async function lastFillByte(byteAt: ReturnType<typeof steppedBytes>, from: number): Promise<number> {
  for (let offset = from; ; offset++) {
    const known = byteAt(offset + 1)
    if ((typeof known === 'object' ? await known : known) !== 0xff) return offset
  }
}

/** How the camera says it was held: 2 to 8, as EXIF counts; null when it was upright or the segment is another one. */
async function turnIn(source: ByteSource, from: number, to: number): Promise<number | null> {
  const bytes = await source.read(from, to - from)
  if (bytes.toString('latin1', 0, 6) !== 'Exif\0\0') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return exifOrientation(view, 0, bytes.length)?.value ?? null
}

/**
 * A complete file normally ends with the marker. When it does not (cameras append films and maps), the picture data is
 * searched for it: inside the data every 0xff is followed by 0 or a restart marker, so the first 0xffd9 is the end.
 */
async function hasEnd(source: ByteSource, from: number): Promise<boolean> {
  const tail = await source.read(source.size - 2, 2)
  if (source.size - 2 >= from && tail[0] === 0xff && tail[1] === endOfImage) return true
  for (let offset = from; offset < source.size;) {
    const part = await source.read(offset, step)
    if (part.includes('ffd9', 0, 'hex')) return true
    if (part.length < step) return false
    // One byte of overlap: the marker may lie across two parts.
    offset += part.length - 1
  }
  return false
}

/** Panoramas of phones have all their pixels, and something else where the end marker should be. */
async function withEnd(source: ByteSource): Promise<Mend> {
  const end = await endOfJpegPixels(source)
  if (end === null) throw new PictureDamage('cut', 'ends before its last row')
  return [[0, end], Buffer.from([0xff, endOfImage])]
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}
