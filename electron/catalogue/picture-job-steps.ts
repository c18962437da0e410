import type { ChangeState } from '../shared/change'
import type { PictureFileStep } from '../shared/picture-job'
import type { Db } from './database'
import { toFile, type FileRow, type PictureJobFileRecord } from './picture-job-file-record'

/** How far each file is on its way into the queue. */
export function createPictureJobSteps(db: Db) {
  const ofStep = db.prepare('SELECT * FROM picture_job_files WHERE job_id = ? AND step = ? ORDER BY id LIMIT ?')
  const unstepped = db.prepare(
    `SELECT * FROM picture_job_files WHERE job_id = ? AND verdict = 'matched' AND step = 'none' ORDER BY id LIMIT ?`,
  )
  const begin = db.prepare(`UPDATE picture_job_files SET step = ?, problem = NULL WHERE job_id = ? AND id = ?`)
  // From the few that are staged, not from all files of the job: this is asked after every few files.
  const readyFiles = db.prepare(
    `SELECT product_id AS id FROM picture_job_files f INDEXED BY picture_job_files_by_step
     WHERE job_id = ? AND step = 'staged' AND verdict = 'matched' AND product_id IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM picture_job_files o WHERE o.job_id = f.job_id AND o.product_id = f.product_id
         AND o.verdict = 'matched' AND o.step IN ('waiting', 'needsPreparing')) ORDER BY id LIMIT ?`,
  )
  const openChanges = db.prepare(
    `SELECT c.id, c.state FROM picture_job_files f JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND c.state NOT IN ('sent', 'taken-back')`,
  )
  const giveUp = db.prepare(
    `UPDATE picture_job_files SET step = 'removed' WHERE job_id = ? AND step IN ('none', 'waiting', 'needsPreparing', 'staged')
       AND verdict = 'matched'`,
  )
  const again = db.prepare(
    `UPDATE picture_job_files SET step = 'none', problem = NULL WHERE job_id = ? AND step = 'failed'`,
  )
  const staged = db.prepare(
    `SELECT staged_hash AS hash FROM picture_job_files WHERE staged_hash IS NOT NULL AND step = 'staged'`,
  )
  const sentHashes = db.prepare(
    `SELECT f.staged_hash AS hash FROM picture_job_files f JOIN changes c ON c.id = f.change_id
     WHERE f.job_id = ? AND c.state = 'sent' AND f.staged_hash IS NOT NULL`,
  )

  return {
    ofStep: (jobId: number, step: PictureFileStep, limit: number): PictureJobFileRecord[] =>
      ofStep.all<FileRow>(jobId, step, limit).map(toFile),
    /** Files to be added whose way to the store is not decided yet. */
    withoutStep: (jobId: number, limit: number): PictureJobFileRecord[] =>
      unstepped.all<FileRow>(jobId, limit).map(toFile),
    setStep: (jobId: number, id: number, step: PictureFileStep): void => void begin.run(step, jobId, id),
    /** Products all of whose files are ready for the queue: those of at most so many files. */
    readyProducts: (jobId: number, limit: number): number[] => [
      ...new Set(readyFiles.all<{ id: number }>(jobId, limit).map(({ id }) => id)),
    ],
    openChanges: (jobId: number) => openChanges.all<{ id: number; state: ChangeState }>(jobId),
    /** What is in no change yet will not be sent. */
    giveUp: (jobId: number): void => void giveUp.run(jobId),
    /** What could not be prepared is tried again. */
    again: (jobId: number): void => void again.run(jobId),
    /** Content hashes that are ready and in no change yet. */
    stagedHashes: (): string[] => staged.all<{ hash: string }>().map(({ hash }) => hash),
    sentHashes: (jobId: number): string[] => sentHashes.all<{ hash: string }>(jobId).map(({ hash }) => hash),
  }
}
