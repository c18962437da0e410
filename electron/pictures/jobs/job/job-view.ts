import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import {
  pictureVerdicts,
  type PictureJob,
  noProgress,
  type PictureJobProgress,
  type PictureVerdict,
} from '../../../shared/picture-job'
import { jobSentence } from './job-sentence'
import { sentenceText } from '../../../shared/words/sentence'

/** What only the running job knows. */
export type Live = {
  scan: { found: number; checked: number } | null
  perMinute: number | null
  waitingUntil: number | null
  /** Why nothing is being sent, as a sentence. */
  blockedBy: string | null
  now: number
}

/** An upload and its share of the calls around it, when nothing was measured yet: Ecwid allows 600 calls a minute. */
const likelyPerMinute = 400

export function toJobView(catalogue: Catalogue, connectionId: string, job: PictureJobRecord, live: Live): PictureJob {
  const counted = catalogue.pictureJobFiles.counts(job.id)
  const counts = Object.fromEntries(pictureVerdicts.map((verdict) => [verdict, 0])) as Record<PictureVerdict, number>
  let total = 0
  let bytes = 0
  for (const { verdict, files } of counted) {
    counts[verdict] = files
    total += files
  }
  for (const row of counted) bytes += row.bytes
  const isBefore = ['scanning', 'matching', 'review'].includes(job.state)
  const { pictureJobEffects: effects } = catalogue
  const passed = job.options.mode === 'ifNone' && isBefore ? effects.passedOver(job.id) : null
  const removals = job.options.mode === 'replace' && isBefore ? effects.removals(job.id) : 0
  const measured = progressOf(catalogue, job, live)
  const progress = { ...measured, total: measured.total - (passed?.files ?? 0) }
  const { id, state, label, createdAt, options, isHeld, problem, changeSetId } = job
  const facts = {
    state,
    counts,
    products: passed?.left ?? effects.products(job.id),
    removals,
    options,
    progress,
    scan: { found: live.scan?.found ?? total, checked: live.scan?.checked ?? total, skipped: job.skipped, bytes },
  }
  return {
    id,
    connectionId,
    label,
    createdAt,
    ...facts,
    sentence: jobSentence({ ...facts, passedOver: passed?.files ?? 0 }),
    bytes: counted.find(({ verdict }) => verdict === 'matched')?.bytes ?? 0,
    bytesAfter: bytesAfter(catalogue, job),
    isHeld,
    problem:
      (problem && sentenceText(problem)) ?? (state === 'preparing' || state === 'uploading' ? live.blockedBy : null),
    changeSetId,
    undo: undoOf(catalogue, job),
    needsConfirmation: removals > 0,
  }
}

function undoOf(catalogue: Catalogue, { state, changeSetId }: PictureJobRecord): PictureJob['undo'] {
  const hasEnded = state === 'done' || state === 'cancelled'
  if (!hasEnded || changeSetId === null) return { standing: 0, underWay: 0, undone: 0 }
  return catalogue.changes.undoOf(changeSetId)
}

function progressOf(catalogue: Catalogue, job: PictureJobRecord, live: Live): PictureJobProgress {
  const progress = { ...noProgress, perMinute: live.perMinute, waitingUntil: live.waitingUntil }
  for (const { step, state, files, staged } of catalogue.pictureJobFiles.standing(job.id)) {
    if (state === 'taken-back' || step === 'removed') continue
    progress.total += files
    progress.totalBytes += staged
    if (step === 'failed' || state === 'refused' || state === 'conflict') {
      progress.failed += files
      continue
    }
    if (step === 'needsPreparing') progress.needPreparing += files
    if (step === 'staged' || state !== null) progress.prepared += files
    if (state === 'sent') {
      progress.sent += files
      progress.sentBytes += staged
    } else if (state === 'sending') progress.sending += files
    else progress.waiting += files
  }
  return { ...progress, secondsLeft: secondsLeft(progress, job, live) }
}

function secondsLeft(progress: PictureJobProgress, { state, isHeld }: PictureJobRecord, live: Live): number | null {
  const left = progress.waiting + progress.sending
  if ((state !== 'preparing' && state !== 'uploading') || isHeld || left === 0) return null
  const pause = live.waitingUntil === null ? 0 : Math.max(0, live.waitingUntil - live.now) / 1000
  // Nothing came through for some seconds, and nobody asked to wait: any number would be a guess.
  if (live.perMinute === 0 && pause === 0) return null
  return Math.ceil(pause + (left * 60) / Math.max(1, live.perMinute || likelyPerMinute))
}

/** Null when nothing is made smaller or converted. */
function bytesAfter(catalogue: Catalogue, { id, options }: PictureJobRecord): number | null {
  const { total, changed } = catalogue.pictureJobFiles.sizes(id, options.prepare.longestSide ?? 1_000_000)
  return changed === 0 ? null : Math.round(total)
}
