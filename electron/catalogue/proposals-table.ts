import type { ProposalState } from '../shared/proposal'
import type { Db } from './database'

/** `asked`: JSON. `done`: so many of its products, from the first on, were gone over. */
export type StoredProposal = {
  id: number
  asked: string
  createdAt: number
  state: ProposalState
  done: number
  total: number
  changeSetId: number | null
}

const columns = 'id, asked, created_at AS createdAt, state, done, total, set_id AS changeSetId'

/** Edits of many products that wait for a yes; what they are: proposed-edits-table.ts. */
export function createProposalsTable(db: Db) {
  const all = db.prepare(`SELECT ${columns} FROM proposals ORDER BY id`)
  const byId = db.prepare(`SELECT ${columns} FROM proposals WHERE id = ?`)
  const productIds = db.prepare('SELECT product_ids AS ids FROM proposals WHERE id = ?')
  const insert = db.prepare(
    `INSERT INTO proposals (asked, created_at, state, product_ids, total) VALUES (?, ?, 'making', ?, ?)`,
  )
  const setState = db.prepare('UPDATE proposals SET state = ? WHERE id = ?')
  const setDone = db.prepare('UPDATE proposals SET done = ? WHERE id = ?')
  const setSet = db.prepare('UPDATE proposals SET set_id = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM proposals WHERE id = ?')
  return {
    all: (): StoredProposal[] => all.all<StoredProposal>(),
    get: (id: number): StoredProposal | undefined => byId.get<StoredProposal>(id),
    /** In the order in which they are gone over. */
    productIds: (id: number): number[] => JSON.parse(productIds.get<{ ids: string }>(id)?.ids ?? '[]') as number[],
    add: (asked: string, createdAt: number, ids: readonly number[]): number =>
      insert.run(asked, createdAt, JSON.stringify(ids), ids.length).lastInsertRowid,
    setState: (id: number, state: ProposalState): void => void setState.run(state, id),
    setDone: (id: number, done: number): void => void setDone.run(done, id),
    setChangeSet: (id: number, changeSetId: number | null): void => void setSet.run(changeSetId, id),
    /** Without its edits, which go first. */
    remove: (id: number): void => void remove.run(id),
  }
}
