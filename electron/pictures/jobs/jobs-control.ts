import { AppError } from '../../shared/errors'
import { newPictureJobOptions, type PictureJob } from '../../shared/picture-job'
import { shortName } from '../../shared/set-label'
import { shownName } from '../disk-path'
import type { JobAccess } from './job-access'
import type { JobAttempts } from './job/job-attempts'
import type { JobRunner } from './job-runner'
import { hasPictures } from './review/plan-product'
import { variationHasPicture } from './review/plan-variations'
import type { RunnerParts } from './job/runner-parts'

export type ControlParts = Pick<RunnerParts, 'catalogue' | 'now' | 'noteChanged' | 'retry'> & {
  /** Throws AppError when the key of this store can only read. */
  assertCanWrite: () => void
  /** Bytes free where copies are kept. */
  freeBytes: () => Promise<number>
}

/** Room that stays free on the disk whatever is copied. */
const marginBytes = 200 * 1024 * 1024

/** What its owner says to a job: begin, go, hold, cancel, again, away with it. */
export function createJobsControl(
  parts: ControlParts,
  access: JobAccess,
  runner: JobRunner,
  attempts: Pick<JobAttempts, 'begin'>,
) {
  const { catalogue } = parts
  const { pictureJobs, pictureJobFiles } = catalogue
  const { jobOrFail, inReview, told } = access

  function run(jobId: number): void {
    attempts.begin(jobOrFail(jobId))
    runner.run(jobId)
  }

  async function start(paths: readonly string[], jobId?: number): Promise<PictureJob> {
    if (jobId === undefined) {
      const label = { file: shortName(shownName(paths[0] as string)), more: paths.length - 1 }
      const id = pictureJobs.insert({ label, createdAt: parts.now(), paths: [...paths], options: newPictureJobOptions })
      run(id)
      return told(id)
    }
    const job = inReview(jobId)
    pictureJobs.update(jobId, { paths: [...new Set([...job.paths, ...paths])], state: 'scanning' })
    run(jobId)
    return told(jobId)
  }

  async function apply(jobId: number, confirmed: boolean): Promise<PictureJob> {
    parts.assertCanWrite()
    const view = runner.view(inReview(jobId))
    if (view.products === 0) throw new AppError('invalid-input', 'None of these files would be added to a product yet.')
    if (view.needsConfirmation && !confirmed) {
      throw new AppError('invalid-input', `${view.removals} pictures would be removed. Confirm that they may go.`)
    }
    await assertRoom(view, parts.freeBytes)
    catalogue.transaction(() => {
      const { options } = inReview(jobId)
      if (options.mode === 'ifNone') {
        catalogue.pictureJobEffects.leaveFilled(jobId, { variation: variationHasPicture, product: hasPictures })
      }
      pictureJobs.update(jobId, { state: 'preparing', problem: null, isHeld: false })
    })
    runner.forgetMatcher()
    run(jobId)
    return told(jobId)
  }

  function hold(jobId: number, isHeld: boolean): PictureJob {
    const job = jobOrFail(jobId)
    pictureJobs.update(jobId, { isHeld, problem: null })
    if (job.changeSetId !== null) catalogue.changes.hold(job.changeSetId, isHeld)
    parts.noteChanged([])
    if (isHeld) void runner.stop(jobId)
    else run(jobId)
    return told(jobId)
  }

  async function cancel(jobId: number, keepSent: boolean): Promise<PictureJob> {
    const job = jobOrFail(jobId)
    if (job.state === 'done' || job.state === 'cancelled') return runner.view(job)
    await runner.stop(jobId)
    catalogue.transaction(() => {
      pictureJobFiles.giveUp(jobId)
      const ending = jobOrFail(jobId).changeSetId === null ? null : keepSent ? 'keep' : 'revert'
      pictureJobs.update(jobId, { state: 'cancelled', isHeld: false, problem: null, ending })
    })
    await runner.end(jobId)
    return told(jobId)
  }

  function retryFailed(jobId: number): PictureJob {
    const job = jobOrFail(jobId)
    pictureJobFiles.again(jobId)
    const refused = pictureJobFiles.openChanges(jobId).filter(({ state }) => state === 'refused')
    pictureJobs.update(jobId, { state: 'preparing', problem: null })
    if (refused.length > 0) parts.retry(refused.map(({ id }) => id))
    run(job.id)
    return told(jobId)
  }

  function remove(jobId: number): null {
    const { state, ending } = jobOrFail(jobId)
    if ((state !== 'done' && state !== 'cancelled') || ending !== null) {
      throw new AppError('conflict', 'This upload has not ended yet. Cancel it first.')
    }
    pictureJobs.remove(jobId)
    return null
  }

  return { start, apply, hold, cancel, retryFailed, remove }
}

/** Throws AppError 'storage' when the copies would not fit on the disk. */
async function assertRoom(
  { bytes, bytesAfter }: Pick<PictureJob, 'bytes' | 'bytesAfter'>,
  freeBytes: () => Promise<number>,
): Promise<void> {
  const needed = Math.max(bytes, bytesAfter ?? 0) + marginBytes
  const free = await freeBytes()
  if (free >= needed) return
  const message = `The pictures are copied to this computer first and need ${megabytes(needed)} MB; ${megabytes(free)} MB are free. Free some space and try again.`
  throw new AppError('storage', message)
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
