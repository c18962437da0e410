import { longestAlt } from '../shared/limits'
import type { Said } from '../shared/imported'
import { categoryRowPart, isOfCategoryRow, type CategoryRow } from '../shared/product-table/category-rows'
import type { TableRow } from '../shared/table'
import { addressed } from './listed-pictures'
import { readCell } from './read-cell'
import type { RowColumn } from './read-row'

/** What a row of Ecwid's files says of a category, cell by cell; some cannot be read. `row`: what can. */
export function saidOfCategory({ cells }: Pick<TableRow, 'cells'>, columns: readonly RowColumn[]) {
  const said = columns.flatMap(({ target, at, reading }): Said[] => {
    const read = isOfCategoryRow(target) ? readCell(target, cells[at] ?? null, reading) : null
    return read ? [checked(read)] : []
  })
  const row: CategoryRow = Object.fromEntries(
    said.flatMap(({ path, value, odd }) => (odd === null ? [[categoryRowPart(path), value]] : [])),
  )
  return { row, said, odd: said.filter(({ odd }) => odd !== null) }
}

/** A picture is named by its address, and what is said of it is no longer than that may be. */
function checked(read: Said): Said {
  const part = categoryRowPart(read.path)
  if (part === 'pictureAlt') return { ...read, value: String(read.value).slice(0, longestAlt) }
  if (part !== 'picture') return read
  const picture = addressed({ text: String(read.value), alt: '' })
  return 'why' in picture ? { ...read, value: null, odd: picture.why } : { ...read, value: picture.text }
}
