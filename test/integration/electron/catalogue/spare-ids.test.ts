import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { temporaryFile } from './open-catalogue'

it('migration 41 gives what an archive has, and the store has no more, ids that nothing had before, for good', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 40))
  db.exec('INSERT INTO products (id, ecwid_id) VALUES (7, 70)')
  db.close()

  const catalogue = openCatalogue(file)
  expect(catalogue.products.findByEcwidId(70)).toBe(7)
  const ids = [catalogue.spareIds.of('product', 71), catalogue.spareIds.of('category', 71)]
  expect(ids).toEqual([8, expect.any(Number)])
  catalogue.close()

  const again = openCatalogue(file)
  expect([again.spareIds.of('product', 71), again.spareIds.of('category', 71)]).toEqual(ids)
  expect(again.spareIds.of('product', 72)).toBe(9)
  expect(again.products.get(ids[0]!)).toBeUndefined()
  again.close()
})
