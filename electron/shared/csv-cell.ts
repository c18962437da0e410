/** `decimal`: the sign in numbers. Where it is a comma, spreadsheets separate cells by semicolons. */
export type CsvWay = { separator: ',' | ';'; decimal: '.' | ',' }
export type CsvValue = string | number | boolean | null

const english: CsvWay = { separator: ',', decimal: '.' }

/** Quoted always, because programs split at other signs than commas too; a name that begins like a formula stays a name. */
export function csvCell(value: CsvValue, { decimal }: CsvWay = english): string {
  if (value === null) return '""'
  if (typeof value === 'number') return `"${String(value).replace('.', decimal)}"`
  if (typeof value === 'boolean') return value ? '"Yes"' : '"No"'
  const text = /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/** What a spreadsheet knows UTF-8 by. */
export const csvMark = '\ufeff'

export const csvLine = (cells: readonly CsvValue[], way: CsvWay = english): string =>
  `${cells.map((cell) => csvCell(cell, way)).join(way.separator)}\r\n`

/** As a spreadsheet opens it: UTF-8 with a mark, commas, CRLF. */
export const csvFile = (lines: readonly (readonly CsvValue[])[]): string =>
  csvMark + lines.map((cells) => csvLine(cells)).join('')
