import { importedSchema, type Imported } from '../shared/imported'
import type { Db } from './database'

/** What the rows of an imported table say of each product. They go with their proposal. */
export function createImportedRowsTable(db: Db) {
  const insert = db.prepare('INSERT INTO imported_rows (proposal_id, product_id, said) VALUES (?, ?, ?)')
  const byProduct = db.prepare('SELECT said FROM imported_rows WHERE proposal_id = ? AND product_id = ?')
  const hashes = db.prepare(
    `SELECT DISTINCT p.value AS hash FROM imported_rows r, json_tree(r.said) p WHERE r.said LIKE '%"hash":%' AND p.key = 'hash'`,
  )
  const hashesOf = db.prepare(
    `SELECT DISTINCT p.value AS hash FROM imported_rows r, json_tree(r.said) p
     WHERE r.proposal_id = ? AND r.said LIKE '%"hash":%' AND p.key = 'hash'`,
  )
  return {
    /** Of pictures that were copied for what they say. */
    stagedHashes: (): string[] => hashes.all<{ hash: string }>().map(({ hash }) => hash),
    /** The same of one proposal. */
    stagedFor: (proposalId: number): string[] => hashesOf.all<{ hash: string }>(proposalId).map(({ hash }) => hash),
    add: (proposalId: number, productId: number, said: Imported): void =>
      void insert.run(proposalId, productId, JSON.stringify(said)),
    get(proposalId: number, productId: number): Imported | null {
      const found = byProduct.get<{ said: string }>(proposalId, productId)
      return found ? importedSchema.parse(JSON.parse(found.said)) : null
    },
  }
}
