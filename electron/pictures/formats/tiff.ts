import type { ByteSource } from '../byte-source'
import { PictureDamage, PictureRefusal, type CheckSize, type PictureFacts } from '../picture-damage'
import { tiffLayout, type Directory, type TiffLayout } from './tiff-directory'

const tags = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  colours: 262,
  stripOffsets: 273,
  orientation: 274,
  stripBytes: 279,
  palette: 320,
  tileOffsets: 324,
  tileBytes: 325,
  subDirectories: 330,
  dngVersion: 50_706,
}
/** None, fax, LZW, JPEG, deflate, PackBits. */
const readable = new Set([1, 2, 3, 4, 5, 7, 8, 32_773, 32_946])
const cmyk = 5
const sensor = 32_803
const mostPages = 100

/** Reads the directories and makes sure that all pixel data of the first page is there. */
export async function measureTiff(source: ByteSource, checkSize: CheckSize): Promise<PictureFacts> {
  const layout = await tiffLayout(source)
  const page = await layout.directory(layout.first)
  const [width, height, compression = 1, colours = 0, orientation = 1, subfile = 0] = await Promise.all(
    [tags.width, tags.height, tags.compression, tags.colours, tags.orientation, tags.subfile].map(
      async (tag) => (await layout.numbers(page, tag, 1))[0],
    ),
  )
  const isPreview = (subfile & 1) === 1 && page.entries.has(tags.subDirectories)
  if (page.entries.has(tags.dngVersion) || colours === sensor || isPreview)
    throw new PictureRefusal({ says: 'format', format: 'camera-raw' })
  if (width === undefined || height === undefined) throw new PictureDamage('empty', 'does not say how large it is')
  const size = checkSize(width, height)
  if (!readable.has(compression)) {
    throw new PictureRefusal({ says: 'tiff-compression' })
  }
  await checkData(source, layout, page)
  const isOnItsSide = orientation >= 5 && orientation <= 8
  const isForPrint = colours === cmyk
  const pages = await pagesOf(layout, page)
  return {
    width: isOnItsSide ? size.height : size.width,
    height: isOnItsSide ? size.width : size.height,
    ...(pages || isForPrint ? { note: { says: 'tiff', pages: null, orMore: false, ...pages, isForPrint } } : {}),
  }
}

async function checkData(source: ByteSource, layout: TiffLayout, page: Directory): Promise<void> {
  for (const tag of [tags.bits, tags.palette]) await layout.numbers(page, tag)
  const isTiled = page.entries.has(tags.tileOffsets)
  const offsets = await layout.numbers(page, isTiled ? tags.tileOffsets : tags.stripOffsets)
  const lengths = await layout.numbers(page, isTiled ? tags.tileBytes : tags.stripBytes)
  if (offsets.length === 0) throw new PictureDamage('empty', 'holds no pixels')
  offsets.forEach((offset, at) => {
    if (offset + (lengths[at] ?? 1) > source.size) throw new PictureDamage('cut', 'ends inside its pixels')
  })
}

/** Null when it has one. */
async function pagesOf(layout: TiffLayout, first: Directory): Promise<{ pages: number; orMore: boolean } | null> {
  const seen = new Set([layout.first])
  let pages = 1
  for (let next = first.next; next !== 0 && !seen.has(next) && seen.size < mostPages;) {
    seen.add(next)
    const page = await layout.directory(next)
    const [subfile = 0] = await layout.numbers(page, tags.subfile, 1)
    // A smaller copy of a page, or its mask, is no page.
    if ((subfile & 5) === 0) pages++
    next = page.next
  }
  if (pages === 1) return null
  return seen.size >= mostPages ? { pages: mostPages, orMore: true } : { pages, orMore: false }
}
