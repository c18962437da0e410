import { z } from 'zod'
import type { RemoteCategory } from '../shared/remote-product'
import type { Category } from '../shared/store'
import type { Db } from './database'
import type { Revisions } from './revisions'

type CategoryRecord = Record<'id' | 'parent_id' | 'enabled' | 'order_by' | 'total', number> & {
  name: string
  made_as: number | null
}

const productIdsSchema = z.array(z.number()).catch([])

/** The categories as a person sees them, by the id that products name them by. */
export function createCategoriesTable(db: Db, revisions: Revisions) {
  const insert = db.prepare(
    'INSERT INTO categories (id, parent_id, name, enabled, order_by, made_as) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertOrder = db.prepare(
    'INSERT OR IGNORE INTO category_order (category_id, position, ecwid_id) SELECT ?, key, value FROM json_each(?)',
  )
  const erase = db.prepare('DELETE FROM categories WHERE id = ?')
  const all = db.prepare(
    `SELECT c.id, c.parent_id, c.name, c.enabled, c.order_by, c.made_as,
       (SELECT count(*) FROM product_categories p WHERE p.category_id = c.id) AS total
     FROM categories c ORDER BY c.parent_id, c.order_by, c.id`,
  )

  return {
    /** As it is with what waits; `productIds` in it are the owner's order of its products. `madeAs`: its local id, if it was made here. Belongs into a transaction. */
    show(category: RemoteCategory, madeAs: number | null): void {
      const { id, parentId = 0, name, enabled = true, orderBy = 0 } = category
      erase.run(id)
      insert.run(id, parentId, name, enabled ? 1 : 0, orderBy, madeAs)
      insertOrder.run(id, JSON.stringify(productIdsSchema.parse(category['productIds'])))
      revisions.bump('categories')
    },

    hide(id: number): void {
      if (erase.run(id).changes > 0) revisions.bump('categories')
    },

    /** Parents and children in the owner's order; products hidden here are not counted. */
    list: (): Category[] =>
      all.all<CategoryRecord>().map(({ id, parent_id, name, enabled, order_by, made_as, total }) => ({
        id,
        parentId: parent_id,
        name,
        enabled: enabled === 1,
        orderBy: order_by,
        productCount: total,
        ...(made_as === null ? {} : { madeAs: made_as }),
      })),
  }
}
