import type { Catalogue } from '../catalogue/catalogue'
import type { Said } from '../shared/imported'
import type { TableRow } from '../shared/table'
import type { createGathering } from './gather'
import type { createMatching, Found, Known, Match } from './match-row'
import { createNewRows } from './new-row'
import { readRow, type RowColumn, type RowKey } from './read-row'
import { doubtText } from './doubt-text'
import { saidDelete, whyNotDeleted } from './row-command'

type Taking = {
  columns: readonly RowColumn[]
  key: RowKey
  match: ReturnType<typeof createMatching>
  gathered: ReturnType<typeof createGathering>
  ofVariation: (found: Found, news: readonly Said[], known: Known) => readonly Said[]
}

/** Rows of one table, each gathered with what it is about. */
export function createRowTaking(catalogue: Catalogue, { columns, key, match, gathered, ofVariation }: Taking) {
  const newRows = createNewRows(catalogue, key.key)

  function takeRow(row: TableRow): Match {
    if (row.doubt !== null) return { why: doubtText(row.doubt, row) }
    const { said, news, isUnread, command, ...known } = readRow(row, columns, key)
    if (isUnread) return { why: 'Rows of options, files and categories of Ecwid’s own files are not read.' }
    if (typeof command === 'object' && command !== null) return command
    if (command === 'ignore') return { why: 'The row says to ignore it.', isMeant: true }
    const found = match(known)
    if (!('why' in found)) {
      if (command === 'new') return { why: 'The product is there already, and the row says NEW.' }
      if (command === 'delete' && known.sku === '' && key.key !== 'id')
        return { why: 'Name its SKU as well, so that it is certain which product is deleted.' }
      return command === 'delete' ? takeDelete(found, known) : gathered.add(found, ofVariation(found, news, known))
    }
    const isNew = found.isAbsent && (command === null || command === 'new') && newRows.canBeMade(known, said)
    if (!isNew) return found
    const doubt = newRows.doubt(known)
    return doubt === null
      ? gathered.addNew({ row: row.row, sku: known.sku, marks: newRows.marks(known) }, said)
      : { why: doubt }
  }

  function takeDelete(found: Found, known: Known): Match {
    const why = whyNotDeleted(found, known, catalogue.products.row(found.productId))
    return why === null ? gathered.add(found, [saidDelete]) : { why }
  }

  /** What it is about, or why nothing is taken of it. */
  return takeRow
}
