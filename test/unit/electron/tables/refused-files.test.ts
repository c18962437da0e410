import { expect, it } from 'vitest'
import { openTable } from '../../../../electron/tables/open-table'
import { writtenFiles } from '../../../support/written-files'
import { zipOf } from '../../../support/zip-files'
import { fixture } from '../../../support/fixture'

const { file } = writtenFiles()
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** What Office packed everything in until 2007: a head, and a directory with the name of what is inside. */
function compound(inside: string): Buffer {
  const bytes = Buffer.alloc(2048)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.write('Root Entry', 1024, 'utf16le')
  bytes.write(inside, 1024 + 128, 'utf16le')
  return bytes
}

const resave = 'Nothing was changed. Open it in Excel or LibreOffice, save it as .xlsx or CSV, and choose that file.'
const ask = 'Nothing was changed. Ask whoever made it for the list as .xlsx or CSV.'

it.each([
  ['an old Excel file', compound('Workbook'), `This is an old Excel file (.xls), whatever its name says. ${resave}`],
  [
    'a very old one',
    Buffer.from('0908100000060500', 'hex'),
    `This is an old Excel file (.xls), whatever its name says. ${resave}`,
  ],
  [
    'one with a password',
    compound('EncryptedPackage'),
    'This Excel file is protected with a password. Nothing was changed. Take the password off in Excel or save it as CSV there, and choose that file.',
  ],
  [
    'a binary one',
    zipOf({ '[Content_Types].xml': '', 'xl/workbook.bin': 'x' }),
    `This is a binary Excel file (.xlsb). ${resave}`,
  ],
  [
    'one of 2003',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    `This is an Excel file of 2003 (XML). ${resave}`,
  ],
  [
    'a web page called Excel',
    '\ufeff <html xmlns:x="urn:x"><table><tr><td>1',
    `This is a web page, even if its name ends in .xls or .csv. ${resave}`,
  ],
  [
    'an OpenDocument table',
    zipOf({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }),
    `This is an OpenDocument file (.ods). ${resave}`,
  ],
  [
    'a file of Numbers',
    zipOf({ 'Index/Document.iwa': 'x', 'Index/Tables/DataList.iwa': 'x' }),
    'This is a file of Numbers. Nothing was changed. Choose File, Export To, Excel or CSV in Numbers, and choose the exported file.',
  ],
  ['a PDF', '%PDF-1.7\n%\xe2\xe3', `This is a PDF, which has no cells. ${ask}`],
  ['a picture', fixture('gps.jpg'), `This is a picture, which has no cells. ${ask}`],
  ['a drawing', '<?xml version="1.0"?><svg xmlns="x"/>', `This is a picture, which has no cells. ${ask}`],
  [
    'a text document',
    zipOf({ '[Content_Types].xml': '', 'word/document.xml': 'x' }),
    `This is a document of a word processor. ${ask}`,
  ],
  ['an old text document', compound('WordDocument'), `This is a document of a word processor. ${ask}`],
  ['rich text', '{\\rtf1\\ansi x}', `This is a document of a word processor. ${ask}`],
  ['JSON', '[{"sku":"A","price":1}]', `This is a JSON file of some program. ${ask}`],
  ['other XML', '<?xml version="1.0"?><products/>', `This is an XML file of some program. ${ask}`],
  [
    'an archive',
    zipOf({ 'list.csv': 'a,b' }),
    'This is an archive with files inside. Nothing was changed. Unpack it, and choose the table in it.',
  ],
  [
    'a packed file',
    latin1('\x1f\x8b\x08\0\0\0\0\0'),
    'This is an archive with files inside. Nothing was changed. Unpack it, and choose the table in it.',
  ],
  [
    'half an archive',
    latin1('PK\x03\x04\x14\0\0\0'),
    'This Excel file or archive is damaged: its end is missing. Nothing was changed. Download it again, or ask for it again.',
  ],
  [
    'a database',
    latin1(`SQLite format 3\0${'\x01\0\x02\0'.repeat(50)}`),
    `This is no table, but a file of some other program. ${ask}`,
  ],
  ['nothing', '', 'There is nothing in this table. Nothing was changed. Choose a file with at least one row.'],
])('%s is recognised and refused, whatever it is called', async (_what, bytes, message) => {
  for (const name of ['list.xlsx', 'list.csv']) {
    await expect(openTable(file(bytes, name))).rejects.toMatchObject({ code: 'invalid-input', message })
  }
})

it('reads what begins like something else and is a table', async () => {
  for (const text of ['ID3,Name\n1,x', 'BM,Name\n1,x', '"[a]","{b}"\n1,2', 'PK,Name\n1,x']) {
    expect((await openTable(file(text))).columns).toHaveLength(2)
  }
})
