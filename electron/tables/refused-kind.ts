import type { AppError } from '../shared/errors'
import { tableProblem } from './table-problem'

const resave = 'Open it in Excel or LibreOffice, save it as .xlsx or CSV, and choose that file.'
const ask = 'Ask whoever made it for the list as .xlsx or CSV.'

/** What people take for a table and is not read here: what it is, and what to do. */
const refusals = {
  xls: ['This is an old Excel file (.xls), whatever its name says.', resave],
  xlsb: ['This is a binary Excel file (.xlsb).', resave],
  'xml-table': ['This is an Excel file of 2003 (XML).', resave],
  ods: ['This is an OpenDocument file (.ods).', resave],
  'web-page': ['This is a web page, even if its name ends in .xls or .csv.', resave],
  protected: [
    'This Excel file is protected with a password.',
    'Take the password off in Excel or save it as CSV there, and choose that file.',
  ],
  numbers: [
    'This is a file of Numbers.',
    'Choose File, Export To, Excel or CSV in Numbers, and choose the exported file.',
  ],
  pdf: ['This is a PDF, which has no cells.', ask],
  picture: ['This is a picture, which has no cells.', ask],
  document: ['This is a document of a word processor.', ask],
  json: ['This is a JSON file of some program.', ask],
  xml: ['This is an XML file of some program.', ask],
  archive: ['This is an archive with files inside.', 'Unpack it, and choose the table in it.'],
  'damaged-archive': [
    'This Excel file or archive is damaged: its end is missing.',
    'Download it again, or ask for it again.',
  ],
  unknown: ['This is no table, but a file of some other program.', ask],
} as const satisfies Record<string, [what: string, todo: string]>

export type RefusedKind = keyof typeof refusals

export function refusedKind(kind: RefusedKind): AppError {
  const [what, todo] = refusals[kind]
  return tableProblem(what, todo)
}
