import type { KeptRow } from '../catalogue/packed-rows'
import type { ImportWhat, UnmatchedRow } from '../shared/import'
import { isProposedCategory, isProposedProduct, shelfOfProposal } from '../shared/proposal'
import { rowSays, type RowReason } from '../shared/row-reason'
import type { TableRow } from '../shared/table'
import { rowReasonText } from '../shared/words/row-reason'
import type { Table } from '../tables/open-table'
import { assertGoesOn } from './cancelled'
import type { Found, Match } from './match-row'
import { eachRow } from './read-through'

type Taking = {
  takeRow: (row: TableRow) => Match
  nameOfRow: (row: TableRow) => string
  what: ImportWhat
  makesCategories: boolean
  signal: AbortSignal
  keep: (row: KeptRow) => void
}
type Taken = { rows: number; unmatched: number; first: UnmatchedRow[] }

const unmatchedShown = 100

/** Takes the rows of a table one after the other, and keeps each with what it is about, or why nothing was taken of it. */
export async function takeRows(table: Table, { takeRow, nameOfRow, signal, keep, ...asked }: Taking): Promise<Taken> {
  const first: UnmatchedRow[] = []
  let [rows, unmatched] = [0, 0]
  let unread: UnmatchedRow | null = null
  await eachRow(table, (row) => {
    assertGoesOn(signal)
    rows += 1
    const found = takeRow(row)
    const why = 'why' in found ? found.why : null
    const isMeant = 'isMeant' in found && found.isMeant === true
    const of = 'why' in found ? (isMeant ? nothing : null) : 'variationId' in found ? found : nothing
    const kept = 'why' in found || !('variationId' in found) ? why : aside(found, asked)
    keep({ row: row.row, cells: row.cells, of, why: kept })
    if (why === null || isMeant) return
    unmatched += 1
    if (why.says === 'not-a-product' && unread) {
      unread.others = (unread.others ?? 0) + 1
      return
    }
    if (first.length >= unmatchedShown && why.says !== 'not-a-product') return
    const left: UnmatchedRow = { row: row.row, named: nameOfRow(row), why: rowReasonText(why) }
    if (why.says === 'not-a-product') unread = left
    first.push(left)
  })
  return { rows, unmatched, first }
}

/** A row that says itself that it is about nothing has not failed. */
const nothing: Found = { productId: 0, variationId: null }

/** Why nothing is taken of a row although it is known what it is about; null: something is. */
function aside(
  { productId, absent }: Found & { absent?: RowReason },
  { what, makesCategories }: Pick<Taking, 'what' | 'makesCategories'>,
): RowReason | null {
  if (shelfOfProposal(productId) !== null) return what === 'add' ? rowSays('known-not-asked') : null
  if (isProposedCategory(productId)) return makesCategories ? null : rowSays('category-not-asked')
  const isNew = isProposedProduct(productId)
  if (what === 'update' && isNew) return rowSays('new-not-asked')
  if (absent) return what === 'update' ? absent : null
  return what === 'add' && !isNew ? rowSays('known-not-asked') : null
}
