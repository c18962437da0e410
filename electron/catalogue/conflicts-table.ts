import type { ChangeState, ConflictKind } from '../shared/change'
import type { ChangeRecord } from '../shared/change-record'
import { isOpen } from './acts-sql'
import type { Db } from './database'

/** Of several edits of one field in conflict, the last: they are decided together. */
const lastOfConflict = `NOT EXISTS (SELECT 1 FROM changes later WHERE later.product_id = c.product_id
  AND later.thing = c.thing AND later.${isOpen} AND later.state = 'conflict' AND later.list IS c.list AND later.key IS c.key
  AND later.field IS c.field AND later.verb = c.verb AND later.id > c.id)`

type Decided = { id: number; productId: number; state: ChangeState }

/** Conflicts, and those that were decided and are not sent yet. */
export function createConflictsTable<Row>(db: Db, toRecord: (row: Row) => ChangeRecord) {
  const kinds = db.prepare(
    `SELECT thing, list, field, verb, count(*) AS count FROM changes c
     WHERE ${isOpen} AND state = 'conflict' AND ${lastOfConflict} GROUP BY 1, 2, 3, 4 ORDER BY count DESC`,
  )
  const decided = db.prepare(
    `SELECT count(*) AS total FROM changes WHERE decision IS NOT NULL AND state IN ('waiting', 'held')`,
  )
  const listed = `SELECT c.id FROM changes c WHERE ${isOpen} AND state = 'conflict' AND ${lastOfConflict}
    UNION SELECT id FROM changes WHERE decision IS NOT NULL AND state IN ('waiting', 'held')`
  const page = db.prepare(
    `SELECT c.*, s.created_at FROM changes c JOIN change_sets s ON s.id = c.set_id
     WHERE c.id IN (${listed}) ORDER BY c.id LIMIT ? OFFSET ?`,
  )
  const before = db.prepare(`SELECT count(*) AS n FROM (${listed}) WHERE id < ?`)
  const ofKind = db.prepare(
    `SELECT id, product_id AS productId FROM changes c WHERE ${isOpen} AND state = 'conflict' AND thing = ?
       AND list IS ? AND field IS ? AND verb = ? AND ${lastOfConflict} ORDER BY id`,
  )
  const decidedTogether = db.prepare(
    `SELECT id, product_id AS productId, state FROM changes WHERE decision IS NOT NULL AND decision ->> '$.together' = ? ORDER BY id`,
  )
  const rest = db.prepare(
    `UPDATE changes SET retry_at = ? WHERE decision IS NOT NULL AND decision ->> '$.together' = ? AND state IN ('waiting', 'held')
       AND attempts = 0`,
  )
  const restAlong = db.prepare(
    `UPDATE changes SET retry_at = ?1 WHERE retry_at IS NOT NULL AND state IN ('waiting', 'held') AND attempts = 0 AND id IN
       (SELECT along.value FROM changes decided, json_each(decided.decision, '$.along') along
        WHERE decided.decision IS NOT NULL AND decided.decision ->> '$.together' = ?2)`,
  )
  const count = db.prepare(
    `SELECT count(*) AS n FROM changes c WHERE ${isOpen} AND state = 'conflict' AND ${lastOfConflict}`,
  )
  let counted = { changes: 0, questions: 0 }

  return {
    /** How many there are to decide, of so many changes in conflict: counted anew when that number has moved. */
    toDecide(changes: number): number {
      if (changes !== counted.changes) counted = { changes, questions: count.get<{ n: number }>()?.n ?? 0 }
      return counted.questions
    },
    /** A page of them in the order they were typed: the last one where it would begin behind their end. `from`: the id of its first. */
    conflicts({ offset, limit, from }: { offset: number; limit: number; from?: number | undefined }) {
      const counted = kinds.all<ConflictKind & { count: number }>().map(({ count, ...kind }) => ({ kind, count }))
      const undecided = counted.reduce((sum, { count }) => sum + count, 0)
      const total = undecided + (decided.get<{ total: number }>()?.total ?? 0)
      const wanted = from === undefined ? offset : (before.get<{ n: number }>(from)?.n ?? 0)
      const begin = wanted < total ? wanted : Math.floor(Math.max(0, total - 1) / limit) * limit
      const rows = page.all<Row & { created_at: number }>(limit, begin)
      return {
        total,
        offset: begin,
        kinds: counted,
        conflicts: rows.map((row) => ({ ...toRecord(row), createdAt: row.created_at })),
      }
    },
    conflictsOf: ({ thing, list, field, verb }: ConflictKind): Pick<Decided, 'id' | 'productId'>[] =>
      ofKind.all<Decided>(thing, list, field, verb),
    /** Sent or not. */
    decidedTogether: (together: number): Decided[] => decidedTogether.all<Decided>(together),
    /** Nothing of it is sent before `until`. */
    restDecided(together: number, until: number): void {
      rest.run(until, together)
      restAlong.run(until, together)
    },
  }
}
