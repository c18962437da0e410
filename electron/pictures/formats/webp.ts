import type { ByteSource } from '../byte-source'
import { boundedSteps, PictureDamage, standsStill } from '../picture-damage'
import type { CheckSize, Mend, PictureFacts, PictureSize } from '../picture-damage'

const animated = 0x02
const mostChunks = 20_000
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF'])

/** Reads the size from the first chunk, and makes sure that the chunks with pixels are there. */
export async function measureWebp(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const head = Buffer.from(await source.read(0, 30))
  if (head.length < 30) throw new PictureDamage('cut', 'ends inside its header')
  const size = sizeIn(head, checkSize)
  const isMoving = head.toString('latin1', 12, 16) === 'VP8X' && (head.readUInt8(20) & animated) !== 0
  const mend = await mendOf(source, head.readUInt32LE(4) + 8)
  return { ...size, ...(isMoving ? { note: standsStill } : {}), ...(mend ? { mend } : {}) }
}

function sizeIn(head: Buffer, checkSize: CheckSize): PictureSize {
  const chunk = head.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return checkSize(1 + head.readUIntLE(24, 3), 1 + head.readUIntLE(27, 3))
  if (chunk === 'VP8 ') {
    if (head.readUIntBE(23, 3) !== 0x9d012a) throw new PictureDamage('broken', 'has no start code')
    return checkSize(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  }
  if (chunk === 'VP8L') {
    if (head[20] !== 0x2f) throw new PictureDamage('broken', 'has no signature')
    const bits = head.readUInt32LE(21)
    return checkSize(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
  }
  throw new PictureDamage('broken', `begins with an unknown chunk ${chunk}`)
}

/** The length that the file claims is often wrong where the pixels are all there: then it is written anew. */
async function mendOf(source: ByteSource, claimed: number): Promise<Mend | null> {
  const count = boundedSteps(mostChunks)
  let hasPicture = false
  let end = 12
  const isRight = () => hasPicture && claimed <= source.size && claimed >= end - 1
  while (end + 8 <= source.size && !isRight()) {
    count()
    const head = await source.read(end, 8)
    const name = head.toString('latin1', 0, 4)
    const next = end + 8 + head.readUInt32LE(4)
    if (next > source.size) {
      if (pictures.has(name) || !hasPicture) throw new PictureDamage('cut', `ends inside its ${name} chunk`)
      break
    }
    if (pictures.has(name)) hasPicture = true
    // Chunks are padded to an even length; some writers forget it at the end.
    end = Math.min(source.size, next + (next % 2))
  }
  if (!hasPicture) throw new PictureDamage('cut', 'ends before its pixels')
  if (isRight()) return null
  const riff = Buffer.from('RIFF\0\0\0\0', 'latin1')
  riff.writeUInt32LE(end - 8, 4)
  return [riff, [8, end]]
}
