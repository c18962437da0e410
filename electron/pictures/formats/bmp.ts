import type { ByteSource } from '../byte-source'
import { PictureDamage, type CheckSize, type PictureSize } from '../picture-damage'

/** Reads the header, and for uncompressed pixels makes sure that all rows are there. */
export async function measureBmp(source: ByteSource, checkSize: CheckSize): Promise<PictureSize> {
  const head = await source.read(0, 34)
  if (head.length < 26) throw new PictureDamage('cut', 'ends inside its header')
  const isOldHeader = head.readUInt32LE(14) === 12
  if (!isOldHeader && head.length < 34) throw new PictureDamage('cut', 'ends inside its header')
  const width = isOldHeader ? head.readUInt16LE(18) : head.readInt32LE(18)
  // Negative: rows from top to bottom.
  const height = Math.abs(isOldHeader ? head.readUInt16LE(20) : head.readInt32LE(22))
  const bitsPerPixel = head.readUInt16LE(isOldHeader ? 24 : 28)
  const compression = isOldHeader ? 0 : head.readUInt32LE(30)
  const size = checkSize(width, height)
  const pixelBytes = compression === 0 || compression === 3 ? Math.ceil((width * bitsPerPixel) / 32) * 4 * height : 1
  if (head.readUInt32LE(10) + pixelBytes > source.size) throw new PictureDamage('cut', 'is shorter than it says')
  return size
}
