import { expect, it } from 'vitest'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { proposalProducts } from '../../../../electron/catalogue/migrations/0029-proposal-products'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openTemporary, temporaryFile } from './open-catalogue'

it('migration 29 keeps the products of a review that is still being made, in their order', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(proposalProducts)))
  db.exec(
    `INSERT INTO proposals (id, asked, created_at, state, product_ids, total, done) VALUES (4, '{}', 1, 'making', '[9,3,5]', 3, 1)`,
  )
  db.close()
  const { proposals, close } = openTemporary(file)
  expect(proposals.get(4)).toMatchObject({ state: 'making', done: 1, total: 3 })
  expect(proposals.productIds(4)).toEqual([9, 3, 5])
  proposals.remove(4)
  expect(proposals.productIds(4)).toEqual([])
  close()
})
