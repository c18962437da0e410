import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crc32 } from '../../../../electron/pictures/formats/crc32'
import { inspectPictures } from '../../../../electron/pictures/inspect'
import { sentenceText } from '../../../../electron/shared/words/sentence'
import {
  avif,
  avifAlpha,
  bmpBytes,
  gifBytes,
  jpegBytes,
  pngBytes,
  webpAlpha,
  webpLossless,
  webpLossy,
  webpMoving,
  webpTurned,
} from '../../../support/picture-files'
import { fixture } from '../../../support/fixture'
import { quarterJpeg } from '../../../support/quarters'
import { heicTurn, heicWith } from '../../../support/heic-files'

const heic = fixture('quarters.heic')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-inspect-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

/** As its owner reads it. */
async function inspected(...asked: Parameters<typeof inspectPictures>) {
  return (await inspectPictures(...asked)).map((verdict) =>
    verdict.ok
      ? { ...verdict, note: verdict.note && sentenceText(verdict.note) }
      : { ...verdict, reason: sentenceText(verdict.reason) },
  )
}

async function verdictOn(name: string, bytes: Uint8Array | string) {
  const [verdict] = await inspected([write(name, bytes)])
  if (!verdict) throw new Error('no verdict')
  return verdict
}

async function reasonFor(name: string, bytes: Uint8Array | string): Promise<string> {
  const verdict = await verdictOn(name, bytes)
  return verdict.ok ? `taken as ${verdict.type}` : verdict.reason
}

/** What a camera's own format begins with: a preview, and a directory below it with the sensor's data. */
function rawFile(): Buffer {
  const bytes = Buffer.from(fixture('lzw.tiff'))
  const first = bytes.readUInt32LE(4)
  const entries = bytes.readUInt16LE(first)
  for (let at = first + 2; at < first + 2 + entries * 12; at += 12) {
    // The colours say: as the sensor counts them.
    if (bytes.readUInt16LE(at) === 262) bytes.writeUInt16LE(32_803, at + 8)
  }
  return bytes
}

/** A JPEG that says it is of another kind. */
function rareJpeg(marker: number, bits: number): Buffer {
  const bytes = jpegBytes()
  const frame = bytes.indexOf('ffc0', 0, 'hex')
  bytes[frame + 1] = marker
  bytes[frame + 4] = bits
  return bytes
}

/** A JPEG as cameras write it: a small picture in the header, more than one scan, a film behind the end. */
function withSegment(jpeg: Buffer, marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)])
}

