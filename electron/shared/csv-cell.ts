import type { TableSeparator, WrittenCell } from './table'

/** `decimal`: the sign in numbers. Where it is a comma, spreadsheets separate cells by semicolons. */
export type CsvWay = { separator: TableSeparator; decimal: '.' | ',' }

const english: CsvWay = { separator: ',', decimal: '.' }

/** Text that a spreadsheet would count with; behind apostrophes too, so that taking one off again is exact. */
const isLikeFormula = (text: string): boolean => /^'*(?:[\s\0]*[=+\-@＝＋－＠|%]|[\t\r\n])/.test(text)

/** Quoted always, because programs split at other signs than commas too; a name that begins like a formula stays a name. */
export function csvCell(value: WrittenCell, { decimal }: CsvWay = english): string {
  if (value === null) return '""'
  if (typeof value === 'number') return `"${String(value).replace('.', decimal)}"`
  if (typeof value === 'boolean') return value ? '"Yes"' : '"No"'
  const text = isLikeFormula(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/** The text of a cell that was written so. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && isLikeFormula(text.slice(1)) ? text.slice(1) : text

/** What a spreadsheet knows UTF-8 by. */
export const csvMark = '\ufeff'

export const csvLine = (cells: readonly WrittenCell[], way: CsvWay = english): string =>
  `${cells.map((cell) => csvCell(cell, way)).join(way.separator)}\r\n`

/** As a spreadsheet opens it: UTF-8 with a mark, commas, CRLF. */
export const csvFile = (lines: readonly (readonly WrittenCell[])[]): string =>
  csvMark + lines.map((cells) => csvLine(cells)).join('')
