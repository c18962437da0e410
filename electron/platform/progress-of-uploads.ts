import type { PictureJob } from '../shared/picture-job'

/** What the taskbar or dock shows of running uploads; `value` from 0 to 1. */
export type TaskProgress = { value: number; mode: 'normal' | 'paused' | 'error' } | { mode: 'indeterminate' }

type Standing = {
  isOnline: boolean
  /** Stores whose whole queue is kept back by its owner. */
  held: ReadonlySet<string>
}

/** Copying and converting is the shorter part of a picture's way. */
const preparedShare = 0.05

/** How far the uploads of all stores are together; null: nothing is under way. */
export function progressOfUploads(jobs: readonly PictureJob[], { isOnline, held }: Standing): TaskProgress | null {
  const uploads = jobs.filter(({ state }) => state === 'preparing' || state === 'uploading')
  if (uploads.length === 0) {
    return jobs.some(({ state }) => state === 'scanning' || state === 'matching') ? { mode: 'indeterminate' } : null
  }
  const sum = (count: (job: PictureJob) => number) => uploads.reduce((total, job) => total + count(job), 0)
  const total = sum(({ progress }) => progress.total)
  const ended = sum(({ progress }) => progress.sent + progress.failed)
  const prepared = sum(({ progress }) => progress.prepared + progress.failed)
  const value = Math.min(1, (ended * (1 - preparedShare) + prepared * preparedShare) / Math.max(1, total))
  const rests = ({ connectionId, isHeld }: PictureJob) => !isOnline || isHeld || held.has(connectionId)
  if (uploads.some(({ problem }) => problem !== null)) return { value, mode: 'error' }
  return { value, mode: uploads.every(rests) ? 'paused' : 'normal' }
}
