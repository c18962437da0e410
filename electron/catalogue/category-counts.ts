import type { Db } from './database'

/** How many products are filed right in each category, those hidden here not counted; none where there is none. */
export function createCategoryCounts(db: Db): () => Record<number, number> {
  const filed = db.prepare('SELECT category_id AS id, count(*) AS total FROM product_categories GROUP BY category_id')
  return () => Object.fromEntries(filed.all<{ id: number; total: number }>().map(({ id, total }) => [id, total]))
}
