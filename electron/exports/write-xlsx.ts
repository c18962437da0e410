import { zipped, type ZippedFile } from '../archives/zipped'
import type { WrittenCell } from '../shared/table'
import { columnLetters, rowXml, type SheetCell } from './sheet-xml'
import { sheetPath, spreadsheetMl, workbookParts, type WrittenSheet } from './workbook-parts'

/** Of one cell, in letters: Excel calls a workbook with a longer one damaged. */
const longestInCell = 32_767

/** Of one sheet, its header included. */
const mostInSheet = 1_048_576

const pieceLength = 64 * 1024

type Sheet = { name: string; columns: readonly { title: string; width: number }[]; mostRows?: number }
type Rows = AsyncIterable<readonly (WrittenCell | Date)[]>

/**
 * A workbook of one sheet, or more where its rows are too many for one, whose header stays in sight and has a filter. Texts are never formulas. A
 * text that is too long for a cell is left out, and `onTooLong` is told. Nothing but a piece of it is in memory.
 */
export const xlsx = (rows: Rows, sheet: Sheet, onTooLong: () => void): AsyncIterable<Uint8Array> =>
  zipped(parts(rows, sheet, onTooLong), new Date())

async function* parts(
  rows: Rows,
  { name, columns, mostRows = mostInSheet }: Sheet,
  onTooLong: () => void,
): AsyncGenerator<ZippedFile> {
  const letters = columns.map((_, at) => columnLetters(at))
  const last = letters.at(-1) ?? 'A'
  const all = rows[Symbol.asyncIterator]()
  const sheets: WrittenSheet[] = []
  let next = await all.next()
  let count = 0

  async function* sheetXml(): AsyncGenerator<Uint8Array> {
    let text =
      opening(columns) +
      rowXml(
        1,
        columns.map(({ title }) => title),
        letters,
      )
    for (count = 1; !next.done && count < mostRows; next = await all.next()) {
      count += 1
      text += rowXml(
        count,
        next.value.map((cell) => fitting(cell, onTooLong)),
        letters,
      )
      if (text.length < pieceLength) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(`${text}</sheetData><autoFilter ref="A1:${last}${count}"/></worksheet>`)
  }

  try {
    do {
      yield { name: sheetPath(sheets.length), pieces: sheetXml() }
      const called = sheets.length === 0 ? name : `${name} ${sheets.length + 1}`
      sheets.push({ name: called, filtered: `$A$1:$${last}$${count}` })
    } while (!next.done)
  } finally {
    await all.return?.()
  }
  for (const { name: path, text } of workbookParts(sheets)) yield { name: path, pieces: [Buffer.from(text)] }
}

function fitting(cell: SheetCell, onTooLong: () => void): SheetCell {
  if (typeof cell !== 'string' || cell.length <= longestInCell) return cell
  onTooLong()
  return null
}

function opening(columns: Sheet['columns']): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  const cols = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${spreadsheetMl}">${view}${cols}<sheetData>`
}
