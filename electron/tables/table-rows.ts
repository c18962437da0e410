import type { Cell, RowDoubt, TableRow } from '../shared/table'
import { longestCell, mostColumns, mostRows } from './table-limits'
import { cellTooLong, tooManyColumns, tooManyRows } from './table-problem'

/**
 * A row of a table, held to the limits of tables (AppError 'invalid-input'); it keeps the cells it is given. Null: there is nothing
 * in them. `width`: how many columns have a name, null while none has.
 */
export function tableRow(
  row: number,
  cells: Cell[],
  width: number | null,
  doubt: RowDoubt | null = null,
): TableRow | null {
  if (row > mostRows) throw tooManyRows()
  let end = 0
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] ?? null
    if (cell === null) continue
    if (cell === '') cells[column] = null
    else end = column + 1
    if (typeof cell === 'string' && cell.length > longestCell) throw cellTooLong(row, column)
  }
  if (end > mostColumns) throw tooManyColumns(row)
  if (end === 0) return null
  if (end < cells.length) cells.length = end
  return { row, cells, doubt: doubt ?? (width !== null && end > width ? 'too-many-cells' : null) }
}
