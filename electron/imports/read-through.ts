import { createPacer } from '../changes/pacer'
import type { TableChoices, TableRow } from '../shared/table'
import { columnNotes } from '../tables/columns/column-notes'
import type { Table } from '../tables/open-table'
import { textOf } from './read-cell'

/** The path of a file, or cells that were pasted. */
export type TableFrom = string | { text: string }

const examplesShown = 3

/** A table with what its columns hold. `isSku`: the store has it already. The rest of the engine has its turns. */
export async function readThrough(from: TableFrom, choices: TableChoices, isSku: (text: string) => boolean) {
  // No start of the program reads the code for tables.
  const { openTable } = await import('../tables/open-table')
  const table = await openTable(typeof from === 'string' ? { path: from } : from, choices)
  const noting = columnNotes(table.columns.length, isSku)
  const examples = table.columns.map((): string[] => [])
  let rows = 0
  await eachRow(table, (row) => {
    rows += 1
    noting.add([row])
    for (const [at, shown] of examples.entries()) {
      const text = textOf(row.cells[at] ?? null).trim()
      if (text !== '' && shown.length < examplesShown) shown.push(text.slice(0, 80))
    }
  })
  return { table, notes: noting.notes(), examples, rows }
}

export async function eachRow(table: Table, take: (row: TableRow) => void): Promise<void> {
  const pace = createPacer()
  for await (const { rows } of table.portions()) {
    for (const row of rows) {
      take(row)
      await pace()
    }
  }
}
