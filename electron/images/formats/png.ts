import type { ByteSource } from '../byte-source'
import { checkedSize, PictureDamage, type PictureSize } from '../picture-damage'
import { crc32 } from './crc32'

const step = 64 * 1024

/** Walks every chunk up to IEND and compares its checksum. */
export async function measurePng(source: ByteSource): Promise<PictureSize> {
  let size: PictureSize | null = null
  let hasData = false
  for (let offset = 8; ;) {
    const head = await source.read(offset, 8)
    if (head.length < 8) throw new PictureDamage('cut', 'ends before its last chunk')
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (offset + 12 + length > source.size) throw new PictureDamage('cut', `ends inside its ${type} chunk`)
    if (!size && type !== 'IHDR') throw new PictureDamage('broken', 'does not begin with its header')
    await checkCrc(source, offset + 4, length + 4, type)
    if (type === 'IHDR') size = await readHeader(source, offset + 8, length)
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') break
    offset += 12 + length
  }
  if (!size || !hasData) throw new PictureDamage('empty', 'holds no picture')
  return size
}

async function readHeader(source: ByteSource, offset: number, length: number): Promise<PictureSize> {
  if (length !== 13) throw new PictureDamage('broken', 'has a header of the wrong length')
  const header = await source.read(offset, length)
  return checkedSize(header.readUInt32BE(0), header.readUInt32BE(4))
}

async function checkCrc(source: ByteSource, offset: number, length: number, type: string): Promise<void> {
  let crc = 0
  for (let done = 0; done < length; done += step) {
    crc = crc32(await source.read(offset + done, Math.min(step, length - done)), crc)
  }
  const stored = await source.read(offset + length, 4)
  if (stored.readUInt32BE(0) !== crc) throw new PictureDamage('broken', `has a wrong checksum in its ${type} chunk`)
}
