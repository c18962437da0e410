import type { Cell } from '../../shared/table'
import { tooManyColumns } from '../table-problem'
import { mostColumns } from '../table-limits'
import { dateOfSerial } from './date-of-serial'
import type { Workbook } from './workbook'
import { workbookText } from './workbook-text'
import { attributeOf, xmlReader } from './xml-reader'

export type SheetRow = { row: number; cells: Cell[] }

/** The rows of a sheet, from its XML in pieces; `take` gives those that are whole by now. */
export function sheetReader(workbook: Pick<Workbook, 'formats' | 'is1904'>, texts: readonly string[]) {
  let rows: SheetRow[] = []
  let row = 0
  let cells: Cell[] = []
  let isData = false
  // Of the cell that is being read.
  let [column, type, style, value] = [-1, '', 0, '']
  let isValue = false
  let isSpoken = false

  const reader = xmlReader({
    open(name, attributes) {
      if (name === 'sheetData') isData = true
      if (!isData) return
      if (name === 'c') {
        const place = attributeOf(attributes, 'r')
        column = place === null ? column + 1 : columnOf(place)
        if (column >= mostColumns) throw tooManyColumns(row)
        type = attributeOf(attributes, 't') ?? 'n'
        style = Number(attributeOf(attributes, 's') ?? -1)
        value = ''
      } else if (name === 'v' || name === 't') isValue = !isSpoken
      else if (name === 'row') {
        row = Number(attributeOf(attributes, 'r') ?? row + 1)
        column = -1
        cells = []
      } else if (name === 'rPh') isSpoken = true
    },
    close(name) {
      if (!isData) return
      if (name === 'c') put()
      else if (name === 'v' || name === 't') isValue = false
      else if (name === 'row') rows.push({ row, cells })
      else if (name === 'rPh') isSpoken = false
      else if (name === 'sheetData') isData = false
    },
    text(more) {
      if (isValue) value += more
    },
  })

  function put(): void {
    if (value === '' || column < 0) return
    while (cells.length < column) cells.push(null)
    cells[column] = cellOf(type, value)
  }

  function cellOf(ofType: string, text: string): Cell {
    if (ofType === 's') return texts[Number(text)] ?? null
    if (ofType === 'inlineStr' || ofType === 'str') return workbookText(text)
    if (ofType === 'b') return text === '1' || text === 'true'
    if (ofType === 'e') return { error: text }
    if (ofType === 'd') return { date: text.replace(/\.\d+|Z$/g, '').replace(/T00:00:00$/, '') }
    const number = Number(text)
    return Number.isFinite(number) ? formatted(number) : text
  }

  function formatted(number: number): Cell {
    const format = workbook.formats[style]
    if (format?.kind === 'date') {
      const date = dateOfSerial(number, workbook.is1904)
      return date === null ? number : { date }
    }
    if (format?.kind === 'padded' && Number.isInteger(number) && number >= 0)
      return String(number).padStart(format.digits, '0')
    return number
  }

  function take(): SheetRow[] {
    const whole = rows
    rows = []
    return whole
  }

  return { add: (piece: string) => reader.add(piece), take }
}

/** `AB12`: 27. Below zero for what is no place. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (column > mostColumns) break
  }
  return column - 1
}
