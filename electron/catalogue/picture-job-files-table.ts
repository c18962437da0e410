import type { PictureFileStep, PictureVerdict, ReportOutcome } from '../shared/picture-job'
import type { ChangeState } from '../shared/change'
import type { Db, SqlValue } from './database'
import {
  fileColumns,
  toFile,
  toFileValue,
  type FileRow,
  type NewPictureJobFile,
  type PictureJobFileRecord,
  type SettableFile,
} from './picture-job-file-record'

type Sought = { filter: PictureVerdict | null; search: string }
type Page = { offset: number; limit: number }

/** A file together with its change in the queue. */
export type QueuedFile = PictureJobFileRecord & {
  changeState: ChangeState | null
  changeReason: string | null
  sentAt: number | null
}

const withChange = `SELECT f.*, c.state AS change_state, c.reason AS change_reason, c.sent_at AS sent_at
  FROM picture_job_files f LEFT JOIN changes c ON c.id = f.change_id`

/** An upload that was answered is in the store, also while its address is still to be read. */
const isAnswered = `(c.state IN ('sending', 'unknown') AND json_extract(c.token, '$.imageId') IS NOT NULL)`

/** What became of a file, from its verdict and its change. */
const outcomeOf = `CASE
  WHEN f.verdict = 'doubtful' THEN 'leftOut'
  WHEN f.verdict <> 'matched' THEN f.verdict
  WHEN c.state = 'sent' AND EXISTS (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'dropped') THEN 'removed'
  WHEN c.state = 'sent' OR ${isAnswered} THEN 'added'
  WHEN c.state = 'dropped' THEN 'removed'
  WHEN c.state IN ('refused', 'conflict') OR f.step = 'failed' THEN 'failed'
  ELSE 'waiting' END`

/** In the order in which a product shows them. */
export const placeOrder =
  'coalesce(f.arranged, 1000000), f.place_rank, f.place_number, f.name COLLATE NOCASE, f.folder, f.id'

