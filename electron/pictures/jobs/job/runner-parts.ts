import type { Catalogue } from '../../../catalogue/catalogue'
import type { DroppedFiles, PictureJob } from '../../../shared/picture-job'
import type { Staging } from '../../staging'

/** What the jobs of one store need from the rest of the program. */
export type RunnerParts = {
  connectionId: string
  catalogue: Catalogue
  staging: Pick<Staging, 'stage' | 'stageBytes' | 'read'>
  /** Deletes staged files that nobody needs. */
  giveBack: (hashes: readonly string[]) => void
  /** These products have new changes in the queue. */
  noteChanged: (productIds: number[]) => void
  /** Takes changes back that are not on the wire. */
  takeBack: (changeIds: readonly number[]) => void
  retry: (changeIds: readonly number[]) => void
  revert: (setId: number) => Promise<unknown>
  /** Keeps how the store is, before pictures of these files take the place of others. */
  takeSnapshot: (files: DroppedFiles) => Promise<void>
  queue: () => { pausedUntil: number | null; blockedBy: { message: string } | null }
  now: () => number
  after: (ms: number, run: () => void) => () => void
  onChanged: (job: PictureJob) => void
  /** A job ended, in one sentence. */
  onFinished: (sentence: string, jobId: number) => void
  logError: (context: string, error: unknown) => void
}
