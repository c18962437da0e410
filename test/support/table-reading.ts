import { columnNotes } from '../../electron/tables/columns/column-notes'
import type { ColumnNotes } from '../../electron/shared/table'
import { readWholeTable, type WholeTable } from './read-whole-table'

/** All that is read of a file, as it stands beside it in test/fixtures/tables: what can be left out is. */
export async function tableReading(path: string): Promise<unknown> {
  try {
    const table = await readWholeTable({ path })
    const notes = columnNotes(table.columns.length)
    notes.add(table.rows)
    const said = notes.notes().map((column, at) => [table.columns[at] ?? '', told(column)] as const)
    return {
      ...formatOf(table),
      headerRow: table.headerRow,
      columns: table.columns,
      rows: table.rows.map(({ row, cells }) => [row, ...cells]),
      doubts: Object.fromEntries(table.rows.flatMap(({ row, doubt }) => (doubt ? [[row, doubt]] : []))),
      notes: Object.fromEntries(said.filter(([, column]) => Object.keys(column).length > 0)),
    }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : error }
  }
}

function formatOf({ format, sheet, sheets, encoding, separator }: WholeTable) {
  if (format === 'text') return { encoding, separator }
  return { sheet, hidden: sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name) }
}

function told({ filled, numbers, dates, yesNo, damage }: ColumnNotes) {
  return {
    ...(numbers.decimal !== 'any' && { decimal: numbers.decimal }),
    ...(dates.count > 0 && dates.order !== 'any' && { dates: dates.order }),
    ...(filled > 0 && yesNo === filled && { yesNo: true }),
    ...(damage.length > 0 && { damage: Object.fromEntries(damage.map(({ kind, count }) => [kind, count])) }),
  }
}
