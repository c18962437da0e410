import type { PictureJobFileRecord } from '../../catalogue/picture-job-file-record'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { AppError, reasonOf, toErrorInfo } from '../../shared/errors'
import type { PictureToPrepare, PreparedResult } from '../../shared/picture-job'
import { createJobEnding } from './job-ending'
import { createJobNews } from './job/job-news'
import { createJobQueueing } from './queue/job-queueing'
import { createJobScan } from './scan/job-scan'
import { createJobTasks } from './job-tasks'
import { createPreparing } from './prepare/prepare-job'
import type { RunnerParts } from './job/runner-parts'

/** Does what a job's state asks for, one task for each job, and tells how far it is. */
export function createJobRunner(parts: RunnerParts) {
  const { pictureJobs } = parts.catalogue
  const news = createJobNews(parts)
  const preparing = createPreparing(parts)
  const { scan, match, matcher, forgetMatcher } = createJobScan({ catalogue: parts.catalogue, news })
  const queueing = createJobQueueing({ ...parts, news })
  const { end } = createJobEnding(parts)
  const tasks = createJobTasks({ work, onFailed: failSafely, onEnded: news.tell })
  let isStopped = false

  /** Where even the reason cannot be written down, the log has it. */
  function failSafely(jobId: number, error: unknown): void {
    try {
      fail(jobId, error)
    } catch (second) {
      parts.logError(`pictures of job ${jobId}`, second)
    }
  }

  function fail(jobId: number, error: unknown): void {
    const info = toErrorInfo(error)
    if (info.code === 'internal') parts.logError(`pictures of job ${jobId}`, error)
    const job = pictureJobs.get(jobId)
    if (!job) return
    pictureJobs.update(jobId, { problem: reasonOf(info).sentence, isHeld: job.state === 'preparing' })
  }

  async function work(jobId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      const job = pictureJobs.get(jobId)
      if (!job) return
      if (job.ending !== null) return end(jobId)
      if (job.state === 'scanning') await scan(job, signal)
      else if (job.state === 'matching') await match(job, signal)
      else if (job.state === 'preparing' && !job.isHeld) return prepare(job, signal)
      else if (job.state === 'uploading') return queueing.settle(job)
      else return
    }
  }

  async function prepare(job: PictureJobRecord, signal: AbortSignal): Promise<void> {
    const { id: jobId, options, changeSetId, label } = job
    if (options.mode === 'replace' && changeSetId === null) await parts.takeSnapshot(label)
    await preparing.sortOut(jobId, signal)
    while (!signal.aborted && (await preparing.copySome(jobId))) {
      await queueing.advance(jobId, signal)
      news.tell(jobId)
    }
    return queueing.advance(jobId, signal)
  }

  /** What the window made of a file. */
  async function take(jobId: number, fileId: number, result: PreparedResult): Promise<void> {
    try {
      await preparing.take(jobId, fileId, result)
    } catch (error) {
      fail(jobId, error)
      throw error instanceof AppError ? error : new AppError('storage', toErrorInfo(error).message, { cause: error })
    }
    if (!tasks.has(jobId)) await queueing.advance(jobId)
    news.tell(jobId)
  }

  /** The queue has moved: jobs that wait for it may be done. */
  function noteQueue(): void {
    if (isStopped) return
    for (const job of pictureJobs.unfinished()) {
      if (job.ending !== null) void end(job.id).then(() => news.tell(job.id))
      else if (job.state === 'uploading') queueing.settle(job)
      else if (job.state !== 'preparing') continue
      news.tell(job.id)
    }
  }

  return {
    view: news.view,
    run: tasks.run,
    stop: tasks.stop,
    end,
    matcher,
    forgetMatcher,
    handOut: ({ id, state, isHeld }: PictureJobRecord, limit: number): PictureToPrepare[] =>
      state === 'preparing' && !isHeld ? preparing.handOut(id, limit) : [],
    read: (file: PictureJobFileRecord) => preparing.read(file),
    take,
    noteQueue,
    async stopAll(): Promise<void> {
      isStopped = true
      news.stop()
      await tasks.stopAll()
    },
  }
}
export type JobRunner = ReturnType<typeof createJobRunner>
