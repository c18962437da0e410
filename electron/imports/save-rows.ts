import { basename } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue'
import type { KeptTable } from '../catalogue/kept-tables'
import { AppError } from '../shared/errors'
import type { KeptTableRef, RowsWanted, SavedRows } from '../shared/import'
import { keptOrFail, resultName, resultRows, writeResults } from './result-file'

/** Where a file is wanted; null: its owner chose no place. */
export type Place = (name: string) => Promise<string | null>

/** Throws AppError 'not-found' where nothing is to be written, before anybody is asked for a place. */
export async function saveRows(
  catalogue: Catalogue,
  of: KeptTableRef,
  wanted: RowsWanted,
  placeFor: Place,
): Promise<SavedRows | null> {
  const table = keptOrFail(tableOf(catalogue, of))
  const first = await resultRows(catalogue, table, wanted).next()
  if (first.done) throw new AppError('not-found', none[wanted])
  const path = await placeFor(resultName(table, wanted))
  if (path === null) return null
  // Its review may have been closed meanwhile.
  const now = keptOrFail(catalogue.keptTables.get(table.id))
  return { name: basename(path), ...(await writeResults(path, now, resultRows(catalogue, now, wanted))) }
}

function tableOf({ keptTables }: Catalogue, of: KeptTableRef): KeptTable | undefined {
  if ('tableId' in of) return keptTables.get(of.tableId)
  return 'proposalId' in of ? keptTables.ofProposal(of.proposalId) : keptTables.ofSet(of.changeSetId)
}

const none: Record<RowsWanted, string> = {
  all: 'This table has no rows.',
  failed: 'No row of this table failed.',
  unread: 'All rows of this table were read.',
}
