import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStaging } from '../../../../electron/pictures/staging'
import { readyToOpen } from '../../../../electron/pictures/mend-picture'
import { crc32 } from '../../../../electron/pictures/formats/crc32'
import { fixture } from '../../../support/fixture'
import { jpegBytes, pngBytes, webpAlpha, webpLossy, webpMoving } from '../../../support/picture-files'
import { quarterJpeg } from '../../../support/quarters'
import { loadMagickForTests, progressiveJpeg, shown, type Shown } from '../../../support/sloppy-pictures'

let folder: string
beforeAll(loadMagickForTests)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-sloppy-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What is sent for these bytes; null: they were refused as damaged. */
async function sent(bytes: Uint8Array): Promise<Buffer | null> {
  const staging = createStaging({ folder })
  const { hash } = await staging.stageBytes('a', bytes).catch((error: Error) => {
    expect(error.message).toMatch(/damaged/)
    return { hash: null }
  })
  return hash === null ? null : staging.read(hash)
}

const opened = async (bytes: Uint8Array) => Buffer.from(await readyToOpen(new Uint8Array(bytes)))
const noisy = (width: number, height: number) => pngBytes(width, height, { noise: true })
const notesOf = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.from('SEFH more of the phone\0\x3b\xff\xfe'.repeat(40), 'latin1')])
/** The pure colours of the sloppy files, each quarter pixel for pixel up to what compression changes. */
function expectQuarters({ width, height, data }: Shown): void {
  expect([width, height]).toEqual([96, 64])
  const colours = [
    [255, 0, 0],
    [0, 128, 0],
    [0, 0, 255],
    [255, 255, 255],
  ]
  let farthest = 0
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    const colour = colours[(x >= width / 2 ? 1 : 0) + (y >= height / 2 ? 2 : 0)] ?? []
    colour.forEach((value, channel) => (farthest = Math.max(farthest, Math.abs(value - (data[at + channel] ?? 0)))))
  }
  expect(farthest).toBeLessThan(40)
}

const emptyNote = Buffer.from('000000007445587400000000', 'hex')

describe('a picture whose pixels are all there is sent, wrapped as it should be', () => {
  it.each([
    ['gif-no-trailer.gif', 'Gif', (bytes: Buffer) => bytes.at(-1) === 0x3b],
    ['gif-extra-byte.gif', 'Gif', (bytes: Buffer) => bytes.length === fixture('gif-no-trailer.gif').length + 1],
    [
      'png-text-chunk-wrong-crc.png',
      'Png',
      (bytes: Buffer) => bytes.length < fixture('png-text-chunk-wrong-crc.png').length,
    ],
    ['jpeg-no-eoi.jpg', 'Jpeg', (bytes: Buffer) => bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9]))],
  ] as const)('%s', async (name, format, isRight) => {
    const bytes = (await sent(fixture(name))) ?? Buffer.alloc(0)
    expect(isRight(bytes)).toBe(true)
    expectQuarters(shown(bytes, format))
    expect((await sent(bytes))?.equals(bytes)).toBe(true)
  })

  it.each([
    ['heic-trailing-garbage.heic', 'Heic'],
    ['avif-trailing-garbage.avif', 'Avif'],
  ] as const)('%s is opened without what follows the picture', async (name, format) => {
    const whole = fixture(name)
    const bytes = await opened(whole)
    expect(bytes.length).toBeLessThan(whole.length)
    expect(bytes.equals(whole.subarray(0, bytes.length))).toBe(true)
    expectQuarters(shown(bytes, format))
  })

  it('a PNG without its last chunk, with a wrong one, or with half of one', async () => {
    const whole = noisy(33, 21)
    for (const bytes of [
      whole.subarray(0, -12),
      whole.subarray(0, -5),
      Buffer.concat([whole.subarray(0, -4), Buffer.alloc(4)]),
    ]) {
      expect((await sent(bytes))?.equals(whole)).toBe(true)
    }
  })

  it('a PNG with a wrong checksum in any note, but in nothing that is seen', async () => {
    const whole = noisy(20, 10)
    const withNote = (type: string) => {
      const note = Buffer.from(emptyNote)
      note.write(type, 4, 'latin1')
      note.writeUInt32BE((crc32(note.subarray(4, 8)) ^ 1) >>> 0, 8)
      return Buffer.concat([whole.subarray(0, 33), note, whole.subarray(33)])
    }
    for (const type of ['tEXt', 'iTXt', 'pHYs', 'eXIf', 'vpAg'])
      expect((await sent(withNote(type)))?.equals(whole)).toBe(true)
    for (const type of ['tRNS', 'PLTE', 'acTL']) expect(await sent(withNote(type))).toBeNull()
  })

  it('a panorama whose end marker is missing before what the phone appended', async () => {
    const whole = jpegBytes(200, 30)
    const bytes = (await sent(notesOf(whole.subarray(0, -2)))) ?? Buffer.alloc(0)
    expect(bytes.includes('SEFH')).toBe(false)
    expect(shown(bytes, 'Jpeg').data.equals(shown(whole, 'Jpeg').data)).toBe(true)
  })

  it('a WebP that claims another length than it has', async () => {
    for (const whole of [webpLossy, webpAlpha, webpMoving()]) {
      for (const claim of [0, 12, whole.length + 1, 0xfffffff0]) {
        const bytes = Buffer.from(whole)
        bytes.writeUInt32LE(claim, 4)
        expect((await opened(bytes)).equals(whole), `${claim}`).toBe(true)
      }
    }
  })

  it('whatever was right before keeps its bytes', async () => {
    for (const whole of [
      noisy(9, 9),
      quarterJpeg(1),
      notesOf(quarterJpeg(1)),
      notesOf(noisy(9, 9)),
      fixture('cmyk.jpg'),
    ]) {
      expect((await sent(whole))?.equals(whole)).toBe(true)
    }
  })
})

