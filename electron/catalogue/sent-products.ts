import { inLanguages, readKeptProduct, type RemoteProduct } from '../shared/remote-product'
import type { Db } from './database'

/** A product as the store sent it, and nothing waits of it or is typed into it: this is what its owner sees. */
type AsSent = { json: string; product: () => RemoteProduct }
/** `asSent` null: it is edited. */
export type SentProduct = { id: number; asSent: AsSent | null }

/** Of many products, in the order of their ids as given; those that are gone are left out. */
export function createSentProducts(
  db: Db,
  languages: () => readonly string[],
): (ids: readonly number[]) => SentProduct[] {
  // As one text, a line for each: what JSON is written as has no lines of its own, and each row costs libsql more to hand over than to read.
  const inOrder = db.prepare(
    `SELECT group_concat(id || ' ' || is_sent || json, char(10)) AS lines FROM (
       SELECT p.id, coalesce(r.json, '') AS json,
         (r.json IS NOT NULL AND p.state = 'synced' AND NOT EXISTS (SELECT 1 FROM drafts WHERE product_id = p.id)) AS is_sent
       FROM json_each(?) wanted JOIN products p ON p.id = wanted.value LEFT JOIN remotes r ON r.product_id = p.id
       ORDER BY wanted.key)`,
  )
  const asSent = (json: string): AsSent => ({
    json,
    product: () => inLanguages(readKeptProduct(JSON.parse(json)), languages()),
  })
  function read(line: string): SentProduct {
    const blank = line.indexOf(' ')
    return {
      id: Number(line.slice(0, blank)),
      asSent: line[blank + 1] === '1' ? asSent(line.slice(blank + 2)) : null,
    }
  }
  return (ids) => inOrder.get<{ lines: string | null }>(JSON.stringify(ids))?.lines?.split('\n').map(read) ?? []
}
