import type { Cell, TableRow } from '../shared/table'
import { longestCell, mostColumns, mostRows } from './table-limits'
import { cellTooLong, tooManyColumns, tooManyRows } from './table-problem'

/**
 * Numbers the rows of a table and holds them to its limits (AppError 'invalid-input'). It is given every row, empty ones too, and
 * keeps the cells it is given; null: there is nothing in them. `width`: how many columns have a name, null while none has.
 */
export function rowMaker(width: number | null): (cells: Cell[], isMisquoted?: boolean) => TableRow | null {
  let row = 0
  return (cells, isMisquoted = false) => {
    row++
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
    return { row, cells, doubt: isMisquoted ? 'quotes' : width !== null && end > width ? 'too-many-cells' : null }
  }
}