/** The files of the uploads of whole folders. Their jobs: picture-jobs-table.ts. */
export function createPictureJobFilesTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO picture_job_files (job_id, path, folder, name, bytes, type, width, height, refusal, warning, verdict, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job_id, path) DO NOTHING`,
  )
  const one = db.prepare(`${withChange} WHERE f.job_id = ? AND f.id = ?`)
  const after = db.prepare('SELECT * FROM picture_job_files WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?')
  const ofStep = db.prepare('SELECT * FROM picture_job_files WHERE job_id = ? AND step = ? ORDER BY id LIMIT ?')
  const ofProduct = db.prepare(
    `${withChange} WHERE f.job_id = ? AND f.product_id = ? AND f.verdict = 'matched' ORDER BY ${placeOrder}`,
  )
  const alike = db.prepare(
    `SELECT id FROM picture_job_files WHERE job_id = ? AND similar = ? AND verdict IN ('doubtful', 'unmatched') AND by_hand = 0`,
  )
  const counts = db.prepare(
    `SELECT verdict, count(*) AS files, sum(bytes) AS bytes, count(DISTINCT product_id) AS products
     FROM picture_job_files WHERE job_id = ? GROUP BY verdict`,
  )
  const standing = db.prepare(
    `SELECT f.step, CASE WHEN ${isAnswered} THEN 'sent' ELSE c.state END AS state, count(*) AS files, sum(f.bytes) AS bytes, sum(coalesce(f.staged_bytes, f.bytes)) AS staged
     FROM picture_job_files f LEFT JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND f.verdict = 'matched' GROUP BY 1, 2`,
  )
  const sameSize = db.prepare(
    `SELECT f.* FROM picture_job_files f WHERE f.job_id = ?1 AND f.refusal IS NULL AND f.source_hash IS NULL
       AND (EXISTS (SELECT 1 FROM picture_job_files o WHERE o.job_id = ?1 AND o.product_id = f.product_id
         AND o.bytes = f.bytes AND o.id <> f.id)
       OR EXISTS (SELECT 1 FROM changes c WHERE c.product_id = f.product_id AND c.kind = 'picture.add' AND c.state <> 'dropped'))
     ORDER BY f.id LIMIT ?2`,
  )
  const twins = db.prepare(
    `SELECT name FROM picture_job_files WHERE job_id = ? AND product_id = ? AND source_hash = ? AND id < ?
       AND verdict IN ('matched', 'already') ORDER BY id LIMIT 1`,
  )
  const uploads = db.prepare(
    `SELECT c.id, c.state, json_extract(c.after, '$.key') AS key, json_extract(c.after, '$.source.hash') AS hash,
       (SELECT f.source_hash FROM picture_job_files f WHERE f.change_id = c.id) AS source_hash
     FROM changes c WHERE c.product_id = ? AND c.kind = 'picture.add' AND c.state <> 'dropped' AND NOT EXISTS
       (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'dropped')`,
  )
  const productIds = db.prepare(
    `SELECT DISTINCT product_id AS id FROM picture_job_files WHERE job_id = ? AND verdict = 'matched' AND product_id IS NOT NULL ORDER BY product_id`,
  )
  const readyProducts = db.prepare(
    `SELECT product_id AS id FROM picture_job_files WHERE job_id = ? AND verdict = 'matched' AND product_id IS NOT NULL
     GROUP BY product_id HAVING sum(step = 'staged') > 0 AND sum(step IN ('waiting', 'needsPreparing')) = 0 ORDER BY min(id) LIMIT ?`,
  )
  const gallery = db.prepare(
    `SELECT count(*) AS products, coalesce(sum(p.picture_count), 0) AS pictures, coalesce(sum(p.picture_count > 0), 0) AS filled
     FROM products p WHERE p.id IN (SELECT product_id FROM picture_job_files WHERE job_id = ?1 AND verdict = 'matched')`,
  )
  // A file that is twice in the job is 'already' as well, and keeps nothing.
  const kept = db.prepare(
    `SELECT count(DISTINCT a.product_id || ' ' || a.source_hash) AS pictures FROM picture_job_files a
     WHERE a.job_id = ?1 AND a.verdict = 'already'
       AND a.product_id IN (SELECT product_id FROM picture_job_files WHERE job_id = ?1 AND verdict = 'matched')
       AND EXISTS (SELECT 1 FROM changes c WHERE c.product_id = a.product_id AND c.kind = 'picture.add' AND c.state = 'sent'
         AND (json_extract(c.after, '$.source.hash') = a.source_hash OR EXISTS
           (SELECT 1 FROM picture_job_files f WHERE f.change_id = c.id AND f.source_hash = a.source_hash))
         AND NOT EXISTS (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'dropped'))`,
  )
  const leaveFilled = db.prepare(
    `UPDATE picture_job_files SET verdict = 'leftOut', reason = ? WHERE job_id = ? AND verdict = 'matched'
       AND product_id IN (SELECT id FROM products WHERE picture_count > 0)`,
  )
  const filledFiles = db.prepare(
    `SELECT count(*) AS files FROM picture_job_files WHERE job_id = ? AND verdict = 'matched'
       AND product_id IN (SELECT id FROM products WHERE picture_count > 0)`,
  )
  const unstepped = db.prepare(
    `SELECT * FROM picture_job_files WHERE job_id = ? AND verdict = 'matched' AND step = 'none' ORDER BY id LIMIT ?`,
  )
  const openChanges = db.prepare(
    `SELECT c.id, c.state FROM picture_job_files f JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND c.state NOT IN ('sent', 'dropped')`,
  )
  const giveUp = db.prepare(
    `UPDATE picture_job_files SET step = 'removed' WHERE job_id = ? AND step IN ('none', 'waiting', 'needsPreparing', 'staged')
       AND verdict = 'matched'`,
  )
  const again = db.prepare(
    `UPDATE picture_job_files SET step = 'none', problem = NULL WHERE job_id = ? AND step = 'failed'`,
  )
  const alreadyOf = db.prepare(`${withChange} WHERE f.job_id = ? AND f.product_id = ? AND f.verdict = 'already'`)
  const doubtfulFor = db.prepare(
    `SELECT count(*) AS files FROM picture_job_files WHERE job_id = ? AND product_id = ? AND verdict = 'doubtful'`,
  )
  const sameReason = db.prepare(
    `SELECT id FROM picture_job_files WHERE job_id = ? AND reason = ? AND verdict = 'doubtful' ORDER BY id LIMIT 5000`,
  )
  // Half the sides are a quarter of the bytes; a photo in another format is roughly a third larger, a bitmap a twelfth.
  const sizes = db.prepare(
    `SELECT coalesce(sum(CASE WHEN type = 'gif' THEN bytes
         WHEN max(width, height) > ?2 THEN min(18000000, bytes * (1.0 * ?2 / max(width, height)) * (1.0 * ?2 / max(width, height)))
         WHEN type = 'bmp' THEN bytes / 12 WHEN type IN ('webp', 'avif') THEN min(18000000, bytes * 4 / 3)
         ELSE min(18000000, bytes) END), 0) AS total,
       coalesce(sum(type NOT IN ('jpeg', 'png', 'gif') OR bytes > 20971520 OR max(width, height) > ?2), 0) AS changed
     FROM picture_job_files WHERE job_id = ?1 AND verdict = 'matched'`,
  )
  const begin = db.prepare(`UPDATE picture_job_files SET step = ?, problem = NULL WHERE job_id = ? AND id = ?`)
  const staged = db.prepare(
    `SELECT staged_hash AS hash FROM picture_job_files WHERE staged_hash IS NOT NULL AND step = 'staged'`,
  )
  const sentHashes = db.prepare(
    `SELECT f.staged_hash AS hash FROM picture_job_files f JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND c.state = 'sent' AND f.staged_hash IS NOT NULL`,
  )

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
        WHERE p.id = f.product_id AND (p.name LIKE ? ESCAPE '\\' OR p.sku LIKE ? ESCAPE '\\')))`
      const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
      values.push(like, like, like, like)
    }
    return { where, values }
  }

  const total = (from: string, values: SqlValue[]): number =>
    db.prepare(`SELECT count(*) AS total ${from}`).get<{ total: number }>(...values)?.total ?? 0

  return {
    /** Passes over paths that the job has already. */
    add(jobId: number, files: readonly NewPictureJobFile[]): void {
      for (const { path, folder, name, bytes, type, width, height, refusal, warning } of files) {
        const verdict = [refusal === null ? 'unmatched' : 'refused', refusal ?? '']
        insert.run(jobId, path, folder, name, bytes, type, width, height, refusal, warning, ...verdict)
      }
    },
    get(jobId: number, id: number): QueuedFile | undefined {
      const row = one.get<QueuedRow>(jobId, id)
      return row && toQueued(row)
    },
    /** All files in portions: those after an id. */
    after: (jobId: number, id: number, limit: number): PictureJobFileRecord[] =>
      after.all<FileRow>(jobId, id, limit).map(toFile),
    ofStep: (jobId: number, step: PictureFileStep, limit: number): PictureJobFileRecord[] =>
      ofStep.all<FileRow>(jobId, step, limit).map(toFile),
    /** What a product gets, in order. */
    ofProduct: (jobId: number, productId: number): QueuedFile[] =>
      ofProduct.all<QueuedRow>(jobId, productId).map(toQueued),
    update(id: number, set: SettableFile): void {
      const names = Object.keys(set) as (keyof typeof fileColumns)[]
      if (names.length === 0) return
      const assignments = names.map((name) => `${fileColumns[name]} = ?`).join(', ')
      const sql = `UPDATE picture_job_files SET ${assignments} WHERE id = ?`
      db.prepare(sql).run(...names.map((name) => toFileValue(set[name])), id)
    },
    setStep: (jobId: number, id: number, step: PictureFileStep): void => void begin.run(step, jobId, id),
    page(jobId: number, query: Sought & Page): { total: number; files: QueuedFile[] } {
      const { where, values } = sought(jobId, query)
      const rows = db
        .prepare(`${withChange} WHERE ${where} ORDER BY f.id LIMIT ? OFFSET ?`)
        .all<QueuedRow>(...values, query.limit, query.offset)
      return { total: total(`FROM picture_job_files f WHERE ${where}`, values), files: rows.map(toQueued) }
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
    /** Products that have pictures and get others in their place; by name. */
    losingProducts(jobId: number, { offset, limit }: Page): { total: number; productIds: number[] } {
      const from = `FROM products p WHERE p.picture_count > 0 AND p.id IN
        (SELECT product_id FROM picture_job_files WHERE job_id = ? AND verdict = 'matched')`
      const rows = db.prepare(`SELECT p.id ${from} ORDER BY p.name_key, p.id LIMIT ? OFFSET ?`)
      const productIds = rows.all<{ id: number }>(jobId, limit, offset).map(({ id }) => id)
      return { total: total(from, [jobId]), productIds }
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
    doubtfulFor: (jobId: number, productId: number): number =>
      doubtfulFor.get<{ files: number }>(jobId, productId)?.files ?? 0,
    /** Doubtful files for the same reason. */
    sameReason: (jobId: number, reason: string): number[] =>
      sameReason.all<{ id: number }>(jobId, reason).map(({ id }) => id),
    /** Bytes of what is added once it is prepared, roughly, and how many files that changes. */
    sizes: (jobId: number, longestSide: number): { total: number; changed: number } =>
      sizes.get<{ total: number; changed: number }>(jobId, longestSide) ?? { total: 0, changed: 0 },
    alike: (jobId: number, similar: string): number[] => alike.all<{ id: number }>(jobId, similar).map(({ id }) => id),
    counts: (jobId: number) =>
      counts.all<{ verdict: PictureVerdict; files: number; bytes: number; products: number }>(jobId),
    /** How many of the files to be added stand where. */
    standing: (jobId: number) =>
      standing.all<{ step: PictureFileStep; state: ChangeState | null; files: number; bytes: number; staged: number }>(
        jobId,
      ),
    /** Files whose content has to be known to tell whether their product has them already. */
    needHash: (jobId: number, limit: number): PictureJobFileRecord[] => sameSize.all<FileRow>(jobId, limit).map(toFile),
    /** An earlier file of the job with the same content for the same product. */
    twinOf: ({ jobId, productId, sourceHash, id }: PictureJobFileRecord): string | undefined =>
      twins.get<{ name: string }>(jobId, productId, sourceHash, id)?.name,
    /** Pictures that this program gave a product, by content: `hash` as sent, `sourceHash` as the file was. */
    uploadsOf: (productId: number) =>
      uploads
        .all<{ id: number; state: ChangeState; key: string | null; hash: string | null; source_hash: string | null }>(
          productId,
        )
        .map(({ source_hash: sourceHash, ...upload }) => ({ ...upload, sourceHash })),
    /** Files of a product that it has already. */
    alreadyOf: (jobId: number, productId: number): QueuedFile[] =>
      alreadyOf.all<QueuedRow>(jobId, productId).map(toQueued),
    /** The products that get pictures: `pictures` they have, `filled` have some. */
    galleries: (jobId: number) =>
      gallery.get<{ products: number; pictures: number; filled: number }>(jobId) ?? {
        products: 0,
        pictures: 0,
        filled: 0,
      },
    /** Pictures of these products that stay in a replaced gallery, because they are in the job again. */
    keptPictures: (jobId: number): number => kept.get<{ pictures: number }>(jobId)?.pictures ?? 0,
    leaveFilled: (jobId: number, reason: string): void => void leaveFilled.run(reason, jobId),
    filesForFilled: (jobId: number): number => filledFiles.get<{ files: number }>(jobId)?.files ?? 0,
    /** Files to be added whose way to the store is not decided yet. */
    withoutStep: (jobId: number, limit: number): PictureJobFileRecord[] =>
      unstepped.all<FileRow>(jobId, limit).map(toFile),
    openChanges: (jobId: number) => openChanges.all<{ id: number; state: ChangeState }>(jobId),
    /** What is in no change yet will not be sent. */
    giveUp: (jobId: number): void => void giveUp.run(jobId),
    /** What could not be prepared is tried again. */
    again: (jobId: number): void => void again.run(jobId),
    productIds: (jobId: number): number[] => productIds.all<{ id: number }>(jobId).map(({ id }) => id),
    /** Products all of whose files are ready for the queue. */
    readyProducts: (jobId: number, limit: number): number[] =>
      readyProducts.all<{ id: number }>(jobId, limit).map(({ id }) => id),
    /** Content hashes that are ready and in no change yet. */
    stagedHashes: (): string[] => staged.all<{ hash: string }>().map(({ hash }) => hash),
    sentHashes: (jobId: number): string[] => sentHashes.all<{ hash: string }>(jobId).map(({ hash }) => hash),
  }
}
export type PictureJobFilesTable = ReturnType<typeof createPictureJobFilesTable>

type QueuedRow = FileRow & { change_state: string | null; change_reason: string | null; sent_at: number | null }
type ReportRow = QueuedRow & { outcome: string; product_name: string | null; sku: string | null }

function toQueued(row: QueuedRow): QueuedFile {
  const reason = row.change_reason === null ? null : (JSON.parse(row.change_reason) as { message?: string })
  return {
    ...toFile(row),
    changeState: row.change_state as ChangeState | null,
    changeReason: reason?.message ?? null,
    sentAt: row.sent_at,
  }
}
