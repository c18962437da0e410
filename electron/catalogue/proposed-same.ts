import type { Db } from './database'
import type { NewProposedEdit } from './proposed-edits-table'

/** Their ids stand above all others: each row has room for so many. */
const [firstId, mostOfRow] = [4_000_000_000_000_000, 10_000]

/** The same columns as `proposed_edits`, one row each, `j` being the edits of `s`. */
const columnsOfSame = `${firstId} + s.id * ${mostOfRow} + j.key AS id, s.proposal_id, s.place, s.product_id, s.variation_id, s.variation,
  j.value ->> '$[0]' AS field, coalesce(j.value -> '$[2]', j.value -> '$[1]') AS before, j.value -> '$[1]' AS after, 'same' AS standing,
  NULL AS reason, NULL AS follows, '' AS warnings, 0 AS weight, s.most`
const columns = `id, proposal_id, place, product_id, variation_id, variation, field, before, after, standing, reason, follows, warnings, weight, most`

/** One that is shown: an edit, or a row of what is so already from its first edit to the one behind its last, or with one field alone. */
export type Piece = { isSame: 0 | 1; id: number; from: number; to: number }

/** The edits of these pieces. `field`: no other. ?1: the pieces as JSON, ?2: the field. */
export const editsOfPieces = `(SELECT ${columns} FROM proposed_edits
    WHERE id IN (SELECT value ->> '$.id' FROM json_each(?1) WHERE value ->> '$.isSame' = 0)
  UNION ALL SELECT ${columnsOfSame} FROM json_each(?1) piece JOIN proposed_same s ON s.id = piece.value ->> '$.id' JOIN json_each(s.edits) j
    WHERE piece.value ->> '$.isSame' = 1 AND j.key >= piece.value ->> '$.from' AND j.key < piece.value ->> '$.to'
      AND (?2 IS NULL OR j.value ->> '$[0]' = ?2))`

/** What a table says that is so already, of each product in one row: unchanged cells are counted, and read where they are asked for. */
export function createProposedSame(db: Db) {
  const insert = db.prepare(
    `INSERT INTO proposed_same (proposal_id, place, product_id, variation_id, variation, most, count, fields, edits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const count = db.prepare('SELECT coalesce(sum(count), 0) AS n FROM proposed_same WHERE proposal_id = ?')
  const first = db.prepare('SELECT 1 FROM proposed_same WHERE proposal_id = ? LIMIT 1')
  const removeFrom = db.prepare('DELETE FROM proposed_same WHERE proposal_id = ? AND place >= ?')
  const removeSome = db.prepare(
    'DELETE FROM proposed_same WHERE id IN (SELECT id FROM proposed_same WHERE proposal_id = ? LIMIT ?)',
  )
  return {
    /** Of one product. */
    add(at: { proposalId: number; place: number; productId: number; most: number }, edits: readonly NewProposedEdit[]) {
      const byTarget = new Map<number | null, NewProposedEdit[]>()
      for (const edit of edits) {
        const mine = byTarget.get(edit.variationId)
        if (mine) mine.push(edit)
        else byTarget.set(edit.variationId, [edit])
      }
      for (const [variationId, some] of byTarget) {
        const said = some.map(({ field, before, after }) => {
          const value = after ?? null
          return isOne(before ?? null, value) ? [field, value] : [field, value, before]
        })
        const variation = some[0]?.variation ?? null
        insert.run(
          at.proposalId,
          at.place,
          at.productId,
          variationId,
          variation,
          at.most,
          said.length,
          some.map(({ field }) => ` ${field} `).join(''),
          JSON.stringify(said),
        )
      }
    },
    hasAny: (proposalId: number): boolean => first.get(proposalId) !== undefined,
    count: (proposalId: number): number => count.get<{ n: number }>(proposalId)?.n ?? 0,
    removeFrom: (proposalId: number, place: number): void => void removeFrom.run(proposalId, place),
    /** False: there are none any more. */
    removeSome: (proposalId: number, limit: number): boolean => removeSome.run(proposalId, limit).changes > 0,
  }
}
export type ProposedSame = ReturnType<typeof createProposedSame>

/** Of plain values it is known without a look. */
const isOne = (before: unknown, after: unknown): boolean =>
  before === after || (typeof before === 'object' && JSON.stringify(before) === JSON.stringify(after))
