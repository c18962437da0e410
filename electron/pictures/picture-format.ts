import type { PictureType, RefusedFormat } from '../shared/picture-sentence'

/** What the first bytes show. Formats that are no use here are told apart so that their refusal can name them. */
export type PictureFormat = PictureType | RefusedFormat

export const headBytes = 512

const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex')

const signatures: [PictureFormat, string][] = [
  ['jpeg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['gif', ascii('GIF87a')],
  ['gif', ascii('GIF89a')],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['tiff', '49492b00'],
  ['tiff', '4d4d002b'],
  ['pdf', ascii('%PDF-')],
  ['psd', ascii('8BPS')],
  ['drawing', ascii('%!PS')],
  ['drawing', 'c5d0d3c6'],
  ['gimp', ascii('gimp xcf')],
  ['jxl', 'ff0a'],
  ['jxl', '0000000c4a584c20'],
  ['jp2', '0000000c6a502020'],
  ['jp2', 'ff4fff51'],
  ['jxr', '4949bc'],
  // Fujifilm, Olympus (three), Panasonic, Sigma, Minolta.
  ['camera-raw', ascii('FUJIFILMCCD')],
  ['camera-raw', ascii('IIRO')],
  ['camera-raw', ascii('IIRS')],
  ['camera-raw', ascii('MMOR')],
  ['camera-raw', ascii('IIU\0')],
  ['camera-raw', ascii('FOVb')],
  ['camera-raw', ascii('\0MRM')],
  ['archive', ascii('PK\x03\x04')],
  // Matroska, MPEG (two), Flash, Windows Media, Ogg, MP3.
  ['film', '1a45dfa3'],
  ['film', '000001ba'],
  ['film', '000001b3'],
  ['film', ascii('FLV\x01')],
  ['film', '3026b2758e66cf11'],
  ['film', ascii('OggS')],
  ['film', ascii('ID3')],
]
/** Boxes that QuickTime films without a brand begin with. */
const filmBoxes = ['moov', 'mdat', 'wide']
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** Tells the format from the first 512 bytes; the file's name counts for nothing. */
export function pictureFormatOf(head: Uint8Array): PictureFormat {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, headBytes))
  const start = bytes.toString('hex', 0, 12)
  if (isCanonRaw(bytes)) return 'camera-raw'
  const signature = signatures.find(([, hex]) => start.startsWith(hex))
  if (signature) return signature[0]
  if (isIcon(bytes)) return 'icon'
  const text = bytes.toString('latin1')
  if (text.startsWith('RIFF')) return text.slice(8, 12) === 'WEBP' ? 'webp' : 'film'
  if (text.slice(4, 8) === 'ftyp') return formatOfBrands(bytes)
  if (filmBoxes.includes(text.slice(4, 8))) return 'film'
  if (isBmp(bytes)) return 'bmp'
  return formatOfText(text)
}

/** Content types for what is shown and sent. */
export function contentTypeOf(type: PictureType): string {
  return `image/${type}`
}

/** Of the name of a file with such a picture. */
export const endingOf = (contentType: string): string => contentType.replace('image/', '').replace('jpeg', 'jpg')

/** CR2 is a TIFF and CRW a list of its own, each with a mark behind its head; CR3 is known by its brand. */
function isCanonRaw(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 14)
  return head.startsWith('II*\0') ? head.slice(8, 11) === 'CR\x02' : head.slice(6) === 'HEAPCCDR'
}

/** An icon or a cursor says how many pictures it holds; a Targa picture begins alike. */
function isIcon(bytes: Buffer): boolean {
  return bytes.length >= 6 && /^0000(01|02)00/.test(bytes.toString('hex', 0, 4)) && bytes.readUInt16LE(4) > 0
}

/** `BM` begins many texts too: the size of the second header decides. */
function isBmp(bytes: Buffer): boolean {
  if (bytes.length < 18 || bytes.toString('latin1', 0, 2) !== 'BM') return false
  return [12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14))
}

function formatOfBrands(bytes: Buffer): PictureFormat {
  const end = Math.min(bytes.length, Math.max(16, bytes.length >= 4 ? bytes.readUInt32BE(0) : 0))
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(bytes.toString('latin1', at, at + 4))
  if (brands.includes('crx ')) return 'camera-raw'
  if (brands[0] === 'jxl ') return 'jxl'
  if (brands.includes('avif') || brands.includes('avis')) return 'avif'
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : 'film'
}

function formatOfText(text: string): PictureFormat {
  const start = text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(!doctype html|html|head|body)/.test(start)) return 'web-page'
  // Declarations and notes of the program that drew it may stand first, and be long.
  if (start.startsWith('<svg') || (/^<[?!]/.test(start) && /<svg|<!doctype svg/.test(start))) return 'svg'
  return 'unknown'
}
