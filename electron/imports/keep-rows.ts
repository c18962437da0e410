import type { Catalogue } from '../catalogue/catalogue'
import type { NewKeptTable } from '../catalogue/kept-tables'
import type { KeptRow } from '../catalogue/packed-rows'

const rowsAtOnce = 500
const signsAtOnce = 512 * 1024

/** Keeps the rows of a table that is being imported, packed in portions, until they are too many. */
export function createKeeping(
  { keptTables, repeatable }: Pick<Catalogue, 'keptTables' | 'repeatable'>,
  about: NewKeptTable,
) {
  keptTables.removeStrays()
  const tableId = keptTables.add(about)
  let [rows, signs]: [KeptRow[], number] = [[], 0]

  function keep(): void {
    repeatable(() => keptTables.addRows(tableId, rows))
    rows = []
    signs = 0
  }

  return {
    tableId,
    add(row: KeptRow): void {
      // A text that is kept keeps the portion of the file that it came in.
      rows.push({ ...row, cells: [...row.cells] })
      for (const cell of row.cells) signs += typeof cell === 'string' ? cell.length : 8
      if (rows.length >= rowsAtOnce || signs >= signsAtOnce) keep()
    },
    /** Nothing stays of it. */
    drop(): void {
      try {
        keptTables.remove(tableId)
      } catch {
        // The store was closed meanwhile, or the disk is full: the next import removes it.
      }
    },
    end: (): void => (rows.length > 0 ? keep() : undefined),
  }
}
