import { listedColumn, listedFields, type ListedColumn } from './fields/listed-fields'

/** Columns of products that searches depend on, and what else they read. */
const writtenTopics = [
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
  'variation_count',
  'without_alt',
  'untranslated',
  'state',
  'words',
  'skus',
  'product_categories',
  'facets',
  'categories',
] as const
export type RevisionTopic = (typeof writtenTopics)[number] | ListedColumn
export const revisionTopics: readonly RevisionTopic[] = [...writtenTopics, ...listedFields.map(listedColumn)]

/** What was written of what searches remember: whoever else has the database open knows by it what is old. */
export type Written = {
  topics: RevisionTopic[]
  /** Null: the product is gone. */
  places: [productId: number, place: number | null][]
  skus: [productId: number, lines: readonly string[]][]
  /** One text of many words, with spaces: a first pull tells those of every product, and a text travels at once. */
  words: [productId: number, words: string][]
}
/** 'anything': whatever is remembered may be old. */
export type WrittenNews = Written | 'anything'
