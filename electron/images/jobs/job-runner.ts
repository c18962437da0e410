import type { Catalogue } from '../../catalogue/catalogue'
import type { PictureJobFileRecord } from '../../catalogue/picture-job-file-record'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { AppError, toErrorInfo } from '../../shared/errors'
import type { PictureJob, PictureToPrepare, PreparedResult } from '../../shared/picture-job'
import { createRate } from '../../sync/rate'
import type { Matcher } from '../matching/match-file'
import type { Staging } from '../staging'
import { indexCatalogue } from './catalogue-index'
import { findAlready } from './find-already'
import { toJobView } from './job-view'
import { matchJob } from './match-job'
import { createPacer } from './pacer'
import { createPreparing } from './prepare-job'
import { queueProduct } from './queue-product'
import { scanFiles } from './scan-files'

export type RunnerParts = {
  connectionId: string
  catalogue: Catalogue
  staging: Pick<Staging, 'stage' | 'stageBytes' | 'read' | 'discard'>
  /** These products have new changes in the queue. */
  noteChanged: (productIds: number[]) => void
  /** Takes changes back that are not on the wire. */
  drop: (changeIds: readonly number[]) => void
  retry: (changeIds: readonly number[]) => void
  revert: (setId: number) => void
  queue: () => { pausedUntil: number | null; blockedBy: { message: string } | null }
  now: () => number
  after: (ms: number, run: () => void) => () => void
  onChanged: (job: PictureJob) => void
  /** A job ended, in one sentence. */
  onFinished: (sentence: string, jobId: number) => void
  logError: (context: string, error: unknown) => void
}

type Task = { control: AbortController; ended: Promise<void> }

const quietMs = 200
/** Telling may take this part of the time at most: counting the files of a large job is work. */
const tellShare = 20
const dropAtOnce = 100

