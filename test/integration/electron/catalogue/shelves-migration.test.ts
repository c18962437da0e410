import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { shelves } from '../../../../electron/catalogue/migrations/0015-shelves'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { categoriesAre } from '../../../support/shelves'
import { temporaryFile } from './open-catalogue'

it('a migration keeps categories and product types as the store sent them, under ids of this device', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(shelves)))
  const cups = { id: 5, parentId: 2, name: 'Cups', orderBy: 10, productIds: [70], madeUpLater: { a: 1 } }
  const books = { id: 3, name: 'Books', attributes: [] }
  db.prepare('INSERT INTO categories VALUES (5, 2, ?, 1, 10, ?)').run('Cups', JSON.stringify(cups))
  db.prepare('INSERT INTO category_order VALUES (5, 0, 70)').run()
  db.prepare('INSERT INTO product_types VALUES (3, ?)').run(JSON.stringify(books))
  db.close()
  const catalogue = openCatalogue(file)
  expect(catalogue.categories.list()).toMatchObject([{ id: 5, parentId: 2, name: 'Cups', enabled: true }])
  expect(catalogue.productTypes.list()).toEqual([books])
  const ids = (['category', 'productType'] as const).flatMap((thing) => [...catalogue.shelves.sent(thing).values()])
  expect(ids.map(({ id }) => catalogue.shelves.get(id))).toEqual([
    { id: -1, thing: 'category', ecwidId: 5, remote: cups },
    { id: -2, thing: 'productType', ecwidId: 3, remote: books },
  ])
  expect(categoriesAre(catalogue, [cups])).toBe(false)
  catalogue.close()
})
