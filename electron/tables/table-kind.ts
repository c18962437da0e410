import type { ByteSource } from '../pictures/byte-source'
import { pictureFormatOf } from '../pictures/picture-format'
import { refusedKind, type RefusedKind } from './refused-kind'
import { looksLikeUtf16 } from './text/find-encoding'
import { zipDirectory, type ZipEntry } from './xlsx/zip-directory'

export type TableKind = { kind: 'text'; head: Buffer } | { kind: 'xlsx'; entries: ReadonlyMap<string, ZipEntry> }

const headBytes = 4096

const signs = {
  archive: ['PK\x03\x04', 'PK\x05\x06'],
  compound: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  /** Excel 2, 3, 4 and 5. */
  oldest: ['\t\0\x04\0', '\t\x02\x06\0', '\t\x04\x06\0', '\t\x08\x10\0'],
  packed: ['\x1f\x8b', 'Rar!', '7z\xbc\xaf'],
}

/** What a file is, by what is in it: its name counts for nothing. Throws AppError 'invalid-input' for what is not read here. */
export async function tableKind(source: ByteSource): Promise<TableKind> {
  const head = Buffer.from(await source.read(0, headBytes))
  const start = head.toString('latin1')
  const begins = (signs: readonly string[]) => signs.some((sign) => start.startsWith(sign))
  if (begins(signs.archive)) return ofArchive(source)
  if (begins(signs.compound)) throw refusedKind(await kindOfCompound(source, head))
  if (begins(signs.oldest)) throw refusedKind('xls')
  if (begins(signs.packed)) throw refusedKind('archive')
  const refused = isText(head) ? kindOfText(start) : kindOfBytes(head)
  if (refused) throw refusedKind(refused)
  return { kind: 'text', head }
}

async function ofArchive(source: ByteSource): Promise<TableKind> {
  const entries = await zipDirectory(source)
  if (!entries) throw refusedKind('damaged-archive')
  const names = [...entries.keys()]
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/i)) throw refusedKind('xlsb')
  if (entries.has('[Content_Types].xml') && has(/^xl\//i)) return { kind: 'xlsx', entries }
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw refusedKind('ods')
  if (has(/^index(\.zip$|\/.*\.iwa$)/i)) throw refusedKind('numbers')
  throw refusedKind(has(/^(word|ppt)\//i) ? 'document' : 'archive')
}

/** Office packed everything so until 2007, and packs files with a password so today. The names of what is inside tell. */
async function kindOfCompound(source: ByteSource, head: Buffer): Promise<RefusedKind> {
  const sectorBytes = 2 ** head.readUInt16LE(30)
  const directoryAt = (head.readUInt32LE(48) + 1) * sectorBytes
  const names = Buffer.from(await source.read(directoryAt, headBytes)).toString('utf16le')
  if (names.includes('EncryptedPackage')) return 'protected'
  return names.includes('WordDocument') || names.includes('PowerPoint') ? 'document' : 'xls'
}

/** No signs that only programs write, but for a stray zero. */
function isText(head: Buffer): boolean {
  if (looksLikeUtf16(head)) return true
  const odd = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(byte)).length
  return odd <= Math.max(4, head.length * 0.02)
}

function kindOfText(start: string): RefusedKind | null {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text.startsWith('%PDF-')) return 'pdf'
  if (text.startsWith('{\\rtf')) return 'document'
  if (/^<\?xml|^<Workbook/i.test(text))
    return /<svg/i.test(text) ? 'picture' : /Excel\.Sheet|<Workbook/.test(text) ? 'xml-table' : 'xml'
  if (/^<(!doctype html|html|head|body|table|meta|style)/i.test(text)) return 'web-page'
  if (text.toLowerCase().startsWith('<svg')) return 'picture'
  return /^(?:\{\s*["}]|\[\s*[[{"\]])/.test(text) ? 'json' : null
}

function kindOfBytes(head: Buffer): RefusedKind {
  const format = pictureFormatOf(head)
  if (format === 'pdf') return 'pdf'
  return format === 'unknown' || format === 'archive' || format === 'film' ? 'unknown' : 'picture'
}
