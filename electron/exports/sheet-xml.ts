import type { WrittenCell } from '../shared/table'

export type SheetCell = WrittenCell | Date

/** A, B, … Z, AA, … of a column, from 0. */
export function columnLetters(at: number): string {
  let [letters, left] = ['', at + 1]
  while (left > 0) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
    left = Math.floor((left - 1) / 26)
  }
  return letters
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// What looks like the sign for one that XML has none for is not meant.
const special = /[&<>"\ufffe\uffff]|[^\P{Cc}\t\n]|_(?=x[\dA-Fa-f]{4}_)/gu

/** As XML has it; a sign that it has none for as workbooks write it, `_x0001_`. */
export const xmlText = (text: string): string =>
  text.replace(special, (sign) => named[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** Days since the end of 1899, as spreadsheets count. */
const serialOf = (date: Date): number => date.getTime() / 86_400_000 + 25_569

/** The places of cell styles in the workbook. */
const [dateStyle, momentStyle] = [1, 2]

function cellXml(name: string, value: SheetCell): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return `<c r="${name}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${name}"><v>${value}</v></c>` : ''
  if (typeof value === 'string')
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  const serial = serialOf(value)
  return `<c r="${name}" s="${Number.isInteger(serial) ? dateStyle : momentStyle}"><v>${serial}</v></c>`
}

/** A row of a sheet, from 1. `letters`: of its columns, as many as there may be. */
export const rowXml = (row: number, cells: readonly SheetCell[], letters: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(`${letters[at] ?? columnLetters(at)}${row}`, cell)).join('')}</row>`
