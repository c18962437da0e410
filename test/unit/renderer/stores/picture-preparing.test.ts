import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { convertedName } from '../../../../renderer/stores/convert-picture'
import { encodeWithin } from '../../../../renderer/stores/encode-within'
import { isAnimatedGif } from '../../../../renderer/stores/gif-frames'
import { withoutMetadata } from '../../../../renderer/stores/strip-metadata'
import { fixture } from '../../../support/fixture'
import { exif, segment } from '../../../support/jpeg-segments'
import { gifBytes, jpegBytes, pngBytes, webpLossy } from '../../../support/picture-files'

const secret = 'taken at home'

const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(40, 7)])

function photo(...notes: Buffer[]): Buffer {
  const plain = jpegBytes(40, 30)
  return Buffer.concat([plain.subarray(0, 2), ...notes, plain.subarray(2)])
}

const has = (bytes: Uint8Array | null, words: string) => Buffer.from(bytes ?? []).includes(words)

describe('data about a photo', () => {
  it('goes, and the pixels and the colour profile stay', () => {
    const bytes = photo(segment(0xe1, exif(1, secret)), segment(0xe2, profile), segment(0xfe, Buffer.from(secret)))
    const lean = withoutMetadata(bytes, 'image/jpeg')
    expect(has(lean, secret)).toBe(false)
    expect(has(lean, 'ICC_PROFILE')).toBe(true)
    expect(jpeg.decode(lean as Uint8Array).data.equals(jpeg.decode(jpegBytes(40, 30)).data)).toBe(true)
  })

  it('goes from a real photo: place, camera, serial number', () => {
    const bytes = fixture('gps.jpg')
    expect(has(bytes, 'Exif')).toBe(true)
    expect(has(bytes, '12345')).toBe(true)
    const lean = withoutMetadata(bytes, 'image/jpeg')
    for (const words of ['Exif', '12345', 'Camera']) expect(has(lean, words)).toBe(false)
    expect(jpeg.decode(lean as Uint8Array).data.equals(jpeg.decode(bytes).data)).toBe(true)
  })

  it('goes from a second picture behind the first as well', () => {
    const bytes = Buffer.concat([photo(), photo(segment(0xe1, exif(1, secret)))])
    expect(Buffer.from(withoutMetadata(bytes, 'image/jpeg') ?? [])).toEqual(photo())
  })

  it('makes the picture be written anew when it says that the camera was turned', () => {
    expect(withoutMetadata(photo(segment(0xe1, exif(6, secret))), 'image/jpeg')).toBeNull()
  })

  it.each([
    ['a cut JPEG', photo(segment(0xe1, exif(1, secret))).subarray(0, 60), 'image/jpeg'],
    ['a cut PNG', pngBytes().subarray(0, 40), 'image/png'],
    ['what is no JPEG', webpLossy, 'image/jpeg'],
    ['another type', webpLossy, 'image/webp'],
  ])('is left to the encoder for %s', (_what, bytes, type) => expect(withoutMetadata(bytes, type)).toBeNull())

  it('goes from a PNG whose pixels stay', () => {
    const plain = pngBytes(20, 10)
    const text = Buffer.concat([Buffer.alloc(4), Buffer.from(`tEXtWhere\0${secret}`), Buffer.alloc(4)])
    text.writeUInt32BE(text.length - 12, 0)
    const lean = withoutMetadata(Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]), 'image/png')
    expect(Buffer.from(lean ?? [])).toEqual(plain)
    expect(PNG.sync.read(Buffer.from(lean ?? [])).width).toBe(20)
  })
})

describe('a GIF', () => {
  const still = gifBytes()
  const frame = still.subarray(still.indexOf(0x2c), still.length - 1)
  it('with one frame is still', () => expect(isAnimatedGif(still)).toBe(false))
  it('with two frames moves', () => {
    expect(isAnimatedGif(Buffer.concat([still.subarray(0, -1), frame, Buffer.from([0x3b])]))).toBe(true)
  })
  it('that is cut off is still', () => expect(isAnimatedGif(still.subarray(0, 20))).toBe(false))
})

describe('a picture made to fit', () => {
  /** Bytes follow the pixels and the quality, as with real encoders, roughly. */
  const encoder = (full: number) => {
    const asked: string[] = []
    const encode = async ({ scale, quality }: { scale: number; quality: number }) => {
      asked.push(`${scale.toFixed(2)} ${quality}`)
      return { size: full * scale * scale * quality, scale, quality }
    }
    return { asked, encode }
  }

  it('is taken as wished when it fits', async () => {
    const { asked, encode } = encoder(100)
    expect(await encodeWithin(100, { scale: 1, quality: 0.9 }, true, encode)).toMatchObject({ scale: 1, quality: 0.9 })
    expect(asked).toEqual(['1.00 0.9'])
  })

  it('loses quality before it loses pixels', async () => {
    const { encode } = encoder(100)
    expect(await encodeWithin(85, { scale: 1, quality: 0.9 }, true, encode)).toMatchObject({ scale: 1, quality: 0.82 })
  })

  it('loses pixels when quality is not enough, and is never raised above the wish', async () => {
    const { asked, encode } = encoder(100)
    const fit = await encodeWithin(20, { scale: 0.8, quality: 0.75 }, true, encode)
    expect(fit?.size).toBeLessThanOrEqual(20)
    expect(asked.slice(0, 2)).toEqual(['0.80 0.75', '0.80 0.72'])
  })

  it('of a type without quality loses pixels at once', async () => {
    const { asked, encode } = encoder(100)
    await encodeWithin(50, { scale: 1, quality: 1 }, false, encode)
    expect(asked).toEqual(['1.00 1', '0.68 1'])
  })

  it('is given up when nothing helps', async () => {
    expect(await encodeWithin(10, { scale: 1, quality: 1 }, true, async () => ({ size: 11 }))).toBeNull()
  })
})

describe('the name of a prepared picture', () => {
  it.each([
    ['mug.JPG', 'image/jpeg', 'mug.JPG'],
    ['mug.png', 'image/jpeg', 'mug.jpg'],
    ['mug.gif', 'image/png', 'mug.png'],
    ['mug.gif', 'image/gif', 'mug.gif'],
    ['IMG_1.HEIC', 'image/jpeg', 'IMG_1.jpg'],
    ['scan.tif', 'image/png', 'scan.png'],
  ] as const)('%s as %s is %s', (name, type, result) => expect(convertedName(name, type)).toBe(result))
})
