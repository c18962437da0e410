import { extname, parse } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue'
import type { KeptTable } from '../catalogue/kept-tables'
import { createPacer } from '../changes/pacer'
import { writeWhole } from '../disk/write-whole'
import { csvForSpreadsheet } from '../exports/write-csv'
import { AppError } from '../shared/errors'
import type { RowsWanted } from '../shared/import'
import { isResultFile, resultTitles } from '../shared/product-table/titles'
import type { Cell, WrittenCell } from '../shared/table'
import { createOutcomes } from './row-outcomes'
import { rowResult } from './row-result'

/** Of the rows that are wanted, each with what became of it, as its table had it. The rest of the engine has its turns. */
export async function* resultRows(catalogue: Catalogue, table: KeptTable, wanted: RowsWanted): AsyncGenerator<Cell[]> {
  const outcomesOf = createOutcomes(catalogue, table)
  const pace = createPacer()
  const from = ownColumns(table)
  for (let portion = 0; ; portion += 1) {
    const rows = catalogue.keptTables.rows(table.id, portion)
    if (!rows) return void keptOrFail(catalogue.keptTables.get(table.id))
    for (const { cells, of, why } of rows) {
      await pace()
      if (wanted === 'unread' && (why === null || of !== null)) continue
      const { result, reason, isFailed } = rowResult(why, of && (why === null ? outcomesOf(of) : []))
      if (wanted !== 'failed' || isFailed) yield [result, reason, ...cells.slice(from)]
    }
  }
}

/** Throws AppError 'not-found' where its rows are gone, so that no file is written that lacks some. */
export function keptOrFail(table: KeptTable | undefined): KeptTable {
  if (!table) throw new AppError('not-found', 'This table is not here any more. Nothing was saved.')
  if (table.state === 'let-go') throw new AppError('not-found', letGo)
  return table
}

const letGo =
  'The rows of this table are not kept: it is very large, or newer ones took its place. What was changed of it is in Changes as ever.'

/** The result stands in front: behind a row that has too many cells it would have no column. */
const resultHeader = (table: KeptTable): Cell[] => {
  const named = table.columns.map((name, at) => table.header?.[at] ?? name)
  return [...resultTitles, ...named.slice(ownColumns(table))]
}

/** A file of results that comes back has those columns already. */
const ownColumns = ({ header }: KeptTable): number => (isResultFile(header) ? resultTitles.length : 0)

const named = { all: 'result', failed: 'failed rows', unread: 'rows left out' } satisfies Record<RowsWanted, string>

/** “Prices – failed rows.csv” */
export function resultName({ name, format }: Pick<KeptTable, 'name' | 'format'>, wanted: RowsWanted): string {
  const ending = extname(name).toLowerCase()
  const kept = ['.csv', '.tsv', '.txt'].includes(ending) ? ending : '.csv'
  return `${parse(name).name} – ${named[wanted]}${format === 'xlsx' ? '.xlsx' : kept}`
}

/** Writes them in the format that the table had, whole or not at all. Returns how many, and how many texts no cell could hold. */
export async function writeResults(
  path: string,
  table: KeptTable,
  rows: AsyncIterable<Cell[]>,
): Promise<{ rows: number; leftOut: number }> {
  let [count, leftOut] = [0, 0]
  async function* counted(): AsyncIterable<Cell[]> {
    for await (const row of rows) {
      count += 1
      yield row
    }
  }
  if (table.format === 'text') {
    const way = { separator: table.separator ?? ',', decimal: '.' } as const
    await writeWhole(path, csvForSpreadsheet(asTexts(resultHeader(table), counted()), way))
  } else {
    // No start of the program reads the code for workbooks.
    const { xlsx } = await import('../exports/write-xlsx')
    const columns = resultHeader(table).map((cell, at) => ({
      title: String(asWritten(cell) ?? ''),
      width: at === 1 ? 40 : 16,
    }))
    await writeWhole(
      path,
      xlsx(asDates(counted()), { name: 'Rows', columns }, () => (leftOut += 1)),
    )
  }
  return { rows: count, leftOut }
}

async function* asTexts(header: readonly Cell[], rows: AsyncIterable<Cell[]>): AsyncIterable<WrittenCell[]> {
  yield header.map(asWritten)
  for await (const cells of rows) yield cells.map(asWritten)
}

async function* asDates(rows: AsyncIterable<Cell[]>): AsyncIterable<(WrittenCell | Date)[]> {
  for await (const cells of rows) yield cells.map((cell) => dateOf(cell) ?? asWritten(cell))
}

const asWritten = (cell: Cell): WrittenCell =>
  cell !== null && typeof cell === 'object' ? ('date' in cell ? cell.date : cell.error) : cell

/** A time alone stays a text. */
function dateOf(cell: Cell): Date | null {
  if (cell === null || typeof cell !== 'object' || !('date' in cell) || !/^\d{4}-/.test(cell.date)) return null
  return new Date(cell.date.includes('T') ? `${cell.date}Z` : cell.date)
}
