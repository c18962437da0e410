import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import type { PictureJob } from '../../../shared/picture-job'
import { createRate } from '../../../shared/rate'
import { toJobView } from './job-view'
import type { RunnerParts } from './runner-parts'

type Parts = Pick<RunnerParts, 'connectionId' | 'catalogue' | 'queue' | 'now' | 'after' | 'onChanged'>

const quietMs = 200
/** Telling may take this part of the time at most: counting the files of a large job is work. */
const tellShare = 20

/** Tells how far the jobs are: at most five times a second, and less often where counting takes long. */
export function createJobNews({ connectionId, catalogue, queue, now, after, onChanged }: Parts) {
  const { pictureJobs } = catalogue
  const scans = new Map<number, { found: number; checked: number }>()
  const rates = new Map<number, { rate: ReturnType<typeof createRate>; perSecond: number | null }>()
  const silent = new Map<number, { cancel: () => void; isDue: boolean }>()
  let isStopped = false

  function view(job: PictureJobRecord): PictureJob {
    const { pausedUntil, blockedBy } = queue()
    // Standing still for some seconds is no speed to count on.
    const perSecond = rates.get(job.id)?.perSecond || null
    return toJobView(catalogue, connectionId, job, {
      scan: scans.get(job.id) ?? null,
      perMinute: perSecond === null ? null : perSecond * 60,
      waitingUntil: pausedUntil,
      blockedBy: blockedBy?.message ?? null,
      now: now(),
    })
  }

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
    if (job.state === 'preparing' || job.state === 'uploading') noteRate(jobId, shown.progress.sent)
    onChanged(shown)
    rest(jobId, Math.max(quietMs, (performance.now() - began) * tellShare))
  }

  /** While the store makes everybody wait, nothing is learnt about the speed: what is known holds for afterwards. */
  function noteRate(jobId: number, sent: number): void {
    const known = rates.get(jobId) ?? { rate: createRate(now), perSecond: null }
    const isPaused = (queue().pausedUntil ?? 0) > now()
    if (isPaused) rates.set(jobId, { ...known, rate: createRate(now) })
    else rates.set(jobId, { ...known, perSecond: known.rate.note(sent) ?? known.perSecond })
  }

  function rest(jobId: number, ms: number): void {
    const entry = { isDue: false, cancel: () => {} }
    silent.set(jobId, entry)
    entry.cancel = after(ms, () => {
      silent.delete(jobId)
      if (entry.isDue) tell(jobId)
    })
  }

  return {
    view,
    tell,
    noteScan: (jobId: number, counts: { found: number; checked: number }): void => void scans.set(jobId, counts),
    forgetScan: (jobId: number): void => void scans.delete(jobId),
    forgetRate: (jobId: number): void => void rates.delete(jobId),
    stop(): void {
      isStopped = true
      for (const { cancel } of silent.values()) cancel()
    },
  }
}
export type JobNews = ReturnType<typeof createJobNews>
