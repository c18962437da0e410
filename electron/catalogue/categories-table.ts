import { z } from 'zod'
import type { RemoteCategory } from '../shared/remote-product'
import type { Category } from '../shared/store'
import { createCategoryCounts } from './category-counts'
import type { Db } from './database'
import type { Revisions } from './revisions'

type CategoryRecord = Record<'id' | 'parent_id' | 'enabled' | 'order_by', number> & {
  name: string
  made_as: number | null
  thumbnail: string | null
  untranslated: string
}

type CategoryPlace = { id: number; parentId: number }

type Seen = {
  /** Its local id, if it was made here. */
  madeAs: number | null
  /** The languages of the store in which one of its texts says nothing. */
  untranslated: readonly string[]
}

const productIdsSchema = z.array(z.number()).catch([])

/** The categories as a person sees them, by the id that products name them by. */
export function createCategoriesTable(db: Db, revisions: Revisions) {
  const insert = db.prepare(
    `INSERT INTO categories (id, parent_id, name, enabled, order_by, made_as, thumbnail, untranslated)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertOrder = db.prepare(
    'INSERT OR IGNORE INTO category_order (category_id, position, ecwid_id) SELECT ?, key, value FROM json_each(?)',
  )
  const erase = db.prepare('DELETE FROM categories WHERE id = ?')
  const all = db.prepare(
    `SELECT id, parent_id, name, enabled, order_by, made_as, thumbnail, untranslated FROM categories
     ORDER BY parent_id, order_by, id`,
  )

  const byId = db.prepare('SELECT id, parent_id AS parentId FROM categories WHERE id = ?')
  const byLocalId = db.prepare('SELECT id, parent_id AS parentId FROM categories WHERE made_as = ?')

  const filed = db.prepare('SELECT 1 FROM product_categories WHERE category_id = ? AND product_id = ?')

  const placeOf = (id: number): CategoryPlace | undefined =>
    byId.get<CategoryPlace>(id) ?? (id < 0 ? byLocalId.get<CategoryPlace>(id) : undefined)

  return {
    /** By what products name it, or by its local id if it was made here; undefined: it is not there. */
    placeOf,
    has: (id: number): boolean => placeOf(id) !== undefined,
    /** Whether this product, by its local id, is filed right in it. */
    holds: (id: number, productId: number): boolean => filed.get(id, productId) !== undefined,

    /** As it is with what waits; `productIds` in it are the owner's order of its products. Belongs into a transaction. */
    show(category: RemoteCategory, { madeAs, untranslated }: Seen): void {
      const { id, parentId = 0, name, enabled = true, orderBy = 0 } = category
      erase.run(id)
      const thumbnail = category.thumbnailUrl ?? category.imageUrl ?? null
      insert.run(id, parentId, name, enabled ? 1 : 0, orderBy, madeAs, thumbnail, untranslated.join(' '))
      insertOrder.run(id, JSON.stringify(productIdsSchema.parse(category['productIds'])))
      revisions.bump('categories')
    },

    hide(id: number): void {
      if (erase.run(id).changes > 0) revisions.bump('categories')
    },

    /** Parents and children in the owner's order. */
    list: (): Category[] =>
      all.all<CategoryRecord>().map(({ id, parent_id, name, enabled, order_by, made_as, thumbnail, untranslated }) => ({
        id,
        parentId: parent_id,
        name,
        enabled: enabled === 1,
        orderBy: order_by,
        ...(made_as === null ? {} : { madeAs: made_as }),
        ...(thumbnail === null ? {} : { thumbnail }),
        ...(untranslated === '' ? {} : { untranslated: untranslated.split(' ') }),
      })),

    counts: createCategoryCounts(db),
  }
}
