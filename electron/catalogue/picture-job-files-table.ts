import { storedReason } from '../shared/file-reason'
import type { Db } from './database'
import { createPictureJobCounts } from './picture-job-counts'
import {
  fileColumns,
  toFile,
  toFileValue,
  type FileRow,
  type NewPictureJobFile,
  type PictureJobFileRecord,
  type SettableFile,
} from './picture-job-file-record'
import { createPictureJobPages } from './picture-job-pages'
import { placeOrder, toQueued, withChange, type QueuedFile, type QueuedRow } from './picture-job-queued-file'
import { createPictureJobSame } from './picture-job-same'
import { createPictureJobSteps } from './picture-job-steps'

/** The files of the uploads of whole folders. Their jobs: picture-jobs-table.ts. */
export function createPictureJobFilesTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO picture_job_files (job_id, path, folder, name, bytes, type, width, height, is_turned, refusal, warning, verdict, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job_id, path) DO NOTHING`,
  )
  const one = db.prepare(`${withChange} WHERE f.job_id = ? AND f.id = ?`)
  const after = db.prepare('SELECT * FROM picture_job_files WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?')
  const ofProduct = db.prepare(
    `${withChange} WHERE f.job_id = ? AND f.product_id = ? AND f.verdict = 'matched' ORDER BY ${placeOrder}`,
  )
  const productIds = db.prepare(
    `SELECT DISTINCT product_id AS id FROM picture_job_files WHERE job_id = ? AND verdict = 'matched' AND product_id IS NOT NULL ORDER BY product_id`,
  )

  return {
    ...createPictureJobSteps(db),
    ...createPictureJobSame(db),
    ...createPictureJobCounts(db),
    ...createPictureJobPages(db),
    /** Passes over paths that the job has already. */
    add(jobId: number, files: readonly NewPictureJobFile[]): void {
      for (const { path, folder, name, bytes, type, width, height, isTurned, refusal, warning } of files) {
        const [verdict, why] =
          refusal === null ? (['unmatched', 'not-compared'] as const) : (['refused', 'refused'] as const)
        insert.run(
          jobId,
          path,
          folder,
          name,
          bytes,
          type,
          width,
          height,
          isTurned ? 1 : 0,
          refusal && JSON.stringify(refusal),
          warning && JSON.stringify(warning),
          verdict,
          storedReason({ says: why }),
        )
      }
    },
    get(jobId: number, id: number): QueuedFile | undefined {
      const row = one.get<QueuedRow>(jobId, id)
      return row && toQueued(row)
    },
    /** All files in portions: those after an id. */
    after: (jobId: number, id: number, limit: number): PictureJobFileRecord[] =>
      after.all<FileRow>(jobId, id, limit).map(toFile),
    /** What a product gets, in order. */
    ofProduct: (jobId: number, productId: number): QueuedFile[] =>
      ofProduct.all<QueuedRow>(jobId, productId).map(toQueued),
    productIds: (jobId: number): number[] => productIds.all<{ id: number }>(jobId).map(({ id }) => id),
    update(id: number, set: SettableFile): void {
      const names = Object.keys(set) as (keyof typeof fileColumns)[]
      if (names.length === 0) return
      const assignments = names.map((name) => `${fileColumns[name]} = ?`).join(', ')
      const sql = `UPDATE picture_job_files SET ${assignments} WHERE id = ?`
      db.prepare(sql).run(...names.map((name) => toFileValue(set, name)), id)
    },
  }
}
