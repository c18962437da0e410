import { z } from 'zod'
import type { RemoteCategory } from '../shared/remote-product'
import type { Category } from '../shared/store'
import type { Db } from './database'
import type { Revisions } from './revisions'

type CategoryRecord = { id: number; parent_id: number; name: string; enabled: number; order_by: number; total: number }

const productIdsSchema = z.array(z.number()).catch([])

export function createCategoriesTable(db: Db, revisions: Revisions) {
  const current = db.prepare('SELECT id, json FROM categories')
  const insert = db.prepare(
    'INSERT INTO categories (id, parent_id, name, enabled, order_by, json) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertOrder = db.prepare(
    'INSERT OR IGNORE INTO category_order (category_id, position, ecwid_id) SELECT ?, key, value FROM json_each(?)',
  )
  const erase = db.prepare('DELETE FROM categories WHERE id = ?')
  const all = db.prepare(
    `SELECT c.id, c.parent_id, c.name, c.enabled, c.order_by,
       (SELECT count(*) FROM product_categories p WHERE p.category_id = c.id) AS total
     FROM categories c ORDER BY c.parent_id, c.order_by, c.id`,
  )

  function put(category: RemoteCategory, json: string): void {
    const { id, parentId = 0, name, enabled = true, orderBy = 0 } = category
    insert.run(id, parentId, name, enabled ? 1 : 0, orderBy, json)
    insertOrder.run(id, JSON.stringify(productIdsSchema.parse(category['productIds'])))
  }

  return {
    /**
     * Takes the store's whole list (asked for with productIds, which carry the owner's order of products) and writes what
     * differs. What it may name without that it can be read stays. False: nothing differed.
     */
    replaceAll(categories: readonly RemoteCategory[], mayBeUnread: (id: number) => boolean = () => false): boolean {
      return db.transaction(() => {
        const known = new Map(current.all<{ id: number; json: string }>().map(({ id, json }) => [id, json]))
        const before = new Set(known.keys())
        let isChanged = false
        for (const category of categories) {
          const json = JSON.stringify(category)
          before.delete(category.id)
          if (known.get(category.id) === json) continue
          erase.run(category.id)
          put(category, json)
          isChanged = true
        }
        const gone = [...before].filter((id) => !mayBeUnread(id))
        for (const id of gone) erase.run(id)
        isChanged ||= gone.length > 0
        if (isChanged) revisions.bump('categories')
        return isChanged
      })
    },

    /** Parents and children in the owner's order; products hidden here are not counted. */
    list: (): Category[] =>
      all.all<CategoryRecord>().map(({ id, parent_id, name, enabled, order_by, total }) => ({
        id,
        parentId: parent_id,
        name,
        enabled: enabled === 1,
        orderBy: order_by,
        productCount: total,
      })),
  }
}
