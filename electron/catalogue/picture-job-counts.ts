import type { ChangeState } from '../shared/change'
import type { PictureFileStep, PictureVerdict } from '../shared/picture-job'
import type { Db } from './database'
import { isAnswered } from './picture-job-queued-file'

/** How many files of a job are what, and what that makes of the products. */
export function createPictureJobCounts(db: Db) {
  const counts = db.prepare(
    `SELECT verdict, count(*) AS files, sum(bytes) AS bytes, count(DISTINCT product_id) AS products
     FROM picture_job_files WHERE job_id = ? GROUP BY verdict`,
  )
  const standing = db.prepare(
    `SELECT f.step, CASE WHEN ${isAnswered} THEN 'sent' ELSE c.state END AS state, count(*) AS files, sum(f.bytes) AS bytes, sum(coalesce(f.staged_bytes, f.bytes)) AS staged
     FROM picture_job_files f LEFT JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND f.verdict = 'matched' GROUP BY 1, 2`,
  )
  const doubtfulFor = db.prepare(
    `SELECT count(*) AS files FROM picture_job_files WHERE job_id = ? AND product_id = ? AND verdict = 'doubtful'`,
  )
  // Half the sides are a quarter of the bytes; a photo in another format is roughly a third larger, a bitmap a twelfth.
  const sizes = db.prepare(
    `SELECT coalesce(sum(CASE WHEN type = 'gif' THEN bytes
         WHEN max(width, height) > ?2 THEN min(18000000, bytes * (1.0 * ?2 / max(width, height)) * (1.0 * ?2 / max(width, height)))
         WHEN type = 'bmp' THEN bytes / 12 WHEN type IN ('webp', 'avif', 'heic') THEN min(18000000, bytes * 4 / 3)
         WHEN type = 'tiff' THEN min(18000000, bytes, width * height / 3)
         ELSE min(18000000, bytes) END), 0) AS total,
       coalesce(sum(type NOT IN ('jpeg', 'png', 'gif') OR is_turned OR bytes > 20971520 OR max(width, height) > ?2), 0) AS changed
     FROM picture_job_files WHERE job_id = ?1 AND verdict = 'matched'`,
  )

  return {
    counts: (jobId: number) =>
      counts.all<{ verdict: PictureVerdict; files: number; bytes: number; products: number }>(jobId),
    /** How many of the files to be added stand where. */
    standing: (jobId: number) =>
      standing.all<{ step: PictureFileStep; state: ChangeState | null; files: number; bytes: number; staged: number }>(
        jobId,
      ),
    doubtfulFor: (jobId: number, productId: number): number =>
      doubtfulFor.get<{ files: number }>(jobId, productId)?.files ?? 0,
    /** Bytes of what is added once it is prepared, roughly, and how many files that changes. */
    sizes: (jobId: number, longestSide: number): { total: number; changed: number } =>
      sizes.get<{ total: number; changed: number }>(jobId, longestSide) ?? { total: 0, changed: 0 },
  }
}
