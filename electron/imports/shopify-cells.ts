import type { Cell, TableRow } from '../shared/table'

const hasGuards = /^variant (sku|barcode)$/i

/** Shopify writes an apostrophe before SKUs and codes that begin with a digit, so that spreadsheets leave them as they are. */
const withoutGuard = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/^'(?=\d)/, '') : cell)

/** Rows of a table with these columns, without such signs. */
export function createPlainRows(columns: readonly string[]): (row: TableRow) => TableRow {
  const guarded = new Set(columns.flatMap((name, at) => (hasGuards.test(name.trim()) ? [at] : [])))
  if (guarded.size === 0) return (row) => row
  return (row) => ({ ...row, cells: row.cells.map((cell, at) => (guarded.has(at) ? withoutGuard(cell) : cell)) })
}
