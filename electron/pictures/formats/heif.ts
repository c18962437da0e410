import type { ByteSource } from '../byte-source'
import { boundedSteps, PictureDamage, standsStill } from '../picture-damage'
import type { CheckSize, PictureFacts } from '../picture-damage'
import { endOfItems } from './heif-items'
import { mainPictureSize } from './heif-properties'

const maxMetaBytes = 4 * 1024 * 1024
const maxBrandBytes = 512
const mostBoxes = 10_000

/** AVIF and HEIC: walks the top-level boxes and reads what the main picture says about itself. */
export async function measureHeif(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const count = boundedSteps(mostBoxes)
  let meta: Buffer | null = null
  let hasData = false
  let isAnimated = false
  let offset = 0
  let trailer: string | null = null
  while (offset < source.size && trailer === null) {
    count()
    const head = Buffer.from(await source.read(offset, 16))
    const type = head.toString('latin1', 4, 8)
    const length = head.length < 8 ? 0 : boxLength(head, source.size - offset)
    if (length < 8 || offset + length > source.size) {
      trailer = `ends inside its ${type} box`
      break
    }
    // A sequence (avis) keeps its size in moov; the size of its cover is in meta as well. There is one meta.
    if (type === 'meta') meta ??= Buffer.from(await source.read(offset, Math.min(length, maxMetaBytes)))
    if (type === 'ftyp') isAnimated = (await source.read(offset, Math.min(length, maxBrandBytes))).includes('avis')
    if (type === 'mdat' || type === 'idat') hasData = true
    offset += length
  }
  const size = meta ? mainPictureSize(meta, checkSize) : null
  // Phones append things of their own, which are no boxes: the pixels have to lie before them.
  const isWhole = trailer === null || (meta !== null && hasData && endOfItems(meta) <= offset)
  if (!isWhole) throw new PictureDamage('cut', trailer ?? 'ends too early')
  if (!size || !hasData) throw new PictureDamage('empty', 'holds no picture')
  return {
    ...size,
    ...(isAnimated ? { note: standsStill } : {}),
    ...(trailer === null ? {} : { mend: [[0, offset] as const] }),
  }
}

function boxLength(head: Buffer, rest: number): number {
  const length = head.readUInt32BE(0)
  if (length === 0) return rest
  if (length !== 1) return length
  return head.length < 16 ? 0 : Number(head.readBigUInt64BE(8))
}
