import { z } from 'zod'
import { fileTokenSchema } from './file-token'
import { inStore, page } from './limits'
import {
  fileSelectionSchema,
  pictureAssignmentSchema,
  pictureJobOptionsPatchSchema,
  pictureVerdicts,
  preparedResultSchema,
  reportOutcomes,
  type AlikeFiles,
  type AltPreview,
  type PatternPreview,
  type PictureJob,
  type PictureJobFile,
  type PictureJobProduct,
  type PictureReportRow,
  type PictureToPrepare,
} from './picture-job'
import { request } from './request'

const productId = z.number().int().positive()
const pictureJobId = z.number().int().positive()
const pictureJob = { ...inStore, jobId: pictureJobId }

/** The calls about a folder of pictures on its way to the store. */
export const pictureJobCalls = {
  /** Scans files and folders and matches them to products; nothing is sent. With `jobId` they join a job in review. */
  'pictureJobs.start': request<PictureJob>()(
    z.strictObject({ ...inStore, files: z.array(fileTokenSchema).min(1).max(50_000), jobId: pictureJobId.optional() }),
  ),
  /** The newest first; at most 50. */
  'pictureJobs.list': request<PictureJob[]>()(z.strictObject(inStore)),
  'pictureJobs.get': request<PictureJob>()(z.strictObject(pictureJob)),
  'pictureJobs.files': request<{ total: number; files: PictureJobFile[] }>()(
    z.strictObject({ ...pictureJob, ...page, filter: z.enum(pictureVerdicts).nullable(), search: z.string().max(200) }),
  ),
  /** By product, in the order of their names; `filter` keeps those that have such a file. */
  'pictureJobs.products': request<{ total: number; products: PictureJobProduct[] }>()(
    z.strictObject({ ...pictureJob, ...page, filter: z.enum(pictureVerdicts).nullable(), search: z.string().max(200) }),
  ),
  /** Pictures that a replaced gallery loses. */
  'pictureJobs.removals': request<{ total: number; products: PictureJobProduct[] }>()(
    z.strictObject({ ...pictureJob, ...page }),
  ),
  /** `alike`: other undecided files of the same kind as the first one, for deciding them the same way; null: none. */
  'pictureJobs.assign': request<{ changed: number; alike: AlikeFiles | null }>()(
    z.strictObject({ ...pictureJob, files: fileSelectionSchema, to: pictureAssignmentSchema }),
  ),
  /** The order of a product's new pictures, and which of them becomes the main one (null: the main picture stays). */
  'pictureJobs.arrange': request<null>()(
    z.strictObject({
      ...pictureJob,
      productId,
      fileIds: z.array(z.number().int()).min(1).max(5000),
      mainFileId: z.number().int().nullable(),
    }),
  ),
  /** Matches anew when the pattern changed. */
  'pictureJobs.setOptions': request<PictureJob>()(
    z.strictObject({ ...pictureJob, options: pictureJobOptionsPatchSchema }),
  ),
  'pictureJobs.previewPattern': request<PatternPreview>()(
    z.strictObject({ ...pictureJob, pattern: z.string().max(200) }),
  ),
  'pictureJobs.previewAlt': request<AltPreview>()(z.strictObject({ ...pictureJob, altPattern: z.string().max(500) })),
  /** Begins to prepare and send. `confirmed` is the second yes that removals need. */
  'pictureJobs.apply': request<PictureJob>()(z.strictObject({ ...pictureJob, confirmed: z.boolean() })),
  /** The next files for the window to convert, handed out once; ask again after `pictureJobs.changed`. */
  'pictureJobs.toPrepare': request<PictureToPrepare[]>()(
    z.strictObject({ ...pictureJob, limit: z.number().int().min(1).max(50) }),
  ),
  'pictureJobs.readFile': request<Uint8Array<ArrayBuffer>>()(
    z.strictObject({ ...pictureJob, fileId: z.number().int() }),
  ),
  'pictureJobs.prepared': request<null>()(
    z.strictObject({ ...pictureJob, fileId: z.number().int(), result: preparedResultSchema }),
  ),
  'pictureJobs.hold': request<PictureJob>()(z.strictObject({ ...pictureJob, hold: z.boolean() })),
  /** `keepSent` false: what is in the store already goes again. */
  'pictureJobs.cancel': request<PictureJob>()(z.strictObject({ ...pictureJob, keepSent: z.boolean() })),
  'pictureJobs.retryFailed': request<PictureJob>()(z.strictObject(pictureJob)),
  'pictureJobs.report': request<{ total: number; rows: PictureReportRow[] }>()(
    z.strictObject({ ...pictureJob, ...page, outcome: z.enum(reportOutcomes).nullable() }),
  ),
  'pictureJobs.reportCsv': request<string>()(z.strictObject(pictureJob)),
  /** Forgets a job that has ended; its change set stays in the history. */
  'pictureJobs.remove': request<null>()(z.strictObject(pictureJob)),
} as const
