import { AppError } from '../../shared/errors'
import type {
  AltPreview,
  PatternPreview,
  PictureAssignment,
  PictureJob,
  PictureJobFile,
  PictureJobOptions,
  PictureJobProduct,
  PictureReportRow,
  PictureToPrepare,
  PictureVerdict,
  PreparedResult,
  ReportOutcome,
} from '../../shared/picture-job'

type Page = { offset: number; limit: number }
type Sought = Page & { filter: PictureVerdict | null; search: string }

/** The bulk uploads of pictures of one store. */
export type PictureJobs = {
  start: (paths: readonly string[], jobId?: number) => Promise<PictureJob>
  list: () => PictureJob[]
  get: (jobId: number) => PictureJob
  files: (jobId: number, query: Sought) => { total: number; files: PictureJobFile[] }
  products: (jobId: number, query: Sought) => { total: number; products: PictureJobProduct[] }
  removals: (jobId: number, query: Page) => { total: number; products: PictureJobProduct[] }
  assign: (
    jobId: number,
    fileIds: readonly number[],
    to: PictureAssignment,
  ) => Promise<{ changed: number; alike: number[] }>
  arrange: (jobId: number, order: { productId: number; fileIds: readonly number[]; mainFileId: number | null }) => null
  setOptions: (jobId: number, options: PictureJobOptions) => PictureJob
  previewPattern: (jobId: number, pattern: string) => Promise<PatternPreview>
  previewAlt: (jobId: number, altPattern: string) => AltPreview
  apply: (jobId: number, confirmed: boolean) => Promise<PictureJob>
  toPrepare: (jobId: number, limit: number) => PictureToPrepare[]
  readFile: (jobId: number, fileId: number) => Promise<Uint8Array<ArrayBuffer>>
  prepared: (jobId: number, fileId: number, result: PreparedResult) => Promise<null>
  pause: (jobId: number, pause: boolean) => PictureJob
  cancel: (jobId: number, keepSent: boolean) => Promise<PictureJob>
  retryFailed: (jobId: number) => PictureJob
  report: (
    jobId: number,
    query: Page & { outcome: ReportOutcome | null },
  ) => { total: number; rows: PictureReportRow[] }
  reportCsv: (jobId: number) => string
  remove: (jobId: number) => null
}

export function createPictureJobs(): PictureJobs {
  const notYet = (): never => {
    throw new AppError('internal', 'Pictures cannot be added by the folder yet.')
  }
  return {
    start: notYet,
    list: () => [],
    get: notYet,
    files: notYet,
    products: notYet,
    removals: notYet,
    assign: notYet,
    arrange: notYet,
    setOptions: notYet,
    previewPattern: notYet,
    previewAlt: notYet,
    apply: notYet,
    toPrepare: notYet,
    readFile: notYet,
    prepared: notYet,
    pause: notYet,
    cancel: notYet,
    retryFailed: notYet,
    report: notYet,
    reportCsv: notYet,
    remove: notYet,
  }
}
