import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../../../electron/pictures/byte-source'
import { checkPicture } from '../../../../electron/pictures/check-picture'
import { crc32 } from '../../../../electron/pictures/formats/crc32'
import { maxSourceBytes } from '../../../../electron/shared/picture-intake'
import { growth } from '../../../support/growth'

const KB = 1024
const head = (length: number, name: string): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE(length)
  bytes.write(name, 4, 'latin1')
  return bytes
}
const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([head(body.length + 8, name), body])
}
const repeated = (part: Buffer, kilobytes: number): Buffer => {
  return Buffer.alloc(Math.floor((kilobytes * KB) / part.length) * part.length, part)
}

/** Lists of properties that each claim 255 more, as many as fit. */
function overlongHeic(kilobytes: number): Buffer {
  const list = box('ipma', Buffer.from('00000000000000010001ff0000000000000000000000', 'hex'))
  const free = repeated(box('free'), kilobytes / 2)
  const properties = box('iprp', box('ipco', free), repeated(list, kilobytes / 2))
  const meta = box('meta', Buffer.alloc(4), box('pitm', Buffer.from('000000000001', 'hex')), properties)
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    meta,
    meta,
    box('mdat', Buffer.alloc(8)),
  ])
}

const heicHead = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
const pngHead = Buffer.from('89504e470d0a1a0a0000000d494844520000000a0000000a080200000000000000', 'hex')
pngHead.writeUInt32BE(crc32(pngHead.subarray(12, 29)), 29)
const note = Buffer.concat([head(0, 'teXt'), Buffer.alloc(4)])
note.writeUInt32BE(crc32(note.subarray(4, 8)), 8)
const gifHead = Buffer.from('4749463839610a000a0000000021fe', 'hex')
const jpegHead = Buffer.from('ffd8ffc0000b08000a000a01011100', 'hex')

const tiffHead = Buffer.from('49492a0008000000', 'hex')

type Tag = [tag: number, count: number, value: number]

function tiffPage(tags: Tag[], next: number): Buffer {
  const page = Buffer.alloc(2 + 12 * tags.length + 4)
  page.writeUInt16LE(tags.length, 0)
  tags.forEach(([tag, count, value], at) => {
    page.writeUInt16LE(tag, 2 + 12 * at)
    page.writeUInt16LE(4, 4 + 12 * at)
    page.writeUInt32LE(count, 6 + 12 * at)
    page.writeUInt32LE(value, 10 + 12 * at)
  })
  page.writeUInt32LE(next, page.length - 4)
  return page
}
const size: Tag[] = [256, 257].map((tag) => [tag, 1, 10])

/** A picture and pages without anything, each of which names the next. */
function tiffOfPages(kilobytes: number): Buffer {
  const tags: Tag[] = [...size, [273, 1, 0], [279, 1, 8]]
  const from = tiffHead.length + tiffPage(tags, 0).length
  const pages = Array.from({ length: Math.floor((kilobytes * KB) / 6) }, (_, at) => tiffPage([], from + 6 * (at + 1)))
  return Buffer.concat([tiffHead, tiffPage(tags, from), ...pages])
}

/** One page, whose two lists of strips fill the rest of the file. */
function tiffOfStrips(kilobytes: number): Buffer {
  const strips = Math.floor((kilobytes * KB) / 8)
  const lists = tiffHead.length + tiffPage([...size, [273, 0, 0], [279, 0, 0]], 0).length
  const page = tiffPage([...size, [273, strips, lists], [279, strips, lists + 4 * strips]], 0)
  return Buffer.concat([tiffHead, page, Buffer.alloc(8 * strips)])
}

const slow: [what: string, make: (kilobytes: number) => Buffer][] = [
  ['HEIC with overlong lists', overlongHeic],
  ['HEIC of empty boxes', (kilobytes) => Buffer.concat([heicHead, repeated(box('free'), kilobytes)])],
  ['PNG of empty chunks', (kilobytes) => Buffer.concat([pngHead, repeated(note, kilobytes)])],
  [
    'PNG of wrong notes',
    (kilobytes) =>
      Buffer.concat([pngHead, repeated(Buffer.concat([note.subarray(0, 11), Buffer.alloc(1)]), kilobytes)]),
  ],
  ['GIF of small blocks', (kilobytes) => Buffer.concat([gifHead, Buffer.alloc(kilobytes * KB, 1)])],
  ['GIF of zeros', (kilobytes) => Buffer.concat([gifHead.subarray(0, 13), Buffer.alloc(kilobytes * KB)])],
  [
    'JPEG of fill bytes',
    (kilobytes) => Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(kilobytes * KB, 0xff)]),
  ],
  [
    'JPEG of empty segments',
    (kilobytes) => Buffer.concat([jpegHead, repeated(Buffer.from('fffe0002', 'hex'), kilobytes)]),
  ],
  [
    'JPEG of markers without an end',
    (kilobytes) => Buffer.concat([jpegHead, repeated(Buffer.from('ffd0', 'hex'), kilobytes)]),
  ],
  [
    'JPEG of scans without an end',
    (kilobytes) => Buffer.concat([jpegHead, repeated(Buffer.from('ffda0008010100003f00', 'hex'), kilobytes)]),
  ],
  ['TIFF of empty pages', tiffOfPages],
  ['TIFF of strips without an end', tiffOfStrips],
  [
    'WebP of empty chunks',
    (kilobytes) =>
      Buffer.concat([
        Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x09\0\0\x09\0\0', 'latin1'),
        repeated(Buffer.from('JUNK\0\0\0\0', 'latin1'), kilobytes),
      ]),
  ],
]

describe('a picture made to be read slowly', () => {
  it.each(slow)('costs no more for each byte when it is doubled, and doubled again: %s', async (_what, make) => {
    const checking = (bytes: Buffer) => () => checkPicture(bytesSource(bytes), { maxBytes: maxSourceBytes })
    const [small, large] = [checking(make(256)), checking(make(1024))]
    // A quadratic reader takes sixteen times as long.
    expect(await growth({ small, large, limit: 8, leastMs: 4 })).toBeLessThan(8)
  })

  it('takes no memory beyond its own', async () => {
    const bytes = overlongHeic(3072)
    const before = process.memoryUsage().rss
    await checkPicture(bytesSource(bytes))
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * KB * KB)
  })
})
