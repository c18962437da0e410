import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { temporaryFile } from './open-catalogue'

const low = 'Only 2 in stock: “two”.'
const unread = { path: 'price', text: '"x', value: null, odd: 'This is no number.' }
const read = { path: 'name', text: 'Mug', value: 'Mug', odd: null }

it('migration 42 keeps an open review, and why its edits cannot be, as it was said', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 41))
  db.exec(
    `INSERT INTO proposals (id, asked, created_at, state, total) VALUES (1, '{}', 1, 'ready', 1);
     INSERT INTO kept_tables (id, name, format, columns, proposal_id) VALUES (1, 'x', 'text', '[]', 1)`,
  )
  const add = db.prepare(
    `INSERT INTO proposed_edits (proposal_id, place, product_id, field, before, after, standing, reason, weight, most)
     VALUES (1, 0, 7, ?, '1', '2', ?, ?, 0, 0)`,
  )
  add.run('quantity', 'refused', low)
  add.run('price', 'in', null)
  const edit = { variationId: null, field: 'quantity', standing: 'refused', reason: low }
  db.prepare('INSERT INTO kept_table_edits (table_id, product_id, edits) VALUES (1, 7, ?)').run(
    JSON.stringify([edit, { ...edit, standing: 'out', reason: null }]),
  )
  const imported = db.prepare('INSERT INTO imported_rows (proposal_id, product_id, said) VALUES (1, ?, ?)')
  imported.run(7, JSON.stringify({ own: [unread, read], variations: { 3: [read, unread], 4: [] } }))
  imported.run(8, JSON.stringify({ own: [read], variations: {} }))
  db.close()

  const catalogue = openCatalogue(file)
  const view = { by: 'product', order: 'list', filter: 'all', offset: 0, limit: 10 } as const
  expect(catalogue.proposedEdits.page(1, view).rows.map(({ reason }) => reason)).toEqual([low, null])
  expect(catalogue.keptTables.editsOf(1, 7).map(({ reason }) => reason)).toEqual([{ says: 'text', text: low }, null])
  const odd = { ...unread, odd: { says: 'text', text: unread.odd } }
  expect(catalogue.importedRows.get(1, 7)).toEqual({ own: [odd, read], variations: { 3: [read, odd], 4: [] } })
  expect(catalogue.importedRows.get(1, 8)).toEqual({ own: [read], variations: {} })
  catalogue.close()
})
