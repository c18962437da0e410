import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { temporaryFile } from './open-catalogue'

it('migration 19 keeps which fields the store refused, without the words', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 18))
  db.exec(`INSERT INTO change_sets (source, label, created_at) VALUES ('form', '{"code":"text","text":"Test"}', 1)`)
  const sentence = { says: 'text', text: 'SKU “1” is taken' }
  const refused = { code: 'refused', sentence, storeCode: 'SKU_ALREADY_EXISTS' }
  const add = db.prepare(
    `INSERT INTO changes (set_id, product_id, product_name, verb, field, before, after, state, reason)
     VALUES (1, 1, 'Mug', 'set', 'sku', '1', '2', 'refused', ?)`,
  )
  for (const fields of [{ fields: { sku: 'SKU “1” is taken' } }, {}]) add.run(JSON.stringify({ ...refused, ...fields }))
  db.close()
  const catalogue = openCatalogue(file)
  expect(catalogue.changes.ofSet(1).map(({ reason }) => reason)).toEqual([{ ...refused, fields: ['sku'] }, refused])
  catalogue.close()
})
