import type { Db } from './database'

/** Copies that edits of proposals bring back: whoever kept one before may let go of it while the review is open. */
export function createProposedEditCopies(db: Db) {
  const brings = `e.field IN ('picture', 'file') AND e.after ->> '$.hash' IS NOT NULL`
  const hashes = (rows: { hash: string }[]): string[] => rows.map(({ hash }) => hash)
  const all = db.prepare(
    // Proposals first, whose edits of a field are looked up.
    `SELECT DISTINCT e.after ->> '$.hash' AS hash FROM proposals p CROSS JOIN proposed_edits e ON e.proposal_id = p.id WHERE ${brings}`,
  )
  const ofOne = db.prepare(
    `SELECT DISTINCT e.after ->> '$.hash' AS hash FROM proposed_edits e WHERE e.proposal_id = ? AND ${brings}`,
  )
  return {
    /** Content hashes, as long as the edits are there. */
    stagedHashes: (): string[] => hashes(all.all<{ hash: string }>()),
    /** The same of one proposal. */
    stagedFor: (proposalId: number): string[] => hashes(ofOne.all<{ hash: string }>(proposalId)),
  }
}
