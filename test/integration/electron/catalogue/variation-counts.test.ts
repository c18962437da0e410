import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { variedProducts } from '../../../../electron/catalogue/migrations/0039-varied-products'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { openTemporary, put, temporaryFile } from './open-catalogue'

const variations = (count: number) => Array.from({ length: count }, (_, at) => ({ id: 70 + at }))

it('says of all that a search finds where the products with variations are, in its order', () => {
  const shop = openTemporary()
  const [mug, , pot] = [
    put(shop, { id: 1, name: 'Mug', price: 3, combinations: variations(2) }),
    put(shop, { id: 2, name: 'Jug', price: 2 }),
    put(shop, { id: 3, name: 'Pot', price: 1, combinations: variations(5) }),
  ]
  expect(shop.variationCounts({})).toEqual({ indexes: [0, 2], ids: [mug, pot], counts: [2, 5] })
  expect(shop.variationCounts({ sort: 'PRICE_ASC' })).toEqual({ indexes: [0, 2], ids: [pot, mug], counts: [5, 2] })
  expect(shop.variationCounts({ text: 'jug' })).toEqual({ indexes: [], ids: [], counts: [] })
  put(shop, { id: 1, name: 'Mug', price: 3, combinations: variations(3) })
  expect(shop.variationCounts({ text: 'mug' })).toEqual({ indexes: [0], ids: [mug], counts: [3] })
})

it('knows them in a database of the version before', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, migrations.indexOf(variedProducts)))
  db.prepare('INSERT INTO products (ecwid_id, hidden, variation_count) VALUES (7, 0, 4)').run()
  db.close()
  const shop = openCatalogue(file)
  expect(shop.variationCounts({}).counts).toEqual([4])
  shop.close()
})
