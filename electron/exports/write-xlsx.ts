import { writeXlsxStream } from 'hucre/xlsx'
import type { WrittenCell } from '../shared/table'
import { assureRawDeflate } from './raw-deflate'

/** Of one cell, in letters: Excel calls a workbook with a longer one damaged. */
const longestInCell = 32_767

/** A workbook writes signs that its format has none for as `_x0001_`: what looks so is not meant. */
const escape = /_(?=x[\dA-Fa-f]{4}_)/g

type Sheet = { name: string; columns: readonly { title: string; width: number }[] }

/**
 * A workbook of one sheet whose header stays in sight. Texts are never formulas. A text that is too long for a cell is left out, and
 * `onTooLong` is told.
 */
export function xlsx(
  rows: AsyncIterable<readonly (WrittenCell | Date)[]>,
  { name, columns }: Sheet,
  onTooLong: () => void,
): AsyncIterable<Uint8Array> {
  assureRawDeflate()
  const stream = writeXlsxStream(inCells(rows, onTooLong), {
    name,
    columns: columns.map(({ title, width }) => ({ header: title, width })),
    freezePane: { rows: 1 },
  })
  // Node's streams can be walked; the library names those of the web, which say nothing of it.
  return stream as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>
}

async function* inCells(
  rows: AsyncIterable<readonly (WrittenCell | Date)[]>,
  onTooLong: () => void,
): AsyncIterable<(WrittenCell | Date)[]> {
  for await (const cells of rows) {
    yield cells.map((cell) => {
      if (typeof cell !== 'string') return cell
      if (cell.length <= longestInCell) return cell.replace(escape, '_x005F_')
      onTooLong()
      return null
    })
  }
}
