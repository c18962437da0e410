import { foldText } from '../shared/fold-text'
import { shelfInProposal, type ProposedType } from '../shared/proposal'
import type { Db } from './database'

/** Products that a proposal makes. Until they are made, they are called by ids that only their proposal knows (`isProposedProduct`). */
export function createProposedProductsTable(db: Db) {
  const insert = db.prepare(
    'INSERT INTO proposed_products (proposal_id, product_id, name, sku, name_key, sku_key) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const setId = ['proposed_products', 'proposed_edits'].map((table) =>
    db.prepare(`UPDATE ${table} SET product_id = ? WHERE proposal_id = ? AND product_id = ?`),
  )
  const typesBack = db.prepare(
    `SELECT p.product_id - ? AS id, p.name FROM proposed_products p WHERE p.proposal_id = ? AND p.product_id < ? AND EXISTS (
       SELECT 1 FROM proposed_edits e WHERE e.product_id = p.product_id AND e.proposal_id = p.proposal_id AND e.field = 'shelf'
         AND e.after ->> '$.thing' = 'productType' AND e.after ->> '$.field' IS NULL)`,
  )
  return {
    /** Product types that are gone and come back, by the local ids that products name them by. */
    typesBack: (proposalId: number): ProposedType[] =>
      typesBack.all<ProposedType>(shelfInProposal(0), proposalId, shelfInProposal(0)),
    add: (proposalId: number, productId: number, { name, sku }: { name: string; sku: string }): void =>
      void insert.run(proposalId, productId, name, sku, foldText(name), foldText(sku)),
    /** One of them has a local id, and its edits are about that from now on. */
    setMade(proposalId: number, productId: number, madeAs: number): void {
      for (const each of setId) each.run(madeAs, proposalId, productId)
    },
  }
}
