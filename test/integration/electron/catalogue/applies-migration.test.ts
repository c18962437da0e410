import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { applies } from '../../../../electron/catalogue/migrations/0026-applies'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openTemporary, temporaryFile } from './open-catalogue'

it('migration 26 keeps long lists of operations that are not made yet, and how far they are', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(applies)))
  const asked = (name: string) => ({
    source: 'list',
    label: { code: 'salvaged' },
    operations: [{ kind: 'create', fields: { name } }],
  })
  const put = (key: string, value: unknown) =>
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(key, JSON.stringify(value))
  put('appliesUnderWay', [2, 10])
  put('apply:2:asked', asked('Vase'))
  put('apply:10:asked', asked('Cup'))
  put('apply:10:standing', { at: 7, leftOut: 3, changeSetId: 12 })
  put('undone', { newest: 0, sets: [] })
  db.close()
  const catalogue = openTemporary(file)
  expect(catalogue.applies.all().map((one) => ({ ...one, asked: JSON.parse(one.asked) as unknown }))).toEqual([
    { id: 1, asked: asked('Vase'), done: 0, ahead: [], leftOut: 0, changeSetId: null, endedAt: null },
    { id: 2, asked: asked('Cup'), done: 7, ahead: [], leftOut: 3, changeSetId: 12, endedAt: null },
  ])
  catalogue.close()
  const again = openDatabase(file)
  expect(again.prepare('SELECT key FROM meta').all()).toEqual([{ key: 'undone' }])
  again.close()
})
