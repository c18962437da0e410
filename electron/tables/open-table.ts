import type { Cell, TableChoices, TableRow, TableShape } from '../shared/table'
import { findHeader } from './find-header'
import { nameColumns } from './name-columns'
import { readText, type RowPortions } from './read-text'
import { openTableFile } from './table-file'
import { mostTextBytes } from './table-limits'
import { noTable, tooManyBytes } from './table-problem'
import { findEncoding } from './text/find-encoding'
import { fileText, pastedText } from './text/text-pieces'

export type TableSource = { path: string } | { text: string }

export type TablePortion = {
  rows: readonly TableRow[]
  /** How much of the file has been read, from 0 to 1. */
  read: number
}

export type Table = TableShape & {
  /**
   * The rows below the header, from the first one each time, read as they are asked for. A text that is kept keeps the portion it came
   * in: who keeps some of many copies them. Throws AppError 'invalid-input' at what cannot be read, as far into it as that is.
   */
  portions: () => AsyncGenerator<TablePortion>
}

/**
 * Finds out what a file or a pasted text is, by its content, and what its first rows say of it. What a person chose by hand counts
 * instead. Throws AppError 'invalid-input' for what is no table that can be read, 'not-found' for a file that cannot be opened.
 */
export async function openTable(source: TableSource, choices: TableChoices = {}): Promise<Table> {
  if ('text' in source) return openText(source, choices)
  const file = await openTableFile(source.path)
  if (file.bytes > mostTextBytes) throw tooManyBytes()
  const head = await file.look(async (source) => Buffer.from(await source.read(0, headBytes)))
  const encoding = choices.encoding ?? (await findEncoding(head, file.pieces()))
  const { format, portions } = await readText(fileText(file, encoding), choices)
  const { separator } = format
  return tableOf({ format: 'text', sheets: [], sheet: null, encoding, separator }, portions, choices)
}

const headBytes = 4096

async function openText({ text }: { text: string }, choices: TableChoices): Promise<Table> {
  const { format, portions } = await readText(pastedText(text), choices)
  const { separator } = format
  return tableOf({ format: 'text', sheets: [], sheet: null, encoding: null, separator }, portions, choices)
}

async function tableOf(
  found: Omit<TableShape, 'headerRow' | 'header' | 'columns'>,
  portionsOf: RowPortions,
  choices: TableChoices,
): Promise<Table> {
  const first = await firstRows(portionsOf, choices.headerRow ?? 0)
  if (first.length === 0) throw noTable()
  const headerRow = choices.headerRow === undefined ? findHeader(first.slice(0, fewRows)) : choices.headerRow
  const header = headerRow === null ? null : (first.find(({ row }) => row === headerRow)?.cells ?? [])
  const columns = nameColumns(
    header,
    widthOf(
      header,
      first.filter(({ row }) => row > (headerRow ?? 0)),
    ),
  )

  async function* portions(): AsyncGenerator<TablePortion> {
    for await (const { rows, read } of portionsOf(columns.length)) {
      yield { rows: rows.filter(({ row }) => row > (headerRow ?? 0)), read }
    }
  }

  return { ...found, headerRow, header, columns, portions }
}

const fewRows = 60

async function firstRows(portionsOf: RowPortions, least: number): Promise<TableRow[]> {
  const first: TableRow[] = []
  for await (const { rows } of portionsOf(null)) {
    for (const row of rows) if (first.length < fewRows || row.row >= least) first.push(row)
    if (first.length >= fewRows && (first.at(-1)?.row ?? 0) > least) break
  }
  return first
}

/** A cell too many in some rows makes no column: those rows are to be looked at. */
function widthOf(header: readonly Cell[] | null, rows: readonly TableRow[]): number {
  const widths = rows.map(({ cells }) => cells.length).sort((a, b) => a - b)
  const usual = (header === null ? widths.at(-1) : widths[Math.floor(widths.length / 2)]) ?? 0
  return Math.max(header?.length ?? 0, usual)
}
