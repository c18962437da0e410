import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import zlib from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWideProfile } from '../../../../renderer/stores/colour-profile'
import { decodeByMagick, loadMagick } from '../../../../renderer/stores/decode-magick'
import { iccProfile } from '../../../../renderer/stores/icc-profile'
import { quartersOf, uprightQuarters as upright } from '../../../support/quarters'
import { fixture } from '../../../support/fixture'
import { tiffClaiming } from '../../../support/huge-claims'
import { heicClaiming, heicMirror, heicProfile, heicTurn, heicWith } from '../../../support/heic-files'

const never = () => false

beforeAll(async () => {
  await loadMagick(readFileSync(createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')))
})

describe('a HEIC photo', () => {
  const plain = fixture('quarters.heic')

  it('is opened', () => {
    const picture = decodeByMagick(plain, 'heic', never)
    expect(picture).toMatchObject({ width: 48, height: 32, profile: null })
    expect(quartersOf(picture)).toBe(upright)
  })

  it.each([
    ['a quarter', [heicTurn(1)], 'green white red blue'],
    ['half', [heicTurn(2)], 'white blue green red'],
    ['three quarters', [heicTurn(3)], 'blue red white green'],
    ['not, and mirrored', [heicMirror(1)], 'green red white blue'],
  ] as const)('is turned by %s as it says', (_how, properties, expected) => {
    expect(quartersOf(decodeByMagick(heicWith(plain, ...properties), 'heic', never))).toBe(expected)
  })

  it('is not turned twice by what its camera noted besides', () => {
    expect(quartersOf(decodeByMagick(fixture('camera-note.heic'), 'heic', never))).toBe(upright)
  })

  it('keeps the wide colours of a phone, or turns them into sRGB', () => {
    const wide = iccProfile('display-p3')
    const photo = heicWith(plain, heicProfile(wide))
    const kept = decodeByMagick(photo, 'heic', isWideProfile)
    expect(Buffer.from(kept.profile ?? []).equals(wide)).toBe(true)
    expect(quartersOf(kept)).toBe(upright)
    const { profile, data } = decodeByMagick(photo, 'heic', never)
    expect(profile).toBeNull()
    // The red of a wide screen is stronger than any of sRGB.
    expect(data[0]).toBeGreaterThan(235)
    expect(data[1]).toBeLessThan(15)
  })
})

describe('what is hostile', () => {
  it('ends as an error, however much it claims', () => {
    expect(() => decodeByMagick(heicClaiming(fixture('quarters.heic'), 30_000, 30_000), 'heic', never)).toThrow()
    expect(() => decodeByMagick(heicClaiming(fixture('quarters.heic'), 8000, 7000), 'heic', never)).toThrow()
    expect(() => decodeByMagick(tiffClaiming(fixture('lzw.tiff'), 16_000, 16_000), 'tiff', never)).toThrow()
    expect(() => decodeByMagick(tiffClaiming(fixture('lzw.tiff'), 8000, 7000), 'tiff', never)).toThrow()
    expect(() => decodeByMagick(fixture('quarters.heic').subarray(0, -60), 'heic', never)).toThrow()
  })

  it('is not opened as another type than it was checked as', () => {
    expect(() => decodeByMagick(fixture('sixteen-bit.png'), 'tiff', never)).toThrow()
    expect(() => decodeByMagick(Buffer.from('push graphic-context'), 'tiff', never)).toThrow()
  })

  it('takes no more memory than its size says, however far its data would expand', () => {
    const bytes = expandingTiff(1000, 200)
    const before = process.memoryUsage().rss
    expect(decodeByMagick(bytes, 'tiff', never)).toMatchObject({ width: 1000, height: 1000 })
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})

/** Grey pixels that a few kilobytes of data expand into, and so many megabytes more. */
function expandingTiff(side: number, megabytes: number): Buffer {
  const part = Buffer.alloc(1024 * 1024)
  const deflate = zlib.deflateSync(Buffer.concat(Array.from({ length: megabytes }, () => part)))
  const entries = [
    [256, side],
    [257, side],
    [258, 8],
    [259, 8],
    [262, 1],
    [273, 8],
    [278, side],
    [279, deflate.length],
  ]
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  directory.writeUInt16LE(entries.length, 0)
  entries.forEach(([tag = 0, value = 0], entry) => {
    const at = 2 + entry * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(4, at + 2)
    directory.writeUInt32LE(1, at + 4)
    directory.writeUInt32LE(value, at + 8)
  })
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1')
  head.writeUInt32LE(8 + deflate.length, 4)
  return Buffer.concat([head, deflate, directory])
}

describe('a TIFF picture', () => {
  it.each([
    'lzw.tiff',
    'deflate-16.tiff',
    'jpeg.tiff',
    'packbits.tiff',
    'planes.tiff',
    'predictor.tiff',
    'palette.tiff',
    'tiled.tiff',
    'big.tiff',
    'msb.tiff',
    'pages.tiff',
    'cmyk.tiff',
  ])('is opened: %s', (name) => {
    const picture = decodeByMagick(fixture(name), 'tiff', never)
    expect(picture).toMatchObject({ width: 48, height: 32, profile: null })
    expect(quartersOf(picture)).toBe(upright)
  })

  it('is upright', () => {
    const picture = decodeByMagick(fixture('turned.tiff'), 'tiff', never)
    expect([picture.width, picture.height, quartersOf(picture)]).toEqual([32, 48, 'blue red white green'])
  })

  it('keeps what is see-through', () => {
    const { data } = decodeByMagick(fixture('see-through.tiff'), 'tiff', never)
    expect(data[3]).toBeGreaterThan(120)
    expect(data[3]).toBeLessThan(135)
  })

  it('without colours is grey, or black and white', () => {
    const grey = decodeByMagick(fixture('gray.tiff'), 'tiff', never).data
    expect([grey[0], grey[1]]).toEqual([grey[2], grey[2]])
    const fax = decodeByMagick(fixture('fax.tiff'), 'tiff', never).data
    expect([...fax].every((value) => value === 0 || value === 255)).toBe(true)
  })
})
