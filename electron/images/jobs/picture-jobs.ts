import { basename } from 'node:path'
import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { AppError } from '../../shared/errors'
import {
  newPictureJobOptions,
  type PictureAssignment,
  type PictureJob,
  type PictureJobFile,
  type PictureJobOptions,
  type PictureJobProduct,
  type PictureReportRow,
  type PictureToPrepare,
  type PictureVerdict,
  type PreparedResult,
  type ReportOutcome,
} from '../../shared/picture-job'
import { parseNamePattern } from '../matching/name-pattern'
import { showFile, type PictureAnswer } from './show-file'
import { altOfFile } from './alt-of-file'
import { assignFiles, arrangeFiles } from './assign-files'
import { currentProduct } from '../../changes/reindex'
import { findAlready } from './find-already'
import { toFileView } from './file-view'
import { reportCsv, reportRows } from './job-report'
import { createJobRunner, type RunnerParts } from './job-runner'
import { hasPictures } from './plan-product'
import { createPreviews } from './preview-job'
import { toProductView } from './product-view'

type Page = { offset: number; limit: number }
type Sought = Page & { filter: PictureVerdict | null; search: string }

type Parts = RunnerParts & {
  /** Throws AppError when the key of this store can only read. */
  assertCanWrite: () => void
  /** Bytes free where copies are kept. */
  freeBytes: () => Promise<number>
}
export type PictureJobs = ReturnType<typeof createPictureJobs>

/** Room that stays free on the disk whatever is copied. */
const marginBytes = 200 * 1024 * 1024

