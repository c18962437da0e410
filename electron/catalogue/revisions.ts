/** Columns of products that searches depend on, and what else they read. */
export const revisionTopics = [
  'rows', // a product came or went
  'hidden',
  'place',
  'name_key',
  'sku_key',
  'price',
  'stock_key',
  'created_at',
  'updated_at',
  'enabled',
  'in_stock',
  'on_sale',
  'front_page',
  'picture_count',
  'without_alt',
  'out_of_stock',
  'state',
  'words',
  'skus',
  'product_categories',
  'facets',
  'categories',
] as const
export type RevisionTopic = (typeof revisionTopics)[number]
export type Revisions = ReturnType<typeof createRevisions>

/** Counts the writes to each thing that searches remember results of, so that a remembered one is known to be still true. */
export function createRevisions() {
  const counts = new Map<RevisionTopic, number>()
  let total = 0
  return {
    bump(...topics: RevisionTopic[]) {
      total += 1
      for (const topic of topics) counts.set(topic, total)
    },
    /** Forget everything: after a rollback. */
    bumpAll() {
      total += 1
      for (const topic of revisionTopics) counts.set(topic, total)
    },
    /** Changes when any of the topics did; without topics, when anything did. */
    of: (topics?: readonly RevisionTopic[]): number =>
      topics === undefined ? total : topics.reduce((latest, topic) => Math.max(latest, counts.get(topic) ?? 0), 0),
  }
}
