import type { ErrorInfo } from '../../../electron/shared/errors'
import type {
  FileSelection,
  PictureAssignment,
  PictureJob,
  PictureJobOptionsPatch,
} from '../../../electron/shared/picture-job'
import { filesText } from '../../../electron/shared/words/set-label'
import { call, problemOf, tokensOf } from '../../bridge'
import { notifyDone, notifyProblem, tellNotAllowed } from '../../components/notify'
import { saveCsvFile } from '../../components/save-csv'
import {
  choosePictureJob,
  forgetPictureJob,
  hasEnded,
  notePictureJob,
  startPictureJob,
} from '../../stores/picture-jobs-store'
import { showScreen } from '../../stores/view-store'
import { withoutFileSentence } from './without-file'
import { deselect, offerAlike, touchReview } from './review-store'

export type NamedJob = Pick<PictureJob, 'connectionId' | 'id'>
const named = ({ connectionId, id }: NamedJob) => ({ connectionId, jobId: id })

/** Scans what was dropped or chosen. While a job is in review it joins that one. */
export async function scanFiles(connectionId: string, files: File[], into: PictureJob | null): Promise<void> {
  const given = tokensOf(files)
  // The files of a chosen folder share its token.
  const tokens = [...new Set(given)].filter((token) => token !== '')
  const without = given.filter((token) => token === '').length
  tellNotAllowed(withoutFileSentence(without, given.length - without))
  if (files.length === 0) tellNotAllowed('There are no files in what was chosen, so nothing was added. Choose others.')
  if (tokens.length === 0) return
  showScreen('pictures')
  await attempt(() => startPictureJob(connectionId, tokens, into?.state === 'review' ? into.id : undefined))
}

export async function assignFiles(job: NamedJob, files: FileSelection, to: PictureAssignment): Promise<boolean> {
  const answer = await attempt(() => call('pictureJobs.assign', { ...named(job), files, to }))
  touchReview()
  if (!answer) return false
  deselect(files)
  offerAlike(answer.alike && { ...answer.alike, to })
  return true
}

export async function arrangeFiles(
  job: NamedJob,
  productId: number,
  fileIds: number[],
  mainFileId: number | null,
): Promise<void> {
  await attempt(() => call('pictureJobs.arrange', { ...named(job), productId, fileIds, mainFileId }))
  touchReview()
}

export async function setJobOptions(job: NamedJob, options: PictureJobOptionsPatch): Promise<void> {
  await follow(() => call('pictureJobs.setOptions', { ...named(job), options }))
  touchReview()
}

/** Begins the upload. What is in its way, such as a full disk, is answered, so that it can stay on the screen. */
export async function applyJob(job: NamedJob, confirmed: boolean): Promise<ErrorInfo | null> {
  try {
    notePictureJob(await call('pictureJobs.apply', { ...named(job), confirmed }))
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Without an answer it stays as it was shown. */
export async function refreshJob(job: NamedJob): Promise<void> {
  await call('pictureJobs.get', named(job)).then(notePictureJob, () => undefined)
}

export const holdJob = (job: NamedJob, hold: boolean) => follow(() => call('pictureJobs.hold', { ...named(job), hold }))

export const retryFailed = (job: NamedJob) => follow(() => call('pictureJobs.retryFailed', named(job)))

export const cancelJob = (job: NamedJob, keepSent: boolean) =>
  follow(() => call('pictureJobs.cancel', { ...named(job), keepSent }))

/** Ends a job of which nothing was uploaded, and takes it off the list. */
export async function discardJob(job: PictureJob): Promise<void> {
  if (!hasEnded(job) && !(await cancelJob(job, true))) return
  const removed = await attempt(() => call('pictureJobs.remove', named(job)))
  if (removed === undefined) return
  forgetPictureJob(job)
  choosePictureJob(job.connectionId, 'new')
}

export async function undoUpload(job: PictureJob): Promise<boolean> {
  const { connectionId, changeSetId } = job
  if (changeSetId === null) return false
  const undone = await attempt(() => call('changes.revert', { connectionId, changeSetId }))
  if (undone) notifyDone('The upload is being undone. Changes shows how far it is.')
  return undone !== undefined
}

export async function saveReport(job: PictureJob): Promise<void> {
  const csv = await attempt(() => call('pictureJobs.reportCsv', named(job)))
  if (csv !== undefined) saveCsvFile(`Pictures ${filesText(job.label)}`, csv)
}

async function follow(ask: () => Promise<PictureJob>): Promise<boolean> {
  const job = await attempt(ask)
  if (job) notePictureJob(job)
  return job !== undefined
}

/** Undefined when it did not work, which the person is told. */
async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    notifyProblem(problemOf(error))
    return undefined
  }
}
