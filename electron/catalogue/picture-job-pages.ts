import { nameSortKey } from '../shared/fold-text'
import type { PictureVerdict, ReportOutcome } from '../shared/picture-job'
import type { Db, SqlValue } from './database'
import { isAnswered, toQueued, withChange, type QueuedFile, type QueuedRow } from './picture-job-queued-file'

type Page = { offset: number; limit: number }
type Sought = { filter: PictureVerdict | null; search: string }
type ReportRow = QueuedRow & { outcome: string; product_name: string | null; sku: string | null }

/** What became of a file, from its verdict and its change. */
const outcomeOf = `CASE
  WHEN f.verdict = 'doubtful' THEN 'leftOut'
  WHEN f.verdict <> 'matched' THEN f.verdict
  WHEN c.state = 'sent' AND EXISTS (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'taken-back') THEN 'removed'
  WHEN c.state = 'sent' OR ${isAnswered} THEN 'added'
  WHEN c.state = 'taken-back' THEN 'removed'
  WHEN c.state IN ('refused', 'conflict') OR f.step = 'failed' THEN 'failed'
  ELSE 'waiting' END`

/** Files and products of a job a page at a time, as the screens list them. */
export function createPictureJobPages(db: Db) {
  const total = (from: string, values: SqlValue[]): number =>
    db.prepare(`SELECT count(*) AS total ${from}`).get<{ total: number }>(...values)?.total ?? 0

  return {
    page(jobId: number, query: Sought & Page): { total: number; files: QueuedFile[] } {
      const { where, values } = sought(jobId, query)
      const rows = db
        .prepare(`${withChange} WHERE ${where} ORDER BY f.id LIMIT ? OFFSET ?`)
        .all<QueuedRow>(...values, query.limit, query.offset)
      return { total: total(`FROM picture_job_files f WHERE ${where}`, values), files: rows.map(toQueued) }
    },
    idsOf(jobId: number, query: Sought): number[] {
      const { where, values } = sought(jobId, query)
      const sql = `SELECT f.id FROM picture_job_files f WHERE ${where} ORDER BY f.id`
      const rows = db.prepare(sql).all<{ id: number }>(...values)
      return rows.map(({ id }) => id)
    },
    /** Products that files belong to or, doubtful, may belong to; by name. */
    productPage(jobId: number, query: Sought & Page): { total: number; productIds: number[] } {
      const { where, values } = sought(jobId, query)
      const from = `FROM picture_job_files f WHERE ${where} AND f.product_id IS NOT NULL AND f.verdict IN ('matched', 'doubtful', 'already')`
      const rows = db
        .prepare(
          `SELECT p.id FROM products p WHERE p.id IN (SELECT f.product_id ${from}) ORDER BY p.name_key, p.id LIMIT ? OFFSET ?`,
        )
        .all<{ id: number }>(...values, query.limit, query.offset)
      const count = db.prepare(`SELECT count(DISTINCT f.product_id) AS total ${from}`).get<{ total: number }>(...values)
      return { total: count?.total ?? 0, productIds: rows.map(({ id }) => id) }
    },
    reportPage(jobId: number, query: Page & { outcome: ReportOutcome | null }) {
      const where = `WHERE f.job_id = ?${query.outcome ? ` AND ${outcomeOf} = ?` : ''}`
      const values: SqlValue[] = query.outcome ? [jobId, query.outcome] : [jobId]
      const joined = 'FROM picture_job_files f LEFT JOIN changes c ON c.id = f.change_id'
      const sql = `SELECT f.*, c.state AS change_state, c.reason AS change_reason, c.sent_at AS sent_at, ${outcomeOf} AS outcome,
        p.name AS product_name, p.sku AS sku ${joined} LEFT JOIN products p ON p.id = f.product_id ${where} ORDER BY f.id LIMIT ? OFFSET ?`
      const rows = db.prepare(sql).all<ReportRow>(...values, query.limit, query.offset)
      const files = rows.map((row) => ({
        ...toQueued(row),
        outcome: row.outcome as ReportOutcome,
        productName: row.product_name ?? '',
        sku: row.sku ?? '',
      }))
      return { total: total(`${joined} ${where}`, values), files }
    },
  }
}

/** Parts of a WHERE clause for files of a job by verdict and text. */
function sought(jobId: number, { filter, search }: Sought): { where: string; values: SqlValue[] } {
  const values: SqlValue[] = [jobId]
  let where = 'f.job_id = ?'
  if (filter) {
    where += ' AND f.verdict = ?'
    values.push(filter)
  }
  if (search.trim() !== '') {
    where += ` AND (f.name LIKE ? ESCAPE '\\' OR f.folder LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM products p
      WHERE p.id = f.product_id AND (p.name_key LIKE ? ESCAPE '\\' OR p.sku LIKE ? ESCAPE '\\')))`
    const like = (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
    // Products have a column of their folded names; names of files are compared as they are.
    values.push(like(search), like(search), like(nameSortKey(search)), like(search))
  }
  return { where, values }
}
