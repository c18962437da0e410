import type { Cell, TableChoices, TableEncoding, TableRow, TableShape } from '../shared/table'
import { isResultFile } from '../shared/product-table/titles'
import { findHeader } from './find-header'
import { nameColumns } from './name-columns'
import { readText } from './read-text'
import type { RowPortions } from './row-portions'
import { openTableFile } from './table-file'
import { tableKind } from './table-kind'
import { mostTextBytes } from './table-limits'
import { noTable, tooManyBytes } from './table-problem'
import { findEncoding } from './text/find-encoding'
import { fileText, pastedText, type TextPieces } from './text/text-pieces'
import { readXlsx } from './xlsx/read-xlsx'

export type TableSource = { path: string } | { text: string }

type TablePortion = {
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
  if ('text' in source) return ofText(pastedText(source.text), null, choices)
  const file = await openTableFile(source.path)
  if (file.bytes > mostTextBytes) throw tooManyBytes()
  const found = await file.look(tableKind)
  if (found.kind === 'xlsx') {
    const { portions, ...xlsx } = await readXlsx(file, found.entries, choices)
    return tableOf({ format: 'xlsx', ...xlsx, encoding: null, separator: null }, portions, choices)
  }
  const encoding = choices.encoding ?? (await findEncoding(found.head, file.largePieces()))
  return ofText(fileText(file, encoding), encoding, choices)
}

async function ofText(text: TextPieces, encoding: TableEncoding | null, choices: TableChoices): Promise<Table> {
  const { separator, portions } = await readText(text, choices)
  return tableOf({ format: 'text', sheets: [], sheet: null, encoding, separator }, portions, choices)
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
  // What was told of those rows stands beside them, and their columns have names.
  if (header !== null && isResultFile(header)) return header.length
  const widths = rows.map(({ cells }) => cells.length).sort((a, b) => a - b)
  const usual = (header === null ? widths.at(-1) : widths[Math.floor(widths.length / 2)]) ?? 0
  return Math.max(header?.length ?? 0, usual)
}
