import { productDraftSchema, type ProductDraft } from '../shared/product'
import type { Db } from './database'

/** What was typed and not saved. A product id of null is the form of a product that does not exist yet. */
export function createDraftsTable(db: Db) {
  const read = db.prepare('SELECT draft FROM drafts WHERE product_id = ?')
  const write = db.prepare(
    `INSERT INTO drafts (product_id, draft, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (product_id) DO UPDATE SET draft = excluded.draft, saved_at = excluded.saved_at`,
  )
  const exists = db.prepare('SELECT 1 FROM drafts WHERE product_id = ?')
  const ids = db.prepare('SELECT product_id FROM drafts ORDER BY saved_at DESC')
  const erase = db.prepare('DELETE FROM drafts WHERE product_id = ?')
  const key = (productId: number | null) => productId ?? 0
  const put = (productId: number | null, draft: ProductDraft): void =>
    void write.run(key(productId), JSON.stringify(draft), draft.savedAt)
  const remove = (productId: number | null): void => void erase.run(key(productId))
  return {
    /** Undefined also for a draft in a shape this version does not read; its row stays. */
    get(productId: number | null): ProductDraft | undefined {
      const found = read.get<{ draft: string }>(key(productId))
      return found && productDraftSchema.safeParse(JSON.parse(found.draft)).data
    },
    put,
    /** Null: there is none any more. */
    putAll: (drafts: readonly { productId: number | null; draft: ProductDraft | null }[]): void =>
      db.transaction(() => {
        for (const { productId, draft } of drafts) {
          if (draft) put(productId, draft)
          else remove(productId)
        }
      }),
    has: (productId: number | null): boolean => exists.get(key(productId)) !== undefined,
    /** The products that have one, newest first. */
    productIds: (): (number | null)[] => ids.all<{ product_id: number }>().map(({ product_id: id }) => id || null),
    remove,
  }
}
