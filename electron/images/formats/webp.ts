import type { ByteSource } from '../byte-source'
import { checkedSize, PictureDamage, type PictureSize } from '../picture-damage'

/** Reads the size from the first chunk, and compares the length the file claims with the one it has. */
export async function measureWebp(source: ByteSource): Promise<PictureSize> {
  const head = await source.read(0, 30)
  if (head.length < 30) throw new PictureDamage('ends inside its header')
  if (head.readUInt32LE(4) + 8 > source.size) throw new PictureDamage('is shorter than it says')
  const chunk = head.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return checkedSize(1 + head.readUIntLE(24, 3), 1 + head.readUIntLE(27, 3))
  if (chunk === 'VP8 ') {
    if (head.readUIntBE(23, 3) !== 0x9d012a) throw new PictureDamage('has no start code')
    return checkedSize(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  }
  if (chunk === 'VP8L') {
    if (head[20] !== 0x2f) throw new PictureDamage('has no signature')
    const bits = head.readUInt32LE(21)
    return checkedSize(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
  }
  throw new PictureDamage(`begins with an unknown chunk ${chunk}`)
}
