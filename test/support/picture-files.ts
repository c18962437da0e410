import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** A whole PNG; `noise` makes it large, because noise cannot be compressed. */
export function pngBytes(width = 12, height = 8, { shade = 90, noise = false } = {}): Buffer {
  const image = new PNG({ width, height })
  for (let at = 0; at < image.data.length; at++) {
    image.data[at] = at % 4 === 3 ? 255 : noise ? (Math.imul(at + shade, 2654435761) >>> 13) & 0xff : shade
  }
  return PNG.sync.write(image, noise ? { deflateLevel: 0 } : {})
}

export function jpegBytes(width = 12, height = 8, shade = 90): Buffer {
  const data = Buffer.alloc(width * height * 4, shade)
  return jpeg.encode({ width, height, data }, 80).data
}

/** One pixel, stretched by the header: decoders show it with its background. */
export function gifBytes(width = 12, height = 8): Buffer {
  const bytes = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

/** 24 bits per pixel, rows from the bottom up. */
export function bmpBytes(width = 12, height = 8, blue = 200): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4
  const bytes = Buffer.alloc(54 + row * height, blue)
  bytes.fill(0, 0, 54)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64')

/** All 9 x 5 pixels, a reddish orange; made with libwebp and libaom. */
export const webpLossy = fromBase64(
  'UklGRjYAAABXRUJQVlA4ICoAAACQAQCdASoJAAUAAsBMJaACdLoAA5gA/t4Sf3NjnFreP/JT+S7pW2YAAAA=',
)
export const webpLossless = fromBase64('UklGRh4AAABXRUJQVlA4TBEAAAAvCAABAAdQqCIXpf+BiOh/AAA=')
/** Half see-through. */
export const webpAlpha = fromBase64(
  'UklGRloAAABXRUJQVlA4WAoAAAAQAAAACAAABAAAQUxQSAoAAAABB1DAiAhERP8DVlA4ICoAAACQAQCdASoJAAUAAoBCJaACdLoAA5gA/uC5f+A3XxbeN/8zR+k30m7mAAA=',
)
export const avif = fromBase64(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACMAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAkAAAAFAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAArbWRhdBIACgg4DKI0gIaDSDIVGsJi5OAAFAAAsJ/OXm8oNQ79EBZg',
)
export const avifAlpha = fromBase64(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAXBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABlAABAAAAAAAAACMAAgAAAAABtwABAAAAAAAAABEAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABhdjAxAAAAABVpbmZlAgAAAAACAABhdjAxAAAAAA5waXRtAAAAAAABAAAAr2lwcnAAAACKaXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAkAAAAFAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQAcAAAAAA5waXhpAAAAAAEIAAAAOGF1eEMAAAAAdXJuOm1wZWc6bXBlZ0I6Y2ljcDpzeXN0ZW1zOmF1eGlsaWFyeTphbHBoYQAAAAAdaXBtYQAAAAAAAAACAAEDgQIDAAIEhAIFhgAAABppcmVmAAAAAAAAAA5hdXhsAAIAAQABAAAAPG1kYXQSAAoIOAyiNICGg0gyFRrCYuTgABQAALCfzl5vKDUO/RAWYBIACgUYDKIwqDIGGYAAAUAM',
)

/** The same WebP with a camera's note that it is to be turned by a quarter. */
export function webpTurned(orientation = 6): Buffer {
  const exif = Buffer.alloc(26)
  exif.write('II*\0', 0, 'latin1')
  exif.writeUInt32LE(8, 4)
  exif.writeUInt16LE(1, 8)
  exif.writeUInt16LE(0x0112, 10)
  exif.writeUInt16LE(3, 12)
  exif.writeUInt32LE(1, 14)
  exif.writeUInt16LE(orientation, 18)
  const features = Buffer.from([0x08, 0, 0, 0, 8, 0, 0, 4, 0, 0])
  const chunks = [chunk('VP8X', features), webpLossy.subarray(12), chunk('EXIF', exif)]
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** The red of `webpLossy`, then another frame. */
export function webpMoving(): Buffer {
  const features = Buffer.from([0x02, 0, 0, 0, 8, 0, 0, 4, 0, 0])
  const frameHead = Buffer.from([0, 0, 0, 0, 0, 0, 8, 0, 0, 4, 0, 0, 100, 0, 0, 0])
  const frame = (picture: Buffer) => chunk('ANMF', Buffer.concat([frameHead, picture.subarray(12)]))
  const chunks = [chunk('VP8X', features), chunk('ANIM', Buffer.alloc(6)), frame(webpLossy), frame(webpLossless)]
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

function chunk(name: string, bytes: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([head, bytes])
}
