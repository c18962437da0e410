import type { ByteSource } from '../byte-source'
import { checkedSize, PictureDamage, type PictureSize } from '../picture-damage'

const extension = 0x21
const image = 0x2c
const trailer = 0x3b

/** Walks every block up to the trailer. */
export async function measureGif(source: ByteSource): Promise<PictureSize> {
  const header = await source.read(0, 13)
  if (header.length < 13) throw new PictureDamage('cut', 'ends inside its header')
  const size = checkedSize(header.readUInt16LE(6), header.readUInt16LE(8))
  let offset = 13 + colourTableBytes(header[10] as number)
  let frames = 0
  for (;;) {
    const block = await source.read(offset, 10)
    if (block[0] === trailer) break
    if (block[0] === extension) {
      offset = await skipSubBlocks(source, offset + 2)
    } else if (block[0] === image && block.length === 10) {
      frames++
      offset = await skipSubBlocks(source, offset + 11 + colourTableBytes(block[9] as number))
    } else {
      throw block.length < 10
        ? new PictureDamage('cut', 'ends before its trailer')
        : new PictureDamage('broken', 'has an unknown block')
    }
  }
  if (frames === 0) throw new PictureDamage('empty', 'holds no picture')
  return size
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0
}

async function skipSubBlocks(source: ByteSource, from: number): Promise<number> {
  for (let offset = from; ;) {
    const length = (await source.read(offset, 1))[0]
    if (length === undefined) throw new PictureDamage('cut', 'ends before its trailer')
    if (length === 0) return offset + 1
    offset += 1 + length
  }
}