describe('a picture is known by its content', () => {
  it.each([
    ['jpeg', jpegBytes(31, 17), 31, 17, false],
    ['png', pngBytes(31, 17), 31, 17, false],
    ['gif', gifBytes(31, 17), 31, 17, false],
    ['bmp', bmpBytes(31, 17), 31, 17, true],
    ['webp', webpLossy, 9, 5, true],
    ['webp', webpLossless, 9, 5, true],
    ['webp', webpAlpha, 9, 5, true],
    ['webp', webpTurned(), 9, 5, true],
    ['avif', avif, 9, 5, true],
    ['avif', avifAlpha, 9, 5, true],
    ['heic', heic, 48, 32, true],
    ['heic', heicWith(heic, heicTurn(1)), 32, 48, true],
    ['tiff', fixture('lzw.tiff'), 48, 32, true],
    ['tiff', fixture('turned.tiff'), 32, 48, true],
    ['tiff', fixture('tiled.tiff'), 48, 32, true],
    ['tiff', fixture('msb.tiff'), 48, 32, true],
    ['tiff', fixture('big.tiff'), 48, 32, true],
  ] as const)('%s, whatever its name says', async (type, bytes, width, height, needsConversion) => {
    const verdict = await verdictOn('picture.txt', bytes)
    expect(verdict).toMatchObject({ ok: true, type, width, height, needsConversion, bytes: bytes.length })
    expect(verdict.name).toBe('picture.txt')
  })

  it.each([
    ['pages.tiff', /^It has 3 pages; only the first one is used\.$/],
    ['cmyk.tiff', /made for print/],
  ])('says what will be different in the shop: %s', async (name, note) => {
    expect(await verdictOn(name, fixture(name))).toMatchObject({ ok: true, note: expect.stringMatching(note) })
  })

  it('says that a WebP which moves will stand still', async () => {
    expect(await verdictOn('a.webp', webpMoving())).toMatchObject({
      note: expect.stringMatching(/stands still/),
    })
  })

  it('says that a PNG which moves stands still when it is made smaller', async () => {
    const still = pngBytes()
    const control = Buffer.from('000000086163544c0000000100000000b92d9af7', 'hex')
    control.writeUInt32BE(crc32(control.subarray(4, 16)), 16)
    const moving = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)])
    expect(await verdictOn('a.png', moving)).toMatchObject({
      ok: true,
      note: expect.stringMatching(/smaller, it stands still/),
    })
    expect(await verdictOn('a.png', still)).toMatchObject({ ok: true, note: null })
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('knows a JPEG that is not upright: %i', async (orientation) => {
    const verdict = await verdictOn('a.jpg', quarterJpeg(orientation))
    expect(verdict).toMatchObject({ ok: true, width: 96, height: 64, isTurned: true, needsConversion: true })
  })

  it('takes a JPEG with a preview inside and a film behind it', async () => {
    const jpeg = jpegBytes(40, 30)
    const camera = Buffer.concat([withSegment(jpeg, 0xe1, jpegBytes(4, 3)), Buffer.alloc(5000, 7)])
    expect(await verdictOn('a.jpg', camera)).toMatchObject({ ok: true, width: 40, height: 30 })
  })

  it('takes a picture larger than one read', async () => {
    const bytes = pngBytes(700, 500, { noise: true })
    expect(bytes.length).toBeGreaterThan(1024 * 1024)
    expect(await verdictOn('large.png', bytes)).toMatchObject({ ok: true, width: 700, height: 500 })
  })
})

