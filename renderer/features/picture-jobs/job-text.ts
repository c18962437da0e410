import type { PictureJob, PictureJobProgress, PictureTarget } from '../../../electron/shared/picture-job'
import type { Snapshots } from '../../../electron/shared/snapshot'
import { formatBytes } from '../../format/bytes'
import { formatDuration } from '../../format/dates'
import { takingText } from '../../format/taking-snapshot'
import { countOf } from '../../../electron/shared/words/counts'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

/** While folders are walked and names are matched. */
export function scanText({ state, scan }: Pick<PictureJob, 'state' | 'scan'>): string {
  if (state === 'matching') return `Matching ${countOf(scan.found, 'file')} with your products`
  if (scan.found === 0) return 'Looking for pictures'
  return `Looking at ${formatNumber(scan.checked)} of ${countOf(scan.found, 'file')}`
}

export function scanDetail({ scan }: Pick<PictureJob, 'scan'>): string {
  const parts = [scan.bytes > 0 ? formatBytes(scan.bytes) : '']
  if (scan.skipped > 0) parts.push(`${formatNumber(scan.skipped)} passed over (hidden, system or for buyers)`)
  return parts.filter(Boolean).join(' · ')
}

/** `412 MB becomes 96 MB`; what is not known or does not change is not said. */
export function sizeText({ bytes, bytesAfter }: Pick<PictureJob, 'bytes' | 'bytesAfter'>): string {
  if (bytes === 0) return ''
  const before = formatBytes(bytes)
  if (bytesAfter === null) return before
  const after = formatBytes(bytesAfter)
  return after === before ? before : `${before} becomes ${after}`
}

/** How much is there: `3,120 of 5,000`. */
export function doneText({ sent, total }: PictureJobProgress): string {
  return `${formatNumber(sent)} of ${formatNumber(total)}`
}

/** What follows the count: time left, speed, and why it waits. `isFault`: a fault is waited out, nobody asked for it. */
export function paceText(job: Pick<PictureJob, 'isHeld' | 'state' | 'progress'>, now: number, isFault = false): string {
  const { perMinute, secondsLeft, waitingUntil, prepared, needPreparing, sentBytes, totalBytes } = job.progress
  if (job.isHeld) return 'Held'
  const parts: string[] = []
  if (secondsLeft !== null) parts.push(`${formatDuration(secondsLeft)} left`)
  if (waitingUntil !== null && waitingUntil > now) {
    const wait = formatDuration(Math.ceil((waitingUntil - now) / 1000))
    parts.push(isFault ? `trying again in ${wait}` : `waiting ${wait} because Ecwid asked`)
  } else if (perMinute !== null && perMinute > 0) {
    parts.push(`${countOf(Math.round(perMinute), 'picture')} a minute`)
  }
  if (totalBytes > 0) parts.push(`${formatBytes(sentBytes)} of ${formatBytes(totalBytes)}`)
  if (job.state === 'preparing') {
    parts.push(
      needPreparing > 0 ? `preparing ${formatNumber(prepared)} of ${formatNumber(job.progress.total)}` : 'copying',
    )
  }
  return parts.join(' · ')
}

type Begun = Pick<PictureJob, 'state' | 'changeSetId' | 'options' | 'isHeld'>

/** Of a job that replaces pictures, before its first change: how far the snapshot is that is taken first; null: it waits for none. */
export function snapshotText({ state, changeSetId, options, isHeld }: Begun, taking: Snapshots['taking']) {
  const mayWait = state === 'preparing' && changeSetId === null && options.mode === 'replace' && !isHeld
  return mayWait && taking ? takingText(taking) : null
}

export function targetText({ productName, sku, variation }: PictureTarget): string {
  const code = variation?.sku || sku
  const name = variation ? `${productName}, ${variation.label}` : productName
  return code ? `${name} · ${code}` : name
}

/** What an earlier upload came to, for the list of them. */
export function standingText(job: PictureJob): string {
  const { progress, state } = job
  if (state === 'review') return 'Waits for your review'
  if (state === 'scanning' || state === 'matching') return 'Looking at the files'
  if (state === 'cancelled') return progress.sent > 0 ? `Cancelled after ${doneText(progress)}` : 'Cancelled'
  if (state === 'done') {
    const failed = progress.failed > 0 ? `, ${formatNumber(progress.failed)} failed` : ''
    return `${countOf(progress.sent, 'picture')} uploaded${isUndone(job) ? ' and removed again' : ''}${failed}`
  }
  return `${job.isHeld ? 'Held at' : 'Uploading'} ${doneText(progress)}`
}

/** How far the undo of an upload is; '': nobody asked for one. */
export function undoSentence({ undo: { standing, underWay, undone } }: Pick<PictureJob, 'undo'>): string {
  if (underWay > 0) return `Being undone, ${countOf(underWay, 'picture')} to go`
  if (undone === 0) return ''
  return standing === 0 ? '' : `${countOf(undone, 'picture')} undone`
}

/** None of it is in the store any more. */
export const isUndone = ({ undo: { standing, underWay, undone } }: Pick<PictureJob, 'undo'>): boolean =>
  undone > 0 && underWay === 0 && standing === 0

/** For a screen reader: changes with the state and at each quarter, not with each picture. */
export function announcementOf(job: PictureJob | null): string {
  if (!job) return ''
  const { state, progress } = job
  if (state === 'scanning' || state === 'matching') return 'Looking at the files.'
  if (state === 'review') return `Ready for your review. ${job.sentence}`
  if (state === 'cancelled') return 'The upload was cancelled.'
  if (state === 'done') return `The upload is done. ${standingText(job)}.`
  if (job.isHeld) return 'The upload is held.'
  const quarter = progress.total === 0 ? 0 : Math.floor((progress.sent / progress.total) * 4) * 25
  return `Uploading ${countOf(progress.total, 'picture')}, ${quarter} percent done.`
}
