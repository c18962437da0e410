import type { ProductState } from '../shared/product-query'
import { inLanguages, remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import type { Db } from './database'

/** A product as the store sent it, and nothing waits of it or is typed into it: this is what its owner sees. */
type AsSent = { json: string; product: () => RemoteProduct }
/** `asSent` null: it is edited. */
export type SentProduct = { id: number; asSent: AsSent | null }

type Row = { id: number; json: string | null; state: ProductState; typed: number }

/** Of many products, in the order of their ids as given; those that are gone are left out. */
export function createSentProducts(
  db: Db,
  languages: () => readonly string[],
): (ids: readonly number[]) => SentProduct[] {
  const inOrder = db.prepare(
    `SELECT p.id, r.json, p.state, EXISTS (SELECT 1 FROM drafts WHERE product_id = p.id) AS typed
     FROM json_each(?) wanted JOIN products p ON p.id = wanted.value LEFT JOIN remotes r ON r.product_id = p.id
     ORDER BY wanted.key`,
  )
  const asSent = (json: string): AsSent => ({
    json,
    product: () => inLanguages(remoteProductSchema.parse(JSON.parse(json)), languages()),
  })
  return (ids) =>
    inOrder.all<Row>(JSON.stringify(ids)).map(({ id, json, state, typed }) => ({
      id,
      asSent: json !== null && state === 'synced' && typed === 0 ? asSent(json) : null,
    }))
}