describe('a picture that stops early is refused, and what is taken has every pixel', () => {
  const jpegs = async () => {
    const png = noisy(70, 50)
    return [jpegBytes(60, 40), quarterJpeg(1), progressiveJpeg(png)]
  }

  it('a JPEG, cut anywhere', async () => {
    for (const whole of await jpegs()) {
      const before = shown(whole, 'Jpeg').data
      for (let length = 30; length < whole.length; length += whole.length - length < 40 ? 1 : 53) {
        const bytes = await sent(whole.subarray(0, length))
        // The marker has two bytes; some encoders write a few unused ones before it.
        if (length >= whole.length - 2) expect(bytes).not.toBeNull()
        if (length < whole.length - 6) expect(bytes, `${length} of ${whole.length}`).toBeNull()
        if (bytes) expect(shown(bytes, 'Jpeg').data.equals(before)).toBe(true)
      }
    }
  })

  it('a JPEG that ends in zeros, as a broken download leaves it', async () => {
    for (const whole of await jpegs()) {
      for (const part of [0.5, 0.7, 0.9]) {
        const bytes = Buffer.from(whole).fill(0, Math.floor(whole.length * part))
        expect(await sent(Buffer.concat([bytes, Buffer.alloc(20_000)]))).toBeNull()
      }
    }
  })

  it('a GIF, cut anywhere', async () => {
    const whole = Buffer.concat([fixture('gif-no-trailer.gif'), Buffer.from([0x3b])])
    const before = shown(whole, 'Gif').data
    for (let length = 14; length < whole.length; length++) {
      const bytes = await sent(whole.subarray(0, length))
      expect(bytes !== null, `${length} of ${whole.length}`).toBe(length >= whole.length - 3)
      if (bytes) expect(shown(bytes, 'Gif').data.equals(before)).toBe(true)
    }
  })

  it('a PNG, cut anywhere', async () => {
    const whole = noisy(30, 20)
    for (let length = 30; length < whole.length; length += 5) {
      const bytes = await sent(whole.subarray(0, length))
      expect(bytes !== null, `${length} of ${whole.length}`).toBe(length >= whole.length - 12)
    }
  })

  it('a PNG whose rows are fewer than it says', async () => {
    const bytes = noisy(30, 20).subarray(0, -12)
    bytes.writeUInt32BE(21, 20)
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    expect(await sent(bytes)).toBeNull()
  })

  it('a HEIC with something else in the place of its photo', async () => {
    const whole = fixture('quarters.heic')
    const data = whole.lastIndexOf('mdat') + 4
    for (const fill of [0, 0x55, 0xff]) {
      await expect(opened(Buffer.from(whole).fill(fill, data))).rejects.toThrow(/HEIC file is damaged/)
    }
    await expect(opened(Buffer.from(whole).fill(0, whole.length - 60))).rejects.toThrow(/HEIC file is damaged/)
    expect((await opened(whole)).equals(whole)).toBe(true)
  })
})
