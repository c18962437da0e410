import { withoutGuard } from '../shared/csv-cell'
import type { TableChoices, TableRow, TableSeparator } from '../shared/table'
import { tableRow } from './table-rows'
import type { RowPortions } from './row-portions'
import { findSeparator, saidSeparator } from './text/find-separator'
import type { TextFormat } from './text/parse-rows'
import { hasRowsWithin } from './text/rows-within'
import type { TextPieces } from './text/text-pieces'
import { textRows } from './text/text-rows'

/** Enough for the separator and the header; a table of many columns needs more for some rows. */
const sampleLength = 64 * 1024
const longestSample = 4 * 1024 * 1024
const sampleLines = 10

export async function readText(
  pieces: TextPieces,
  choices: Pick<TableChoices, 'separator' | 'quotes'>,
): Promise<{ separator: TableSeparator; portions: RowPortions }> {
  const { sample, isWhole } = await beginningOf(pieces)
  const lineEnd = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n'
  const { quotes = 'heeded' } = choices
  const cutting = { hasQuotes: quotes !== 'ignored', lineEnd } as const
  const separator = choices.separator ?? findSeparator(sample, isWhole, cutting)
  const format: TextFormat = { ...cutting, separator }
  const saysSeparator = saidSeparator.test(sample)
  const asWritten = isEcwids.test(sample) ? (cells: string[]) => cells : unguarded

  const isSwollen = (cells: readonly string[], below: number, width: number): boolean =>
    quotes === 'heeded' && below > 0 && width > 1 && hasRowsWithin(cells, width, separator)

  async function* portions(width: number | null): ReturnType<RowPortions> {
    let [before, line] = [0, 1]
    for await (const { rows: parsed, misquoted, lines, read } of textRows(pieces(), format)) {
      const rows: TableRow[] = []
      for (let at = 0; at < parsed.length; at++) {
        const [cells, last] = [parsed[at] ?? [], line + (lines[at] ?? 1) - 1]
        const doubt =
          quotes === 'heeded' && misquoted.has(at)
            ? 'quotes'
            : width !== null && isSwollen(cells, last - line, width)
              ? 'rows-within'
              : null
        const row = tableRow(before + at + 1, asWritten(cells), width, doubt)
        if (row && !(saysSeparator && row.row === 1)) rows.push(doubt === null ? row : { ...row, lines: [line, last] })
        line = last + 1
      }
      before += parsed.length
      yield { rows, read }
    }
  }

  return { separator, portions }
}

/** By its header; nothing in it is guarded against formulas, so an apostrophe is its owner's. */
const isEcwids = /^[^\r\n]*\bproduct_(?:internal_id|sku)\b/

function unguarded(cells: string[]): string[] {
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] ?? ''
    if (cell.charCodeAt(0) === 0x27) cells[column] = withoutGuard(cell)
  }
  return cells
}

async function beginningOf(pieces: TextPieces): Promise<{ sample: string; isWhole: boolean }> {
  let sample = ''
  for await (const { text } of pieces()) {
    sample += text
    const isEnough = sample.length >= sampleLength && sample.split(/\r\n?|\n/, sampleLines).length === sampleLines
    if (isEnough || sample.length >= longestSample) return { sample, isWhole: false }
  }
  return { sample, isWhole: true }
}
