import type { ByteSource } from '../byte-source'
import { exifOrientation } from '../../shared/exif-orientation'
import { checkedSize, PictureDamage, type PictureFacts, type PictureSize } from '../picture-damage'

const endOfImage = 0xd9
const cameraData = 0xe1
const startOfScan = 0xda
const step = 64 * 1024

/** Walks the segments to the frame's size, and makes sure the picture data reaches its end marker. */
export async function measureJpeg(source: ByteSource): Promise<PictureFacts> {
  let size: PictureSize | null = null
  let turn: number | null = null
  for (let offset = 2; ;) {
    const head = await source.read(offset, 10)
    if (head.length < 4) throw new PictureDamage('cut', 'ends inside its header')
    if (head[0] !== 0xff) throw new PictureDamage('broken', 'has no segment where one is due')
    const marker = head[1] as number
    if (marker === 0xff) {
      offset += 1
      continue
    }
    if (standsAlone(marker)) {
      offset += 2
      continue
    }
    if (marker === endOfImage) throw new PictureDamage('empty', 'ends without picture data')
    if (isFrame(marker)) {
      if (head.length < 9) throw new PictureDamage('cut', 'ends inside its header')
      // A height of 0 is legal (it follows the first scan) and written by nothing that makes product pictures.
      size = checkedSize(head.readUInt16BE(7), head.readUInt16BE(5))
    }
    const next = offset + 2 + head.readUInt16BE(2)
    if (next > source.size) throw new PictureDamage('cut', 'ends inside its header')
    if (marker === cameraData) turn ??= await turnIn(source, offset + 4, next)
    if (marker === startOfScan) {
      await findEnd(source, next)
      break
    }
    offset = next
  }
  if (!size) throw new PictureDamage('empty', 'does not say how large it is')
  if (turn === null) return size
  return { ...(turn >= 5 ? { width: size.height, height: size.width } : size), isTurned: true }
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
async function findEnd(source: ByteSource, from: number): Promise<void> {
  const tail = await source.read(source.size - 2, 2)
  if (source.size - 2 >= from && tail[0] === 0xff && tail[1] === endOfImage) return
  for (let offset = from; offset < source.size;) {
    const part = await source.read(offset, step)
    const at = part.indexOf('ffd9', 0, 'hex')
    if (at >= 0) return
    if (part.length < step) break
    // One byte of overlap: the marker may lie across two parts.
    offset += part.length - 1
  }
  throw new PictureDamage('cut', 'ends before its end marker')
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

/** SOF0..SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