/** The bulk uploads of pictures of one store, from the scan of the folders to the report. */
export function createPictureJobs(parts: Parts) {
  const { catalogue, now } = parts
  const { pictureJobs, pictureJobFiles } = catalogue
  const runner = createJobRunner(parts)
  const previews = createPreviews(catalogue, runner.matcher)

  function jobOrFail(jobId: number): PictureJobRecord {
    const job = pictureJobs.get(jobId)
    if (!job) throw new AppError('not-found', 'This upload is no longer in the list.')
    return job
  }

  function inReview(jobId: number): PictureJobRecord {
    const job = jobOrFail(jobId)
    if (job.state === 'review') return job
    throw new AppError('conflict', 'This upload is not being reviewed: it is being compared, or was begun already.')
  }

  /** The state as it is now, told to the window as well. */
  function told(jobId: number): PictureJob {
    const view = runner.view(jobOrFail(jobId))
    parts.onChanged(view)
    return view
  }

  async function start(paths: readonly string[], jobId?: number): Promise<PictureJob> {
    if (jobId === undefined) {
      const first = basename(paths[0] as string)
      const label = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`
      const id = pictureJobs.insert({ label, createdAt: now(), paths: [...paths], options: newPictureJobOptions })
      runner.run(id)
      return told(id)
    }
    const job = inReview(jobId)
    pictureJobs.update(jobId, { paths: [...new Set([...job.paths, ...paths])], state: 'scanning' })
    runner.run(jobId)
    return told(jobId)
  }

  function files(jobId: number, query: Sought): { total: number; files: PictureJobFile[] } {
    const { options } = jobOrFail(jobId)
    const page = pictureJobFiles.page(jobId, query)
    const places = new Map<number, number>()
    const altOf = (file: (typeof page.files)[number]): string => {
      if (options.altPattern === '' || file.verdict !== 'matched' || file.productId === null) return ''
      if (!places.has(file.id)) {
        pictureJobFiles.ofProduct(jobId, file.productId).forEach(({ id }, at) => places.set(id, at + 1))
      }
      const product = currentProduct(catalogue, file.productId) ?? {}
      return altOfFile(options.altPattern, product, file, places.get(file.id) ?? 1)
    }
    return { total: page.total, files: page.files.map((file) => toFileView(catalogue, file, altOf(file))) }
  }

  function products(jobId: number, query: Sought): { total: number; products: PictureJobProduct[] } {
    const job = jobOrFail(jobId)
    const { total, productIds } = pictureJobFiles.productPage(jobId, query)
    return { total, products: productIds.map((productId) => toProductView(catalogue, job, productId)) }
  }

  /** Products that lose pictures, with what they lose. */
  function removals(jobId: number, page: Page): { total: number; products: PictureJobProduct[] } {
    const job = jobOrFail(jobId)
    if (job.options.mode !== 'replace') return { total: 0, products: [] }
    const found = pictureJobFiles.losingProducts(jobId, page)
    return { total: found.total, products: found.productIds.map((id) => toProductView(catalogue, job, id)) }
  }

  async function assign(jobId: number, fileIds: readonly number[], to: PictureAssignment) {
    inReview(jobId)
    const answer = await assignFiles(catalogue, jobId, fileIds, to)
    await findAlready(catalogue, jobId, new AbortController().signal)
    told(jobId)
    return answer
  }

  function arrange(jobId: number, order: { productId: number; fileIds: readonly number[]; mainFileId: number | null }) {
    inReview(jobId)
    arrangeFiles(catalogue, jobId, order)
    told(jobId)
    return null
  }

  function setOptions(jobId: number, options: PictureJobOptions): PictureJob {
    const job = inReview(jobId)
    const parsed = options.pattern === null ? null : parseNamePattern(options.pattern)
    if (parsed && !parsed.ok)
      throw new AppError('invalid-input', parsed.problem, { fields: { pattern: parsed.problem } })
    pictureJobs.update(jobId, { options })
    if (options.pattern !== job.options.pattern) {
      pictureJobs.update(jobId, { state: 'matching' })
      runner.run(jobId)
    }
    return told(jobId)
  }

  async function apply(jobId: number, confirmed: boolean): Promise<PictureJob> {
    parts.assertCanWrite()
    const view = runner.view(inReview(jobId))
    if (view.products === 0) throw new AppError('invalid-input', 'None of these files would be added to a product yet.')
    if (view.needsConfirmation && !confirmed) {
      throw new AppError('invalid-input', `${view.removals} pictures would be removed. Confirm that they may go.`)
    }
    const needed = Math.max(view.bytes, view.bytesAfter ?? 0) + marginBytes
    const free = await parts.freeBytes()
    if (free < needed) {
      const message = `The pictures are copied to this computer first and need ${megabytes(needed)} MB; ${megabytes(free)} MB are free. Free some space and try again.`
      throw new AppError('storage', message)
    }
    catalogue.transaction(() => {
      const { options } = inReview(jobId)
      if (options.mode === 'ifNone') pictureJobFiles.leaveFilled(jobId, hasPictures)
      pictureJobs.update(jobId, { state: 'preparing', problem: null, isPaused: false })
    })
    runner.forgetMatcher()
    runner.run(jobId)
    return told(jobId)
  }

  function pause(jobId: number, isPaused: boolean): PictureJob {
    const job = jobOrFail(jobId)
    pictureJobs.update(jobId, { isPaused, problem: null })
    if (job.changeSetId !== null) catalogue.changes.hold(job.changeSetId, isPaused)
    parts.noteChanged([])
    if (isPaused) void runner.stop(jobId)
    else runner.run(jobId)
    return told(jobId)
  }

  async function cancel(jobId: number, keepSent: boolean): Promise<PictureJob> {
    const job = jobOrFail(jobId)
    if (job.state === 'done' || job.state === 'cancelled') return runner.view(job)
    await runner.stop(jobId)
    catalogue.transaction(() => {
      pictureJobFiles.giveUp(jobId)
      const ending = jobOrFail(jobId).changeSetId === null ? null : keepSent ? 'keep' : 'revert'
      pictureJobs.update(jobId, { state: 'cancelled', isPaused: false, problem: null, ending })
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
    runner.run(job.id)
    return told(jobId)
  }

  async function prepared(jobId: number, fileId: number, result: PreparedResult): Promise<null> {
    jobOrFail(jobId)
    await runner.take(jobId, fileId, result)
    return null
  }

  function remove(jobId: number): null {
    const { state, ending } = jobOrFail(jobId)
    if ((state !== 'done' && state !== 'cancelled') || ending !== null) {
      throw new AppError('conflict', 'This upload has not ended yet. Cancel it first.')
    }
    pictureJobs.remove(jobId)
    return null
  }

  function fileOrFail(jobId: number, fileId: number) {
    const file = pictureJobFiles.get(jobId, fileId)
    if (!file) throw new AppError('not-found', 'This file is no longer in the list.')
    return file
  }

  return {
    start,
    list: (): PictureJob[] => pictureJobs.newest(50).map((job) => runner.view(job)),
    get: (jobId: number): PictureJob => runner.view(jobOrFail(jobId)),
    files,
    products,
    removals,
    assign,
    arrange,
    setOptions,
    previewPattern: (jobId: number, pattern: string) => previews.pattern(jobOrFail(jobId), pattern),
    previewAlt: (jobId: number, altPattern: string) => previews.alt(jobOrFail(jobId), altPattern),
    apply,
    toPrepare: (jobId: number, limit: number): PictureToPrepare[] => runner.handOut(jobOrFail(jobId), limit),
    readFile: (jobId: number, fileId: number): Promise<Uint8Array<ArrayBuffer>> =>
      runner.read(fileOrFail(jobId, fileId)),
    prepared,
    pause,
    cancel,
    retryFailed,
    report: (
      jobId: number,
      query: Page & { outcome: ReportOutcome | null },
    ): { total: number; rows: PictureReportRow[] } => {
      jobOrFail(jobId)
      return reportRows(catalogue, jobId, query)
    },
    reportCsv: (jobId: number): string => reportCsv(catalogue, jobOrFail(jobId).id),
    remove,
    /** A file as the window shows it, from where it was dropped or from its copy. */
    show: (jobId: number, fileId: number): Promise<PictureAnswer> => showFile(fileOrFail(jobId, fileId), parts.staging),
    /** Content hashes that are copied and in no change yet. */
    stagedHashes: (): string[] => pictureJobFiles.stagedHashes(),
    /** Goes on with what was under way when the app ended. */
    begin: (): void => pictureJobs.unfinished().forEach(({ id }) => runner.run(id)),
    /** The queue has moved. */
    noteQueue: (): void => runner.noteQueue(),
    stopAll: (): Promise<void> => runner.stopAll(),
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
