import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../electron/pictures/formats/crc32'

/** A ZIP archive of these files, packed as Excel packs them. `says` are sizes that its directory claims instead of the right ones. */
export function zipOf(files: Record<string, string | Uint8Array>, says: Record<string, number> = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(says[name] ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(16)
    place.writeUInt32LE(at, 12)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place.subarray(2), Buffer.from(name))
    const entry = [Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]
    parts.push(...entry)
    at += entry.reduce((sum, { length }) => sum + length, 0)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

/** The least that is a workbook of one sheet. */
export const workbookOf = (sheetData: string, more: Record<string, string> = {}): Record<string, string> => ({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>\n<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  ...more,
})

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
