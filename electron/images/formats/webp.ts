import type { ByteSource } from '../byte-source'
import { checkedSize, PictureDamage, standsStill, type PictureFacts } from '../picture-damage'

const animated = 0x02

/** Reads the size from the first chunk, and compares the length the file claims with the one it has. */
export async function measureWebp(source: ByteSource): Promise<PictureFacts> {
  const head = await source.read(0, 30)
  if (head.length < 30) throw new PictureDamage('cut', 'ends inside its header')
  if (head.readUInt32LE(4) + 8 > source.size) throw new PictureDamage('cut', 'is shorter than it says')
  const chunk = head.toString('latin1', 12, 16)
  if (chunk === 'VP8X') {
    const size = checkedSize(1 + head.readUIntLE(24, 3), 1 + head.readUIntLE(27, 3))
    return (head.readUInt8(20) & animated) === 0 ? size : { ...size, note: standsStill }
  }
  if (chunk === 'VP8 ') {
    if (head.readUIntBE(23, 3) !== 0x9d012a) throw new PictureDamage('broken', 'has no start code')
    return checkedSize(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  }
  if (chunk === 'VP8L') {
    if (head[20] !== 0x2f) throw new PictureDamage('broken', 'has no signature')
    const bits = head.readUInt32LE(21)
    return checkedSize(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
  }
  throw new PictureDamage('broken', `begins with an unknown chunk ${chunk}`)
}
