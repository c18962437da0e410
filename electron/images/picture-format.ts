import type { PictureType } from '../shared/picture-intake'

/** What the first bytes show. Formats that are no use here are told apart so that their refusal can name them. */
export type PictureFormat = PictureType | 'svg' | 'pdf' | 'psd' | 'film' | 'web-page' | 'unknown'

export const headBytes = 512

const signatures: [PictureFormat, string][] = [
  ['jpeg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['gif', Buffer.from('GIF87a').toString('hex')],
  ['gif', Buffer.from('GIF89a').toString('hex')],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['tiff', '49492b00'],
  ['tiff', '4d4d002b'],
  ['pdf', Buffer.from('%PDF-').toString('hex')],
  ['psd', Buffer.from('8BPS').toString('hex')],
  ['film', '1a45dfa3'],
]
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** Tells the format from the first 512 bytes; the file's name counts for nothing. */
export function pictureFormatOf(head: Uint8Array): PictureFormat {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, headBytes))
  const start = bytes.toString('hex', 0, 12)
  const signature = signatures.find(([, hex]) => start.startsWith(hex))
  if (signature) return signature[0]
  const text = bytes.toString('latin1')
  if (text.startsWith('RIFF')) return text.slice(8, 12) === 'WEBP' ? 'webp' : 'film'
  if (text.slice(4, 8) === 'ftyp') return formatOfBrands(bytes)
  if (isBmp(bytes)) return 'bmp'
  return formatOfText(text)
}

/** Content types for what is shown and sent. */
export function contentTypeOf(type: PictureType): string {
  return `image/${type}`
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
  if (brands.includes('avif') || brands.includes('avis')) return 'avif'
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : 'film'
}

function formatOfText(text: string): PictureFormat {
  const start = text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg'))) return 'svg'
  if (/^<(!doctype html|html|head|body)/.test(start)) return 'web-page'
  return 'unknown'
}
