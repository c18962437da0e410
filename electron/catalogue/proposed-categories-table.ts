import type { CategoryRow } from '../shared/product-table/category-rows'
import type { ProposedCategory } from '../shared/proposal'
import type { Db } from './database'

type Stored = ProposedCategory & { madeAs: number | null; said: CategoryRow | null }

/** Categories that a proposal makes. */
export function createProposedCategoriesTable(db: Db) {
  const insert = db.prepare(
    'INSERT INTO proposed_categories (proposal_id, id, name, parent_id, said) VALUES (?, ?, ?, ?, ?)',
  )
  const all = db.prepare(
    'SELECT id, name, parent_id AS parentId, said IS NOT NULL AS hasRow FROM proposed_categories WHERE proposal_id = ? ORDER BY id DESC',
  )
  const byId = db.prepare(
    'SELECT id, name, parent_id AS parentId, made_as AS madeAs, said FROM proposed_categories WHERE proposal_id = ? AND id = ?',
  )
  const setMade = db.prepare('UPDATE proposed_categories SET made_as = ? WHERE proposal_id = ? AND id = ?')
  return {
    /** `said`: by a row of its own; null: it has none. */
    add: (proposalId: number, { id, name, parentId }: ProposedCategory, said: CategoryRow | null): void =>
      void insert.run(proposalId, id, name, parentId, said && JSON.stringify(said)),
    /** Each after the one that it is below. */
    all: (proposalId: number): ProposedCategory[] =>
      all
        .all<Omit<ProposedCategory, 'hasRow'> & { hasRow: number }>(proposalId)
        .map(({ id, name, parentId, hasRow }) => ({ id, name, parentId, ...(hasRow === 1 && { hasRow: true }) })),
    get(proposalId: number, id: number): Stored | undefined {
      const found = byId.get<Omit<Stored, 'said'> & { said: string | null }>(proposalId, id)
      // As it was written here.
      return found && { ...found, said: found.said === null ? null : (JSON.parse(found.said) as CategoryRow) }
    },
    setMade: (proposalId: number, id: number, madeAs: number): void => void setMade.run(madeAs, proposalId, id),
  }
}
