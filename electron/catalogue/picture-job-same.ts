import type { ChangeState } from '../shared/change'
import { storedReason, type FileReason } from '../shared/file-reason'
import { bringsPicture } from './acts-sql'
import type { Db } from './database'
import { toFile, type FileRow, type PictureJobFileRecord } from './picture-job-file-record'
import { placeOrder, toQueued, withChange, type QueuedFile, type QueuedRow } from './picture-job-queued-file'

/** Which files have the same content, the same reason, or belong together. */
export function createPictureJobSame(db: Db) {
  const sameSize = db.prepare(
    `SELECT f.* FROM picture_job_files f WHERE f.job_id = ?1 AND f.refusal IS NULL AND f.source_hash IS NULL
       AND (EXISTS (SELECT 1 FROM picture_job_files o WHERE o.job_id = ?1 AND o.product_id = f.product_id
         AND o.bytes = f.bytes AND o.id <> f.id)
       OR EXISTS (SELECT 1 FROM changes c WHERE c.product_id = f.product_id
         AND ${bringsPicture('c')} AND c.state <> 'taken-back')
       OR EXISTS (SELECT 1 FROM picture_contents p WHERE p.product_id = f.product_id AND p.bytes = f.bytes))
     ORDER BY f.id LIMIT ?2`,
  )
  const twins = db.prepare(
    `SELECT name FROM picture_job_files WHERE job_id = ? AND product_id = ? AND variation_id IS ? AND source_hash = ? AND id < ?
       AND verdict IN ('matched', 'already') ORDER BY id LIMIT 1`,
  )
  const firstOfVariation = db.prepare(
    `SELECT f.id FROM picture_job_files f WHERE f.job_id = ? AND f.product_id = ? AND f.variation_id = ?
       AND f.verdict IN ('matched', 'already') ORDER BY ${placeOrder} LIMIT 1`,
  )
  const uploads = db.prepare(
    `SELECT c.id, c.state, c.key AS variation, json_extract(c.after, '$.key') AS key, json_extract(c.after, '$.source.hash') AS hash,
       (SELECT f.source_hash FROM picture_job_files f WHERE f.change_id = c.id) AS source_hash
     FROM changes c WHERE c.product_id = ? AND ${bringsPicture('c')} AND c.state <> 'taken-back' AND NOT EXISTS
       (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'taken-back')`,
  )
  const alreadyOf = db.prepare(`${withChange} WHERE f.job_id = ? AND f.product_id = ? AND f.verdict = 'already'`)
  const alike = db.prepare(
    `SELECT id FROM picture_job_files WHERE job_id = ? AND similar = ? AND verdict IN ('doubtful', 'unmatched') AND by_hand = 0
     ORDER BY id`,
  )
  const sameReason = db.prepare(
    `SELECT id FROM picture_job_files WHERE job_id = ? AND reason = ? AND verdict = 'doubtful' ORDER BY id`,
  )

  return {
    /** Files whose content has to be known to tell whether their product has them already. */
    needHash: (jobId: number, limit: number): PictureJobFileRecord[] => sameSize.all<FileRow>(jobId, limit).map(toFile),
    /** An earlier file of the job with the same content for the same product or variation. */
    twinOf: ({ jobId, productId, variationId, sourceHash, id }: PictureJobFileRecord): string | undefined =>
      twins.get<{ name: string }>(jobId, productId, variationId, sourceHash, id)?.name,
    /** The file that comes first of those for a variation. */
    firstOfVariation: ({ jobId, productId, variationId }: PictureJobFileRecord): number | undefined =>
      firstOfVariation.get<{ id: number }>(jobId, productId, variationId)?.id,
    /**
     * Pictures that this program gave a product, or with `variationId` one of its variations, by content: `hash` as sent,
     * `sourceHash` as the file was.
     */
    uploadsOf: (productId: number, variationId: number | null = null) =>
      uploads
        .all<UploadRow>(productId)
        .filter(({ variation }) => variation === (variationId === null ? null : String(variationId)))
        .map(({ source_hash: sourceHash, ...upload }) => ({ ...upload, sourceHash })),
    /** Files of a product that it has already. */
    alreadyOf: (jobId: number, productId: number): QueuedFile[] =>
      alreadyOf.all<QueuedRow>(jobId, productId).map(toQueued),
    /** Undecided files that belong to the same thing, whatever it is. */
    alike: (jobId: number, similar: string): number[] => alike.all<{ id: number }>(jobId, similar).map(({ id }) => id),
    /** Doubtful files for the same reason. */
    sameReason: (jobId: number, reason: FileReason): number[] =>
      sameReason.all<{ id: number }>(jobId, storedReason(reason)).map(({ id }) => id),
  }
}

type UploadRow = Record<'variation' | 'key' | 'hash' | 'source_hash', string | null> & {
  id: number
  state: ChangeState
}
