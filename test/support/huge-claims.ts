import { crc32 } from '../../electron/pictures/formats/crc32'
import { fixture } from './fixture'
import { heicClaiming } from './heic-files'
import { avif, bmpBytes, gifBytes, jpegBytes, pngBytes, webpTurned } from './picture-files'

/** Small files of every type whose headers claim `side` x `side` pixels. */
export function hugeClaims(side: number): Record<string, Buffer> {
  const png = pngBytes()
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  const jpeg = jpegBytes()
  const frame = jpeg.indexOf('ffc0', 0, 'hex')
  jpeg.writeUInt16BE(side, frame + 5)
  jpeg.writeUInt16BE(side, frame + 7)
  const webp = webpTurned()
  webp.writeUIntLE(side - 1, 24, 3)
  webp.writeUIntLE(side - 1, 27, 3)
  const bmp = bmpBytes()
  bmp.writeInt32LE(side, 18)
  bmp.writeInt32LE(side, 22)
  // Compressed: nothing tells from the header how long such pixels are.
  bmp.writeUInt32LE(1, 30)
  return {
    png,
    jpeg,
    webp,
    bmp,
    gif: gifBytes(side, side),
    avif: heicClaiming(avif, side, side),
    heic: heicClaiming(fixture('quarters.heic'), side, side),
    tiff: tiffClaiming(fixture('lzw.tiff'), side, side),
  }
}

export function tiffClaiming(tiff: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(tiff)
  const first = bytes.readUInt32LE(4)
  for (let entry = 0; entry < bytes.readUInt16LE(first); entry++) {
    const at = first + 2 + entry * 12
    const tag = bytes.readUInt16LE(at)
    if (tag !== 256 && tag !== 257) continue
    bytes.writeUInt16LE(4, at + 2)
    bytes.writeUInt32LE(tag === 256 ? width : height, at + 8)
  }
  return bytes
}
