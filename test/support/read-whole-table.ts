import { openTable, type Table, type TableSource } from '../../electron/tables/open-table'
import type { Cell, TableChoices, TableRow } from '../../electron/shared/table'

export type WholeTable = Omit<Table, 'portions'> & { rows: TableRow[]; cells: Cell[][] }

/** A table with all of its rows: for small ones. */
export async function readWholeTable(source: TableSource, choices?: TableChoices): Promise<WholeTable> {
  const { portions, ...shape } = await openTable(source, choices)
  const rows: TableRow[] = []
  for await (const portion of portions()) rows.push(...portion.rows)
  return { ...shape, rows, cells: rows.map(({ cells }) => [...cells]) }
}
