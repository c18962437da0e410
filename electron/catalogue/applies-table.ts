import type { Db } from './database'

/** How far a long list of operations is. */
export type Standing = {
  /** Operations from the first on that are done, or could not be done. */
  done: number
  /** Later ones of which the same is true. */
  ahead: readonly number[]
  leftOut: number
  changeSetId: number | null
}
/** `asked`: JSON. `endedAt`: it stands still since then (UNIX ms), and goes on where the same is asked for again. */
type StoredApply = Standing & { id: number; asked: string; endedAt: number | null }
type Row = Omit<StoredApply, 'ahead'> & { ahead: string }

const columns = 'id, asked, done, ahead, left_out AS leftOut, set_id AS changeSetId, ended_at AS endedAt'
const toApply = (row: Row): StoredApply => ({ ...row, ahead: JSON.parse(row.ahead) as number[] })

/** What was asked for in long lists, and is on its way into a set each. */
export function createAppliesTable(db: Db) {
  const all = db.prepare(`SELECT ${columns} FROM applies ORDER BY id`)
  const byId = db.prepare(`SELECT ${columns} FROM applies WHERE id = ?`)
  const alike = db.prepare(`SELECT ${columns} FROM applies WHERE asked = ?`)
  const insert = db.prepare('INSERT INTO applies (asked) VALUES (?)')
  const note = db.prepare('UPDATE applies SET done = ?, ahead = ?, left_out = ?, set_id = ? WHERE id = ?')
  const setEnd = db.prepare('UPDATE applies SET ended_at = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM applies WHERE id = ?')
  const forget = db.prepare('DELETE FROM applies WHERE ended_at < ?')
  return {
    all: (): StoredApply[] => all.all<Row>().map(toApply),
    get(id: number): StoredApply | undefined {
      const row = byId.get<Row>(id)
      return row && toApply(row)
    },
    /** What was asked for in exactly these words. */
    alike(asked: string): StoredApply | undefined {
      const row = alike.get<Row>(asked)
      return row && toApply(row)
    },
    add: (asked: string): number => insert.run(asked).lastInsertRowid,
    note: (id: number, { done, ahead, leftOut, changeSetId }: Standing): void =>
      void note.run(done, JSON.stringify(ahead), leftOut, changeSetId, id),
    /** Null: it goes on. */
    setEnd: (id: number, at: number | null): void => void setEnd.run(at, id),
    remove: (id: number): void => void remove.run(id),
    /** Those that stand still since before this time. */
    forgetBefore: (time: number): void => void forget.run(time),
  }
}
