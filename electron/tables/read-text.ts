import { withoutGuard } from '../shared/csv-cell'
import type { TableChoices, TableRow } from '../shared/table'
import { rowMaker } from './table-rows'
import { findSeparator, saidSeparator } from './text/find-separator'
import type { TextFormat } from './text/parse-rows'
import type { TextPieces } from './text/text-pieces'
import { textRows } from './text/text-rows'

type RowPortion = { rows: TableRow[]; read: number }
/** The rows of a table, its header among them, from the first one on, each time it is called. */
export type RowPortions = (width: number | null) => AsyncGenerator<RowPortion>

/** Enough for the separator and the header; a table of many columns needs more for some rows. */
const sampleLength = 64 * 1024
const longestSample = 4 * 1024 * 1024
const sampleLines = 10

export async function readText(
  pieces: TextPieces,
  choices: Pick<TableChoices, 'separator' | 'hasQuotes'>,
): Promise<{ format: TextFormat; portions: RowPortions }> {
  const { sample, isWhole } = await beginningOf(pieces)
  const lineEnd = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n'
  const cutting = { hasQuotes: choices.hasQuotes ?? true, lineEnd } as const
  const separator = choices.separator ?? findSeparator(sample, isWhole, cutting)
  const format = { ...cutting, separator }
  const saysSeparator = saidSeparator.test(sample)

  async function* portions(width: number | null): AsyncGenerator<RowPortion> {
    const make = rowMaker(width)
    let isFirst = true
    for await (const { rows: parsed, misquoted, read } of textRows(pieces(), format)) {
      const rows: TableRow[] = []
      for (let at = 0; at < parsed.length; at++) {
        const row = make(unguarded(parsed[at] ?? []), misquoted.has(at))
        if (row && !(isFirst && at === 0 && saysSeparator)) rows.push(row)
      }
      isFirst = false
      yield { rows, read }
    }
  }

  return { format, portions }
}

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
