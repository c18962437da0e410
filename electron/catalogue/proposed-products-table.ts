import { foldText } from '../shared/fold-text'
import type { Db } from './database'

/** Products that a proposal makes. Until they are made, they are called by ids that only their proposal knows (`isProposedProduct`). */
export function createProposedProductsTable(db: Db) {
  const insert = db.prepare(
    'INSERT INTO proposed_products (proposal_id, product_id, name, sku, name_key, sku_key) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const setId = ['proposed_products', 'proposed_edits'].map((table) =>
    db.prepare(`UPDATE ${table} SET product_id = ? WHERE proposal_id = ? AND product_id = ?`),
  )
  return {
    add: (proposalId: number, productId: number, { name, sku }: { name: string; sku: string }): void =>
      void insert.run(proposalId, productId, name, sku, foldText(name), foldText(sku)),
    /** One of them has a local id, and its edits are about that from now on. */
    setMade(proposalId: number, productId: number, madeAs: number): void {
      for (const each of setId) each.run(madeAs, proposalId, productId)
    },
  }
}
