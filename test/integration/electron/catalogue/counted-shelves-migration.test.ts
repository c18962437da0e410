import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { countedShelves } from '../../../../electron/catalogue/migrations/0047-counted-shelves'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { undoOf, type SetLabel } from '../../../../electron/shared/set-label'
import { openTemporary, temporaryFile } from './open-catalogue'

it('migration 47 keeps the history readable that counted categories and product types as one', () => {
  const label: SetLabel = { code: 'many-products', deed: 'put-back', fields: [], products: 9, categories: 2 }
  const before = (it: unknown) => JSON.stringify(it).replaceAll('"categories":', '"shelves":').replaceAll("'", "''")
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(countedShelves)))
  const named = { code: 'keep-unsaved', product: 'A "shelves": of oak' } as const
  const labels = [label, undoOf(label, null), undoOf(undoOf(label, null), 'Mug'), named]
  const sets = labels.map((each) => `('bulk', '${before(each)}', 1)`)
  db.exec(`INSERT INTO change_sets (source, label, created_at) VALUES ${sets.join(', ')}`)
  db.exec(`INSERT INTO snapshots (taken_at, occasion, state) VALUES (1, '${before(label)}', 'kept')`)
  db.close()
  const { changes, snapshots, close } = openTemporary(file)
  expect(labels.map((_, at) => changes.findSet(at + 1)?.label)).toEqual(labels)
  expect(snapshots.all().map(({ occasion }) => occasion)).toEqual([label])
  close()
})