describe('what cannot be sent is refused with a sentence', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'The file is empty (0 bytes).'],
    ['a TIFF with a rare compression', fixture('zstd.tiff'), /TIFF is compressed in a way.*Save it as JPEG/],
    ['the raw file of a camera', rawFile(), /raw file of a camera.*Export it as JPEG/],
    ['an SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['an SVG behind a byte order mark', '\ufeff<svg/>', /SVG/],
    ['an SVG behind a note', '<!-- Generator: a drawing program -->\n<svg/>', /SVG/],
    [
      'an SVG behind what Illustrator declares',
      `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C" [ ${'<!ENTITY ns_svg "x">'.repeat(40)} ]>\n<svg/>`,
      /SVG/,
    ],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a Photoshop file', '8BPS\0\x01', /Photoshop/],
    ['a film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), /film/],
    ['a JPEG XL picture', fixture('jxl.jxl'), /^This is a JPEG XL picture.*Save it as JPEG or PNG/],
    ['a bare JPEG XL picture', Buffer.from('ff0a7f0000', 'hex'), /JPEG XL/],
    ['a JPEG 2000 picture', fixture('jp2.jp2'), /^This is a JPEG 2000 picture.*Save it as JPEG or PNG/],
    ['an icon', fixture('icon.ico'), /^This is an icon.*Save it as JPEG or PNG/],
    ['a cursor', Buffer.from('00000200010020200000', 'hex'), /^This is an icon/],
    ['a Targa picture, which begins as an icon does', Buffer.from('000002000000000000000000', 'hex'), /not a picture/],
    ['a CR3 of Canon', fixture('raw-cr3.cr3'), /raw file of a camera.*Export it as JPEG/],
    ['a CR2 of Canon', 'II*\0\x10\0\0\0CR\x02\0', /raw file of a camera/],
    ['a CRW of Canon', 'II\x1a\0\0\0HEAPCCDR', /raw file of a camera/],
    ['a RAF of Fujifilm', 'FUJIFILMCCD-RAW 0201', /raw file of a camera/],
    ['an ORF of Olympus', 'IIRO\x08\0\0\0', /raw file of a camera/],
    ['an RW2 of Panasonic', 'IIU\0\x18\0\0\0', /raw file of a camera/],
    ['an X3F of Sigma', 'FOVb\0\0', /raw file of a camera/],
    ['a drawing for print', '%!PS-Adobe-3.0 EPSF-3.0', /EPS.*Save it as JPEG or PNG/],
    ['a GIMP file', 'gimp xcf v011', /GIMP.*Save it as JPEG or PNG/],
    ['a zip archive', 'PK\x03\x04\x14\0', /zip archive.*Unpack it/],
    ['a film without a brand', '\0\0\0\x08wide\0\0\0\0mdat', /film/],
    ['a song', 'ID3\x04\0', /sound/],
    [
      'an arithmetic JPEG',
      fixture('jpeg-arithmetic-real.jpg'),
      /arithmetic coding, which no browser shows.*save it as an ordinary JPEG/,
    ],
    ['a lossless JPEG', rareJpeg(0xc3, 8), /lossless JPEG.*save it as an ordinary JPEG/],
    ['a JPEG-LS', rareJpeg(0xf7, 8), /lossless JPEG.*save it as an ordinary JPEG/],
    ['a JPEG in layers', rareJpeg(0xc5, 8), /hierarchical JPEG.*save it as an ordinary JPEG/],
    ['a JPEG of 12 bits', rareJpeg(0xc1, 12), /more than 8 bits a colour.*save it as an ordinary JPEG/],
    ['a saved web page', '<!DOCTYPE html><html></html>', /web page/],
    ['a saved web page with a drawing', '<!DOCTYPE html><html><svg></svg></html>', /web page/],
    ['a text', 'BMW parts list, in plain text and long enough', /not a picture/],
    ['a text of one letter', 'x', /not a picture/],
  ])('%s', async (_what, bytes, sentence) => {
    expect(await reasonFor('picture.jpg', bytes)).toMatch(sentence)
  })

  it('one byte over 20 MB, with the number', async () => {
    const path = write('big.png', pngBytes())
    truncateSync(path, 20 * 1024 * 1024 + 1)
    expect(await inspected([path])).toEqual([
      { ok: false, path, name: 'big.png', reason: 'The picture is 20.1 MB; Ecwid takes at most 20 MB.' },
    ])
  })

  it.each([
    // Where the pixels end: what follows may be missing (sloppy-wrapping.test.ts).
    ['jpeg', jpegBytes(60, 40), 6],
    ['png', pngBytes(60, 40), 12],
    ['gif', gifBytes(), 3],
    ['webp', webpLossy, 0],
    ['webp', webpAlpha, 0],
    ['avif', avif, 0],
    ['bmp', bmpBytes(), 0],
    ['heic', heic, 0],
  ] as const)('a %s that ends too early, wherever it was cut', async (_type, bytes, ending) => {
    for (let length = 30; length < bytes.length - ending; length += 7) {
      expect(await reasonFor(`${length}.x`, bytes.subarray(0, length)), `${length} bytes`).toMatch(/damaged/)
    }
    expect(await reasonFor('last.x', bytes.subarray(0, bytes.length - ending - 1))).toMatch(/damaged/)
  })

  it.each(['lzw.tiff', 'msb.tiff'])('a TIFF that ends before its directory does: %s', async (name) => {
    const bytes = fixture(name)
    const first = name === 'msb.tiff' ? bytes.readUInt32BE(4) : bytes.readUInt32LE(4)
    const entries = name === 'msb.tiff' ? bytes.readUInt16BE(first) : bytes.readUInt16LE(first)
    const directoryEnd = first + 2 + entries * 12 + 4
    for (let length = 12; length < directoryEnd; length += 7) {
      expect(await reasonFor(`${length}.x`, bytes.subarray(0, length)), `${length} bytes`).toMatch(/damaged/)
    }
  })

  it('a TIFF whose pixels lie behind its end', async () => {
    const bytes = fixture('gray.tiff')
    const first = bytes.readUInt32LE(4)
    const strip = [...Array(bytes.readUInt16LE(first)).keys()].find(
      (entry) => bytes.readUInt16LE(first + 2 + entry * 12) === 273,
    )
    bytes.writeUInt32LE(bytes.length - 20, first + 2 + (strip ?? 0) * 12 + 8)
    expect(await reasonFor('a.tiff', bytes)).toMatch(/damaged: its end is missing/)
  })

  it('a TIFF with pages in a circle is looked at once', async () => {
    const bytes = fixture('pages.tiff')
    const first = bytes.readUInt32LE(4)
    bytes.writeUInt32LE(first, first + 2 + bytes.readUInt16LE(first) * 12)
    expect(await verdictOn('a.tiff', bytes)).toMatchObject({ ok: true, note: null })
  })

  it('a JPEG whose second half is zeros, as an interrupted download leaves it', async () => {
    const bytes = jpegBytes(200, 200)
    bytes.fill(0, bytes.length / 2)
    expect(await reasonFor('a.jpg', bytes)).toMatch(/damaged: its end is missing.*Copy or export it again/)
  })

  it('a PNG with one wrong byte anywhere', async () => {
    const whole = pngBytes(60, 40)
    // As far as its last chunk, which holds nothing.
    for (let at = 8; at < whole.length - 12; at += 11) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      expect(await reasonFor(`${at}.png`, bytes), `byte ${at}`).toMatch(/damaged/)
    }
  })

  it('a picture of no size', async () => {
    expect(await reasonFor('a.gif', gifBytes(0, 5))).toMatch(/damaged: a part of it is wrong/)
  })
})

