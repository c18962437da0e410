import { describe, expect, it } from 'vitest'
import { bytesSource, type ByteSource } from '../../../../../electron/pictures/byte-source'
import { checkPicture } from '../../../../../electron/pictures/check-picture'
import { exif, segment, withSegments } from '../../../../support/jpeg-segments'
import { jpegBytes } from '../../../../support/picture-files'

const whole = withSegments(jpegBytes(40, 30), segment(0xe1, exif(6)))

/** The picture with its first segment of this kind saying that it is `length` bytes long. */
function withLength(marker: number, length: number): Buffer {
  const bytes = Buffer.from(whole)
  bytes.writeUInt16BE(length, bytes.indexOf(Buffer.from([0xff, marker])) + 2)
  return bytes
}

/** Fails where it is asked for what no file has. */
function strict(bytes: Uint8Array): ByteSource {
  const source = bytesSource(bytes)
  return {
    size: source.size,
    read: (offset, length) => {
      if (offset < 0 || length < 0) throw new RangeError(`read ${length} bytes at ${offset}`)
      return source.read(offset, length)
    },
  }
}

describe('a JPEG with a segment shorter than its own length', () => {
  const kinds = [
    ['camera data', 0xe1],
    ['JFIF', 0xe0],
    ['tables', 0xdb],
    ['the frame', 0xc0],
    ['the scan', 0xda],
  ] as const

  it('is taken when the length is right', async () => {
    expect(await checkPicture(strict(whole))).toMatchObject({ ok: true, width: 30, height: 40 })
  })

  it.each(kinds.flatMap(([name, marker]) => [0, 1].map((length) => ({ name, marker, length }))))(
    'is broken: $name of $length',
    async ({ marker, length }) => {
      expect(await checkPicture(strict(withLength(marker, length)))).toMatchObject({
        ok: false,
        reason: { says: 'damaged', type: 'jpeg' },
      })
    },
  )
})
