import { PNG } from 'pngjs'
import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { wideProfileIn, withProfile } from '../../../../renderer/stores/colour-profile'
import { iccProfile } from '../../../../renderer/stores/icc-profile'
import { fixture } from '../../../support/fixture'
import { jpegBytes, pngBytes, webpLossy } from '../../../support/picture-files'

const wide = iccProfile('display-p3')
const own = (bytes: Buffer) => new Uint8Array(bytes)

describe('a wide colour profile', () => {
  it.each([
    ['image/jpeg', jpegBytes(40, 30)],
    ['image/png', pngBytes(40, 30)],
  ])('is put into a %s once, and found there again', async (type, bytes) => {
    const first = await withProfile(own(bytes), type, iccProfile('srgb'))
    const written = await withProfile(first, type, wide)
    expect(Buffer.from((await wideProfileIn(written, type)) ?? [])).toEqual(Buffer.from(wide))
    expect(written.length - bytes.length).toBeLessThan(wide.length + 200)
    const decoded = type === 'image/png' ? PNG.sync.read(Buffer.from(written)) : jpeg.decode(written)
    expect(decoded).toMatchObject({ width: 40, height: 30 })
  })

  it('is found in as many parts as it has', async () => {
    const long = new Uint8Array(200_000)
    long.set(wide)
    const written = await withProfile(own(jpegBytes()), 'image/jpeg', long)
    expect(Buffer.from((await wideProfileIn(written, 'image/jpeg')) ?? []).equals(long)).toBe(true)
  })

  it.each([
    ['there is none', 'image/jpeg', own(jpegBytes())],
    ['there is none', 'image/webp', own(webpLossy)],
    ['its colours are for print', 'image/jpeg', own(fixture('cmyk.jpg'))],
    ['the file is cut off', 'image/png', own(pngBytes().subarray(0, 40))],
  ])('is none when %s: %s', async (_why, type, bytes) => expect(await wideProfileIn(bytes, type)).toBeNull())

  it('is none when it is sRGB, which needs none', async () => {
    const written = await withProfile(own(jpegBytes()), 'image/jpeg', iccProfile('srgb'))
    expect(await wideProfileIn(written, 'image/jpeg')).toBeNull()
  })
})
