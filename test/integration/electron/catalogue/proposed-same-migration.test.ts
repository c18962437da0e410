import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { proposedSame } from '../../../../electron/catalogue/migrations/0046-proposed-same'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openTemporary, temporaryFile } from './open-catalogue'

it('migration 46 leaves what an open review says that is so already, and it goes with that', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(proposedSame)))
  db.exec(
    `INSERT INTO proposals (id, asked, created_at, state, total, done) VALUES (4, '{}', 1, 'ready', 1, 1);
     INSERT INTO proposed_edits (proposal_id, place, product_id, field, before, after, standing, weight, most)
       VALUES (4, 0, 1, 'price', '5', '5', 'same', 0, 0), (4, 0, 1, 'name', '"Mug"', '"Cup"', 'in', 0, 0)`,
  )
  db.close()
  const { proposedEdits, close } = openTemporary(file)
  const view = { by: 'product', order: 'list', filter: 'same', offset: 0, limit: 10 } as const
  expect(proposedEdits.tally(4)).toMatchObject({ same: 1, fields: 1 })
  expect(proposedEdits.page(4, view)).toMatchObject({ total: 1, rows: [{ field: 'price', before: 5, after: 5 }] })
  proposedEdits.removeFrom(4, 0)
  expect(proposedEdits.page(4, { ...view, filter: 'all' }).total).toBe(0)
  close()
})