describe('files and folders', () => {
  it('answers for a file that is gone and a thing that is no file, and goes on', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const good = write('good.png', pngBytes())
    const verdicts = await inspected([join(folder, 'gone.png'), pipe, good])
    expect(verdicts.map((verdict) => (verdict.ok ? 'ok' : verdict.reason))).toEqual([
      'The file is no longer there. Put it back or choose it again.',
      'This is a device or a pipe, not a file with a picture in it.',
      'ok',
    ])
  })

  it('walks folders by name, numbers by value, and passes over what systems leave there', async () => {
    for (const name of ['10.png', '2.png', 'B/3.png', 'a.png', '.hidden.png', 'Thumbs.db', '__MACOSX/x.png']) {
      write(`shop/${name}`, pngBytes())
    }
    write('shop/notes.txt', 'to do')
    const verdicts = await inspected([join(folder, 'shop')])
    expect(verdicts.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
      '2.png true',
      '10.png true',
      'a.png true',
      '3.png true',
      'notes.txt false',
    ])
  })

  it('says of a folder that there is nothing in it', async () => {
    mkdirSync(join(folder, 'empty'))
    write('hidden/.DS_Store', 'x')
    const verdicts = await inspected([join(folder, 'empty'), join(folder, 'hidden')])
    expect(verdicts).toEqual(
      ['empty', 'hidden'].map((name) => ({
        ok: false,
        path: join(folder, name),
        name,
        reason: 'There are no pictures in this folder.',
      })),
    )
  })

  it('does not follow links in circles, and says so', async () => {
    write('shop/a.png', pngBytes())
    symlinkSync(join(folder, 'shop'), join(folder, 'shop', 'again'))
    symlinkSync(join(folder, 'shop', 'self'), join(folder, 'shop', 'self'))
    const verdicts = await inspected([join(folder, 'shop')])
    expect(verdicts.map((verdict) => `${verdict.name}: ${verdict.ok || verdict.reason}`)).toEqual([
      'a.png: true',
      'again: This is a link to a folder that is here already, so its pictures were taken once, from there.',
      'self: This is a link that leads back to itself, so there is no file behind it.',
    ])
  })

  it('looks at a file named twice once', async () => {
    const path = write('shop/a.png', pngBytes())
    expect(await inspected([path, join(folder, 'shop'), path])).toHaveLength(1)
  })

  it('stops at the limit and says so', async () => {
    for (let n = 0; n < 5; n++) write(`shop/${n}.png`, pngBytes())
    const verdicts = await inspected([join(folder, 'shop')], 3)
    expect(verdicts.filter(({ ok }) => ok).map(({ path }) => basename(path))).toEqual(['0.png', '1.png', '2.png'])
    expect(verdicts.at(-1)).toMatchObject({ ok: false, name: 'shop', reason: expect.stringContaining('more than 3') })
    expect(await inspected([join(folder, 'shop')], 5)).toHaveLength(5)
  })
})
