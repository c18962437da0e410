import type { ByteSource } from '../byte-source'
import { checkedSize, PictureDamage, type PictureSize } from '../picture-damage'

const maxMetaBytes = 4 * 1024 * 1024

/** Walks the top-level boxes; the size is the largest one among the picture's properties (tiles and thumbnails are smaller). */
export async function measureAvif(source: ByteSource): Promise<PictureSize> {
  let size: PictureSize | null = null
  let hasData = false
  for (let offset = 0; offset < source.size;) {
    const head = await source.read(offset, 16)
    if (head.length < 8) throw new PictureDamage('ends inside a box')
    const type = head.toString('latin1', 4, 8)
    const length = boxLength(head, source.size - offset)
    if (length < 8 || offset + length > source.size) throw new PictureDamage(`ends inside its ${type} box`)
    // A sequence (avis) keeps its size in moov; the size of its cover is in meta as well.
    if (type === 'meta') size = largestExtent(await source.read(offset, Math.min(length, maxMetaBytes)))
    if (type === 'mdat' || type === 'idat') hasData = true
    offset += length
  }
  if (!size || !hasData) throw new PictureDamage('holds no picture')
  return size
}

function boxLength(head: Buffer, rest: number): number {
  const length = head.readUInt32BE(0)
  if (length === 0) return rest
  if (length !== 1) return length
  return head.length < 16 ? 0 : Number(head.readBigUInt64BE(8))
}

function largestExtent(meta: Buffer): PictureSize {
  let best = { width: 0, height: 0 }
  for (let at = meta.indexOf('ispe', 0, 'latin1'); at >= 0; at = meta.indexOf('ispe', at + 4, 'latin1')) {
    if (at + 16 > meta.length) break
    const found = { width: meta.readUInt32BE(at + 8), height: meta.readUInt32BE(at + 12) }
    if (found.width * found.height > best.width * best.height) best = found
  }
  return checkedSize(best.width, best.height)
}
