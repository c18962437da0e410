import type { QueuedFile } from '../../catalogue/picture-job-queued-file'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { AppError } from '../../shared/errors'
import type { PictureJob } from '../../shared/picture-job'
import type { JobRunner } from './job-runner'
import type { RunnerParts } from './job/runner-parts'

/** Jobs and files by id, with the errors a person reads. */
export function createJobAccess(
  { catalogue, onChanged }: Pick<RunnerParts, 'catalogue' | 'onChanged'>,
  runner: JobRunner,
) {
  function jobOrFail(jobId: number): PictureJobRecord {
    const job = catalogue.pictureJobs.get(jobId)
    if (!job) throw new AppError('not-found', 'This upload is no longer in the list.')
    return job
  }

  function inReview(jobId: number): PictureJobRecord {
    const job = jobOrFail(jobId)
    if (job.state === 'review') return job
    throw new AppError('conflict', 'This upload is not being reviewed: it is being compared, or was begun already.')
  }

  function fileOrFail(jobId: number, fileId: number): QueuedFile {
    const file = catalogue.pictureJobFiles.get(jobId, fileId)
    if (!file) throw new AppError('not-found', 'This file is no longer in the list.')
    return file
  }

  /** The state as it is now, told to the window as well. */
  function told(jobId: number): PictureJob {
    const view = runner.view(jobOrFail(jobId))
    onChanged(view)
    return view
  }

  return { jobOrFail, inReview, fileOrFail, told }
}
export type JobAccess = ReturnType<typeof createJobAccess>
