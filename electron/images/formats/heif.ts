import type { ByteSource } from '../byte-source'
import { PictureDamage, standsStill, type PictureFacts, type PictureSize } from '../picture-damage'
import { mainPictureSize } from './heif-properties'

const maxMetaBytes = 4 * 1024 * 1024
const maxBrandBytes = 512

/** AVIF and HEIC: walks the top-level boxes and reads what the main picture says about itself. */
export async function measureHeif(source: ByteSource): Promise<PictureFacts> {
  let size: PictureSize | null = null
  let hasData = false
  let isAnimated = false
  for (let offset = 0; offset < source.size;) {
    const head = await source.read(offset, 16)
    if (head.length < 8) throw new PictureDamage('cut', 'ends inside a box')
    const type = head.toString('latin1', 4, 8)
    const length = boxLength(head, source.size - offset)
    if (length < 8 || offset + length > source.size) throw new PictureDamage('cut', `ends inside its ${type} box`)
    // A sequence (avis) keeps its size in moov; the size of its cover is in meta as well.
    if (type === 'meta') size = mainPictureSize(await source.read(offset, Math.min(length, maxMetaBytes)))
    if (type === 'ftyp') isAnimated = (await source.read(offset, Math.min(length, maxBrandBytes))).includes('avis')
    if (type === 'mdat' || type === 'idat') hasData = true
    offset += length
  }
  if (!size || !hasData) throw new PictureDamage('empty', 'holds no picture')
  return isAnimated ? { ...size, note: standsStill } : size
}

function boxLength(head: Buffer, rest: number): number {
  const length = head.readUInt32BE(0)
  if (length === 0) return rest
  if (length !== 1) return length
  return head.length < 16 ? 0 : Number(head.readBigUInt64BE(8))
}