/** Does what a job's state asks for, one task for each job, and tells how far it is. */
export function createJobRunner(parts: RunnerParts) {
  const { catalogue, now } = parts
  const { pictureJobs, pictureJobFiles } = catalogue
  const preparing = createPreparing(parts)
  const tasks = new Map<number, Task>()
  const scans = new Map<number, { found: number; checked: number }>()
  const rates = new Map<number, { rate: ReturnType<typeof createRate>; perSecond: number | null }>()
  const silent = new Map<number, { cancel: () => void; isDue: boolean }>()
  let matcher: Promise<Matcher> | null = null
  /** Taking back is itself news of the queue. */
  const isEnding = new Set<number>()
  /** News that came while a job was being ended: it may have been the last. */
  const hasMoved = new Set<number>()
  let isStopped = false

  function view(job: PictureJobRecord): PictureJob {
    const { pausedUntil, blockedBy } = parts.queue()
    const perSecond = rates.get(job.id)?.perSecond ?? null
    return toJobView(catalogue, parts.connectionId, job, {
      scan: scans.get(job.id) ?? null,
      perMinute: perSecond === null ? null : perSecond * 60,
      waitingUntil: pausedUntil,
      blockedBy: blockedBy?.message ?? null,
      now: now(),
    })
  }

  /** At most five times a second, and less often where counting takes long. */
  function tell(jobId: number): void {
    const waiting = silent.get(jobId)
    if (waiting) {
      waiting.isDue = true
      return
    }
    if (isStopped) return
    const job = pictureJobs.get(jobId)
    if (!job) return
    const began = performance.now()
    const shown = view(job)
    if (job.state === 'preparing' || job.state === 'uploading') {
      const known = rates.get(jobId) ?? { rate: createRate(now), perSecond: null }
      rates.set(jobId, { ...known, perSecond: known.rate.note(shown.progress.sent) ?? known.perSecond })
    }
    parts.onChanged(shown)
    const rest = Math.max(quietMs, (performance.now() - began) * tellShare)
    const entry = { isDue: false, cancel: () => {} }
    silent.set(jobId, entry)
    entry.cancel = parts.after(rest, () => {
      silent.delete(jobId)
      if (entry.isDue) tell(jobId)
    })
  }

  function run(jobId: number): void {
    if (isStopped) return
    const before = tasks.get(jobId)
    const control = new AbortController()
    const task = { control, ended: Promise.resolve() }
    task.ended = (async () => {
      if (before) {
        before.control.abort()
        await before.ended
      }
      try {
        await work(jobId, control.signal)
      } catch (error) {
        if (!control.signal.aborted) failSafely(jobId, error)
      } finally {
        if (tasks.get(jobId) === task) tasks.delete(jobId)
        if (!isStopped) tell(jobId)
      }
    })()
    tasks.set(jobId, task)
  }

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
    pictureJobs.update(jobId, { problem: info.message, isPaused: job.state === 'preparing' })
  }

  async function work(jobId: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      const job = pictureJobs.get(jobId)
      if (!job) return
      if (job.ending !== null) return end(jobId)
      if (job.state === 'scanning') await scan(job, signal)
      else if (job.state === 'matching') await match(job, signal)
      else if (job.state === 'preparing' && !job.isPaused) {
        await preparing.sortOut(jobId, signal)
        while (!signal.aborted && (await preparing.copySome(jobId))) {
          await advance(jobId, signal)
          tell(jobId)
        }
        return advance(jobId, signal)
      } else if (job.state === 'uploading') return settle(job)
      else return
    }
  }

  async function scan(job: PictureJobRecord, signal: AbortSignal): Promise<void> {
    const counts = { found: 0, checked: 0 }
    scans.set(job.id, counts)
    let skippedBefore = -1
    await scanFiles(job.paths, {
      signal,
      onFound(found, skipped) {
        counts.found = found
        if (skipped !== skippedBefore) pictureJobs.update(job.id, { skipped })
        skippedBefore = skipped
        tell(job.id)
      },
      onChecked(files) {
        catalogue.repeatable(() => pictureJobFiles.add(job.id, files))
        counts.checked += files.length
        tell(job.id)
      },
    })
    scans.delete(job.id)
    pictureJobs.update(job.id, { state: 'matching' })
    tell(job.id)
  }

  async function match(job: PictureJobRecord, signal: AbortSignal): Promise<void> {
    // What others changed since counts too: the store's products are read anew for each matching.
    matcher = indexCatalogue(catalogue, signal)
    try {
      await matchJob(catalogue, await matcher, { jobId: job.id, pattern: job.options.pattern, signal })
    } catch (error) {
      matcher = null
      throw error
    }
    await findAlready(catalogue, job.id, signal)
    pictureJobs.update(job.id, { state: 'review' })
    tell(job.id)
  }

  /** Queues products whose files are all ready; with the last of them the job only waits for the queue. */
  async function advance(jobId: number, signal?: AbortSignal): Promise<void> {
    const pace = createPacer()
    for (;;) {
      const job = pictureJobs.get(jobId)
      if (job?.state !== 'preparing' || job.isPaused || signal?.aborted) return
      if (job.changeSetId !== null && !catalogue.changes.hasUnreverted(job.changeSetId)) return takenBack(job)
      const productIds = pictureJobFiles.readyProducts(jobId, 20)
      if (productIds.length === 0) break
      const queued = catalogue.repeatable(() => {
        const until = performance.now() + 15
        let { changeSetId } = job
        const done: number[] = []
        for (const productId of productIds) {
          if (done.length > 0 && performance.now() > until) break
          changeSetId = queueProduct(catalogue, { ...job, changeSetId }, productId, now())
          done.push(productId)
        }
        return done
      })
      parts.noteChanged(queued)
      await pace()
    }
    const isOpen = (['none', 'waiting', 'needsPreparing', 'staged'] as const).some((step) =>
      step === 'none'
        ? pictureJobFiles.withoutStep(jobId, 1).length > 0
        : pictureJobFiles.ofStep(jobId, step, 1).length > 0,
    )
    if (isOpen) return
    pictureJobs.update(jobId, { state: 'uploading' })
    const job = pictureJobs.get(jobId)
    if (job) settle(job)
    tell(jobId)
  }

  /** Somebody took the change set back while it was growing: the rest of it is not wanted either. */
  function takenBack(job: PictureJobRecord): void {
    pictureJobFiles.giveUp(job.id)
    pictureJobs.update(job.id, { state: 'cancelled' })
  }

  /** The job is done when nothing of its change set can still move by itself. */
  function settle(job: PictureJobRecord): void {
    const states = job.changeSetId === null ? {} : catalogue.changes.statesOf(job.changeSetId)
    if (states.waiting || states.held || states.sending || states.unknown) return
    pictureJobs.update(job.id, { state: 'done', isPaused: false, problem: null })
    rates.delete(job.id)
    giveSpaceBack(job.id)
    const done = pictureJobs.get(job.id)
    if (done) parts.onFinished(view(done).sentence, job.id)
  }

  function giveSpaceBack(jobId: number): void {
    const needed = catalogue.changes.stagedHashes()
    for (const hash of pictureJobFiles.stagedHashes()) needed.add(hash)
    const free = pictureJobFiles.sentHashes(jobId).filter((hash) => !needed.has(hash))
    parts.staging.discard(free).catch((error) => parts.logError('staging', error))
  }

  /** What a cancelled job still has in the queue is taken back as soon as nothing of it is on the wire. */
  async function end(jobId: number): Promise<void> {
    const job = pictureJobs.get(jobId)
    if (!job || job.ending === null) return
    if (isEnding.has(jobId)) return void hasMoved.add(jobId)
    isEnding.add(jobId)
    try {
      do {
        hasMoved.delete(jobId)
        await takeBackRest(job)
      } while (hasMoved.has(jobId) && pictureJobs.get(jobId)?.ending)
    } finally {
      isEnding.delete(jobId)
    }
  }

  async function takeBackRest({ id: jobId, changeSetId: setId, ending }: PictureJobRecord): Promise<void> {
    if (setId !== null) {
      const pace = createPacer()
      for (;;) {
        // Asked anew each time: what was resting a moment ago may be on the wire by now.
        const resting = catalogue.changes.restingOf(setId, dropAtOnce)
        if (resting.length === 0) break
        parts.drop(resting)
        await pace()
      }
      const { sending = 0, unknown = 0, sent = 0 } = catalogue.changes.statesOf(setId)
      if (sending + unknown > 0) return
      if (ending === 'revert' && sent > 0) parts.revert(setId)
      giveSpaceBack(jobId)
    }
    pictureJobs.update(jobId, { ending: null })
  }

  async function stop(jobId: number): Promise<void> {
    const task = tasks.get(jobId)
    task?.control.abort()
    await task?.ended
  }

  return {
    view,
    run,
    stop,
    end,
    matcher: (): Promise<Matcher> => (matcher ??= indexCatalogue(catalogue)),
    /** It is large, and needed in the review only. */
    forgetMatcher: (): void => void (matcher = null),
    handOut: ({ id, state, isPaused }: PictureJobRecord, limit: number): PictureToPrepare[] =>
      state === 'preparing' && !isPaused ? preparing.handOut(id, limit) : [],
    read: (file: PictureJobFileRecord) => preparing.read(file),
    async take(jobId: number, fileId: number, result: PreparedResult): Promise<void> {
      try {
        await preparing.take(jobId, fileId, result)
      } catch (error) {
        fail(jobId, error)
        throw error instanceof AppError ? error : new AppError('storage', toErrorInfo(error).message, { cause: error })
      }
      if (!tasks.has(jobId)) await advance(jobId)
      tell(jobId)
    },
    /** The queue has moved: jobs that wait for it may be done. */
    noteQueue(): void {
      if (isStopped) return
      for (const job of pictureJobs.unfinished()) {
        if (job.ending !== null) void end(job.id).then(() => tell(job.id))
        else if (job.state === 'uploading') settle(job)
        else if (job.state !== 'preparing') continue
        tell(job.id)
      }
    },
    async stopAll(): Promise<void> {
      isStopped = true
      for (const { cancel } of silent.values()) cancel()
      await Promise.all([...tasks.keys()].map(stop))
    },
  }
}
