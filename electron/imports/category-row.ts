import type { Said } from '../shared/imported'
import { categoryRowPart, isOfCategoryRow, type CategoryRow } from '../shared/product-table/category-rows'
import type { TableRow } from '../shared/table'
import { readCell } from './read-cell'
import type { RowColumn } from './read-row'

/** What a row of Ecwid's files says of a category, and the cells of it that cannot be read. */
export function saidOfCategory({ cells }: Pick<TableRow, 'cells'>, columns: readonly RowColumn[]) {
  const said = columns.flatMap(({ target, at, reading }): Said[] => {
    const read = isOfCategoryRow(target) ? readCell(target, cells[at] ?? null, reading) : null
    return read ? [read] : []
  })
  const read = said.filter(({ odd }) => odd === null)
  const row: CategoryRow = Object.fromEntries(read.map(({ path, value }) => [categoryRowPart(path), value]))
  return { row, odd: said.filter(({ odd }) => odd !== null) }
}
