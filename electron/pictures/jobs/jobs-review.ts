import { AppError } from '../../shared/errors'
import type {
  FileSelection,
  PictureAssignment,
  PictureJob,
  PictureJobFile,
  PictureJobOptionsPatch,
  PictureJobProduct,
  PictureVerdict,
} from '../../shared/picture-job'
import { parseNamePattern } from '../matching/name-pattern'
import { assignFiles, arrangeFiles } from './review/assign-files'
import { findAlready } from './scan/find-already'
import { filePlans } from './review/file-plans'
import { toFileView } from './review/file-view'
import type { JobAccess } from './job-access'
import type { JobRunner } from './job-runner'
import { createPreviews } from './review/preview-job'
import type { RunnerParts } from './job/runner-parts'
import { toProductView } from './review/product-view'

type Page = { offset: number; limit: number }
type Sought = Page & { filter: PictureVerdict | null; search: string }

/** What was found, and what its owner decides about it before anything is copied or sent. */
export function createJobsReview({ catalogue }: Pick<RunnerParts, 'catalogue'>, access: JobAccess, runner: JobRunner) {
  const { pictureJobs, pictureJobFiles } = catalogue
  const { jobOrFail, inReview, told } = access
  const previews = createPreviews(catalogue, runner.matcher)

  function files(jobId: number, query: Sought): { total: number; files: PictureJobFile[] } {
    const { options } = jobOrFail(jobId)
    const page = pictureJobFiles.page(jobId, query)
    const planOf = filePlans(catalogue, { id: jobId, options })
    return { total: page.total, files: page.files.map((file) => toFileView(catalogue, file, planOf(file))) }
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
    const found = catalogue.pictureJobEffects.losingProducts(jobId, page)
    return { total: found.total, products: found.productIds.map((id) => toProductView(catalogue, job, id)) }
  }

  async function assign(jobId: number, selection: FileSelection, to: PictureAssignment) {
    inReview(jobId)
    const answer = await assignFiles(catalogue, jobId, selection, to)
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

  async function setOptions(jobId: number, patch: PictureJobOptionsPatch): Promise<PictureJob> {
    const job = inReview(jobId)
    const options = { ...job.options, ...patch, prepare: { ...job.options.prepare, ...patch.prepare } }
    const parsed = options.pattern === null ? null : parseNamePattern(options.pattern)
    if (parsed && !parsed.ok)
      throw new AppError('invalid-input', parsed.problem, { fields: { pattern: parsed.problem } })
    pictureJobs.update(jobId, { options })
    if (options.pattern !== job.options.pattern) {
      pictureJobs.update(jobId, { state: 'matching' })
      runner.run(jobId)
    } else if (options.mode !== job.options.mode) {
      await findAlready(catalogue, jobId, new AbortController().signal, { modeChanged: true })
    }
    return told(jobId)
  }

  return {
    files,
    products,
    removals,
    assign,
    arrange,
    setOptions,
    previewPattern: (jobId: number, pattern: string) => previews.pattern(jobOrFail(jobId), pattern),
    previewAlt: (jobId: number, altPattern: string) => previews.alt(jobOrFail(jobId), altPattern),
  }
}
