import type { WrittenCell } from '../shared/table'
import { csvLine, csvMark, type CsvWay } from '../shared/csv-cell'

const pieceLength = 64 * 1024

/** For a spreadsheet: no cell is a formula, and numbers have the sign that it expects. */
export const csvForSpreadsheet = (
  rows: AsyncIterable<readonly WrittenCell[]>,
  way: CsvWay,
): AsyncIterable<Uint8Array> => encoded(rows, (cells) => csvLine(cells, way), csvMark)

/** For Ecwid's own import: cells as they are, quoted where they must be. */
export const csvForEcwid = (rows: AsyncIterable<readonly WrittenCell[]>): AsyncIterable<Uint8Array> =>
  encoded(rows, (cells) => `${cells.map(asItIs).join(',')}\r\n`, '')

function asItIs(cell: WrittenCell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function* encoded(
  rows: AsyncIterable<readonly WrittenCell[]>,
  lineOf: (cells: readonly WrittenCell[]) => string,
  start: string,
): AsyncIterable<Uint8Array> {
  let text = start
  for await (const cells of rows) {
    text += lineOf(cells)
    if (text.length < pieceLength) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
