import type { ReviewView } from '../shared/proposal'
import type { Db, SqlValue } from './database'
import type { Piece } from './proposed-same'

type Where = { where: string; values: SqlValue[] }
type Asked = Pick<ReviewView, 'by' | 'order'> & { standing: Where; text: Where; offset: number; limit: number }
type Field = { field: string | null; count: number }
/** What a page shows, part by part: of one field, or (null) whatever their fields are. */
type Shown = { total: number; fields: Field[]; parts: { field: string | null; shown: Piece[] }[] }

export const named = (edits: string): string => `${edits} e LEFT JOIN products p ON p.id = e.product_id
  LEFT JOIN proposed_products n ON n.proposal_id = e.proposal_id AND n.product_id = e.product_id`

const orders = {
  product: { list: 'place', change: 'most DESC, place' },
  field: { list: 'place', change: 'weight DESC, place' },
} as const

/**
 * What a page of a review shows where a table says much that is so already: edits, and rows with many of these each. None is looked into but
 * those that the page shows, for there may be more than a million.
 */
export function createPiecesOfReview(db: Db) {
  /** `edits`, `same`: which of them. */
  const pieces = ({ standing, text }: Asked, { edits = '', same = '' } = {}) =>
    `SELECT 0 AS isSame, e.id AS id, e.place, e.most, e.weight, 1 AS count FROM ${named('proposed_edits')}
       WHERE e.proposal_id = ?${standing.where}${text.where}${edits}
     UNION ALL SELECT 1, e.id, e.place, e.most, 0, ${same === '' ? 'e.count' : '1'} FROM ${named('proposed_same')}
       WHERE e.proposal_id = ?${text.where}${same}`

  function byProduct(proposalId: number, asked: Asked): Shown {
    const { standing, text, offset, limit } = asked
    const values = [proposalId, ...standing.values, ...text.values, proposalId, ...text.values]
    const total = db
      .prepare(`SELECT coalesce(sum(count), 0) AS n FROM (${pieces(asked)})`)
      .get<{ n: number }>(...values)
    const found = db.prepare(
      `WITH all_pieces AS (${pieces(asked)}),
         placed AS (SELECT *, sum(count) OVER (ORDER BY ${orders.product[asked.order]}, isSame, id) - count AS first FROM all_pieces)
       SELECT isSame, id, first, count FROM placed WHERE first < ? AND first + count > ?`,
    )
    const shown = found
      .all<{ isSame: 0 | 1; id: number; first: number; count: number }>(...values, offset + limit, offset)
      .map(({ isSame, id, first, count }): Piece => {
        return { isSame, id, from: Math.max(0, offset - first), to: Math.min(count, offset + limit - first) }
      })
    return { total: total?.n ?? 0, fields: [], parts: [{ field: null, shown }] }
  }

  /** Few different ones say which fields they have. */
  function fieldsOf(proposalId: number, { standing, text }: Asked): Field[] {
    const counts = new Map<string | null, number>()
    const add = (field: string | null, count: number) => counts.set(field, (counts.get(field) ?? 0) + count)
    const edits = db.prepare(
      `SELECT e.field, count(*) AS count FROM ${named('proposed_edits')} WHERE e.proposal_id = ?${standing.where}${text.where} GROUP BY e.field`,
    )
    for (const { field, count } of edits.all<Field>(proposalId, ...standing.values, ...text.values)) add(field, count)
    const same = db.prepare(
      `SELECT e.fields, count(*) AS count FROM ${named('proposed_same')} WHERE e.proposal_id = ?${text.where} GROUP BY e.fields`,
    )
    for (const { fields, count } of same.all<{ fields: string; count: number }>(proposalId, ...text.values)) {
      for (const field of fields.split(' ').filter(Boolean)) add(field, count)
    }
    return [...counts].map(([field, count]) => ({ field, count })).toSorted(inOrder)
  }

  function byField(proposalId: number, asked: Asked): Shown {
    const { standing, text, order } = asked
    const fields = fieldsOf(proposalId, asked)
    const some = pieces(asked, { edits: ' AND e.field IS ?', same: ' AND instr(e.fields, ?) > 0' })
    const found = db.prepare(
      `SELECT isSame, id FROM (${some}) ORDER BY ${orders.field[order]}, isSame, id LIMIT ? OFFSET ?`,
    )
    let left = { offset: asked.offset, limit: asked.limit }
    const parts = fields.flatMap(({ field, count }) => {
      const { offset, limit } = left
      const taken = Math.max(0, Math.min(limit, count - offset))
      left = { offset: Math.max(0, offset - count), limit: limit - taken }
      if (taken === 0) return []
      const ofEdits = [proposalId, ...standing.values, ...text.values, field]
      const ofSame = [proposalId, ...text.values, ` ${field} `]
      const rows = found.all<{ isSame: 0 | 1; id: number }>(...ofEdits, ...ofSame, taken, offset)
      return [{ field, shown: rows.map((row): Piece => ({ ...row, from: 0, to: Number.MAX_SAFE_INTEGER })) }]
    })
    return { total: fields.reduce((sum, { count }) => sum + count, 0), fields, parts }
  }

  return (proposalId: number, asked: Asked): Shown =>
    asked.by === 'product' ? byProduct(proposalId, asked) : byField(proposalId, asked)
}

/** As SQLite has them. */
function inOrder({ field: one }: Field, { field: other }: Field): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}
