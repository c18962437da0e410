import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { ownPictureSchema } from '../../../../electron/shared/change-record'
import { temporaryFile } from './open-catalogue'

it('migration 24 keeps of which variation a picture is', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 23))
  db.exec(`INSERT INTO change_sets (source, label, created_at) VALUES ('form', '{"code":"text","text":"Test"}', 1)`)
  const none = { source: null, alt: '' }
  const one = { source: { url: 'https://p/a' }, alt: 'Front', key: 'https://p/a' }
  const add = db.prepare(
    `INSERT INTO changes (set_id, product_id, product_name, list, key, verb, field, before, after, theirs, state)
     VALUES (1, 1, 'Mug', 'variations', '31', 'set', 'image', ?, ?, ?, ?)`,
  )
  const named = (label: string, value: object) => JSON.stringify({ label, ...value })
  add.run(named('Red, L', none), named('Red, L', one), null, 'waiting')
  add.run(named('Red, L', one), named('', none), named('Red, L', one), 'conflict')
  db.close()
  const catalogue = openCatalogue(file)
  const kept = catalogue.changes.ofSet(1)
  expect(kept).toMatchObject([
    { entry: 'Red, L', before: none, after: one, theirs: null },
    { entry: 'Red, L', before: one, after: none, theirs: one },
  ])
  for (const { before, after } of kept) {
    for (const value of [before, after]) {
      expect(value).not.toHaveProperty('label')
      expect(() => ownPictureSchema.parse(value)).not.toThrow()
    }
  }
  catalogue.close()
})
