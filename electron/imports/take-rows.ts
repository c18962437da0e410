import type { KeptRow } from '../catalogue/packed-rows'
import type { ImportWhat, UnmatchedRow } from '../shared/import'
import { isProposedProduct } from '../shared/proposal'
import type { TableRow } from '../shared/table'
import type { Table } from '../tables/open-table'
import type { Found, Match } from './match-row'
import { eachRow } from './read-through'

type Taking = { takeRow: (row: TableRow) => Match; what: ImportWhat; keep: (row: KeptRow) => void }
type Taken = { rows: number; unmatched: number; first: UnmatchedRow[] }

const unmatchedShown = 100

/** Takes the rows of a table one after the other, and keeps each with what it is about, or why nothing was taken of it. */
export async function takeRows(table: Table, { takeRow, what, keep }: Taking): Promise<Taken> {
  const first: UnmatchedRow[] = []
  let [rows, unmatched] = [0, 0]
  await eachRow(table, (row) => {
    rows += 1
    const found = takeRow(row)
    const why = 'why' in found ? found.why : null
    const isMeant = 'isMeant' in found && found.isMeant === true
    const kind = 'why' in found ? { of: isMeant ? nothing : null, why } : { of: found, why: aside(found, what) }
    keep({ row: row.row, cells: row.cells, ...kind })
    if (why === null || isMeant) return
    unmatched += 1
    if (first.length < unmatchedShown) first.push({ row: row.row, why })
  })
  return { rows, unmatched, first }
}

/** A row that says itself that it is about nothing has not failed. */
const nothing: Found = { productId: 0, variationId: null }

/** Why nothing is taken of a row although it is known what it is about; null: something is. */
function aside({ productId }: { productId: number }, what: ImportWhat): string | null {
  const isNew = isProposedProduct(productId)
  if (what === 'update' && isNew) return 'There is no such product, and new ones were not asked for.'
  return what === 'add' && !isNew ? 'Its product is here already, and only new ones were asked for.' : null
}
