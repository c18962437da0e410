import type { ProposedCategory } from '../shared/proposal'
import type { Db } from './database'

type Stored = ProposedCategory & { madeAs: number | null }

/** Categories that a proposal makes. */
export function createProposedCategoriesTable(db: Db) {
  const insert = db.prepare('INSERT INTO proposed_categories (proposal_id, id, name, parent_id) VALUES (?, ?, ?, ?)')
  const all = db.prepare(
    'SELECT id, name, parent_id AS parentId FROM proposed_categories WHERE proposal_id = ? ORDER BY id DESC',
  )
  const byId = db.prepare(
    'SELECT id, name, parent_id AS parentId, made_as AS madeAs FROM proposed_categories WHERE proposal_id = ? AND id = ?',
  )
  const setMade = db.prepare('UPDATE proposed_categories SET made_as = ? WHERE proposal_id = ? AND id = ?')
  return {
    add: (proposalId: number, { id, name, parentId }: ProposedCategory): void =>
      void insert.run(proposalId, id, name, parentId),
    /** Each after the one that it is below. */
    all: (proposalId: number): ProposedCategory[] => all.all<ProposedCategory>(proposalId),
    get: (proposalId: number, id: number): Stored | undefined => byId.get<Stored>(proposalId, id),
    setMade: (proposalId: number, id: number, madeAs: number): void => void setMade.run(madeAs, proposalId, id),
  }
}
