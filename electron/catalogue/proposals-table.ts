import type { ProposalState, SendingEnd, Times } from '../shared/proposal'
import type { Db } from './database'

/** `asked`: JSON. `done`: so many of its products, from the first on, were gone over, or, after the yes, written; `total`: of so many. */
export type StoredProposal = Times & {
  id: number
  asked: string
  createdAt: number
  state: ProposalState
  done: number
  total: number
  changeSetId: number | null
  ending: SendingEnd | null
}

const columns =
  'id, asked, created_at AS createdAt, state, done, total, set_id AS changeSetId, ending, starts_at AS startsAt, ends_at AS endsAt'

/** Edits of many products that wait for a yes; what they are: proposed-edits-table.ts. */
export function createProposalsTable(db: Db) {
  const all = db.prepare(`SELECT ${columns} FROM proposals ORDER BY id`)
  const byId = db.prepare(`SELECT ${columns} FROM proposals WHERE id = ?`)
  const timed = db.prepare(
    `SELECT ${columns} FROM proposals WHERE starts_at IS NOT NULL OR ends_at IS NOT NULL ORDER BY coalesce(starts_at, ends_at), id`,
  )
  const productIds = db.prepare('SELECT ids FROM proposal_products WHERE proposal_id = ?')
  const insert = db.prepare(`INSERT INTO proposals (asked, created_at, state, total) VALUES (?, ?, 'making', ?)`)
  const insertProducts = db.prepare('INSERT INTO proposal_products (proposal_id, ids) VALUES (?, ?)')
  const setIds = db.prepare('UPDATE proposal_products SET ids = ? WHERE proposal_id = ?')
  const setState = db.prepare('UPDATE proposals SET state = ? WHERE id = ?')
  const setDone = db.prepare('UPDATE proposals SET done = ? WHERE id = ?')
  const setTotal = db.prepare('UPDATE proposals SET done = ?, total = ? WHERE id = ?')
  const setSet = db.prepare('UPDATE proposals SET set_id = ? WHERE id = ?')
  const setEnding = db.prepare('UPDATE proposals SET ending = ? WHERE id = ?')
  const setTimes = db.prepare('UPDATE proposals SET starts_at = ?, ends_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM proposals WHERE id = ?')
  return {
    all: (): StoredProposal[] => all.all<StoredProposal>(),
    get: (id: number): StoredProposal | undefined => byId.get<StoredProposal>(id),
    /** Those that have a start or an end of their own, also those that are over. */
    timed: (): StoredProposal[] => timed.all<StoredProposal>(),
    /** In the order in which they are gone over. */
    productIds: (id: number): number[] => JSON.parse(productIds.get<{ ids: string }>(id)?.ids ?? '[]') as number[],
    add: (asked: string, createdAt: number, ids: readonly number[]): number =>
      db.transaction(() => {
        const id = insert.run(asked, createdAt, ids.length).lastInsertRowid
        insertProducts.run(id, JSON.stringify(ids))
        return id
      }),
    /** What it is about, once that was looked at. */
    setProducts: (id: number, ids: readonly number[]): void =>
      db.transaction(() => {
        setIds.run(JSON.stringify(ids), id)
        setTotal.run(0, ids.length, id)
      }),
    setState: (id: number, state: ProposalState): void => void setState.run(state, id),
    setDone: (id: number, done: number): void => void setDone.run(done, id),
    /** What is to be written of it begins. */
    setToWrite: (id: number, done: number, total: number): void => void setTotal.run(done, total, id),
    setChangeSet: (id: number, changeSetId: number | null): void => void setSet.run(changeSetId, id),
    setEnding: (id: number, ending: SendingEnd): void => void setEnding.run(ending, id),
    setTimes: (id: number, { startsAt, endsAt }: Times): void => void setTimes.run(startsAt, endsAt, id),
    /** Without its edits, which go first. */
    remove: (id: number): void => void remove.run(id),
  }
}
