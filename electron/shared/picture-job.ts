import { z } from 'zod'
import type { PictureType } from './picture-intake'
import { pictureSentenceSchema } from './picture-sentence'
import { selectionSchema } from './selection'

/**
 * scanning: walks the folders and looks at each file. matching: compares names with the catalogue. review: waits for its
 * owner. preparing: copies and converts, and what is ready is already being sent. uploading: all is prepared, the queue
 * sends. done: every file has its outcome. cancelled: ended by its owner.
 */
const pictureJobStates = ['scanning', 'matching', 'review', 'preparing', 'uploading', 'done', 'cancelled'] as const
export type PictureJobState = (typeof pictureJobStates)[number]

/**
 * matched: will be added. doubtful: somebody has to confirm it. unmatched: belongs to no product. refused: the file is no
 * picture the store takes. already: this product has it, or gets it from another file. leftOut: by its owner.
 */
export const pictureVerdicts = ['matched', 'doubtful', 'unmatched', 'refused', 'already', 'leftOut'] as const
export type PictureVerdict = (typeof pictureVerdicts)[number]

/** append removes nothing. ifNone: products that have a picture are left as they are. replace: what the product has goes. */
const pictureModes = ['append', 'ifNone', 'replace'] as const
export type PictureMode = (typeof pictureModes)[number]

/** Ecwid's guidance for an alt text; longer ones are cut by search engines. */
export const altAdvisedLength = 125

/** What was dropped: the folder or file dropped first, and how many more. */
export const droppedFilesSchema = z.strictObject({ file: z.string(), more: z.number() })
export type DroppedFiles = z.infer<typeof droppedFilesSchema>

const prepareOptionsSchema = z.strictObject({
  /** Pixels; larger pictures are made smaller. Null: left as large as they are. */
  longestSide: z.number().int().min(100).max(12_000).nullable(),
  /** Of JPEG, when a picture has to be written anew. */
  quality: z.number().min(0.4).max(1),
  /** Camera, place and other data about the photo. The colour profile stays. */
  removeMetadata: z.boolean(),
})
export type PrepareOptions = z.infer<typeof prepareOptionsSchema>

export const pictureJobOptionsSchema = z.strictObject({
  mode: z.enum(pictureModes),
  /** A rule of one's own for file names, such as `{sku}-{position}`; null: the usual conventions. */
  pattern: z.string().max(200).nullable(),
  /** Alt text of each picture, such as `{name}, {option}, {position}`; empty: none. */
  altPattern: z.string().max(500),
  /** Whether the first new picture becomes the main one of a product that has pictures. */
  newIsMain: z.boolean(),
  prepare: prepareOptionsSchema,
})
export type PictureJobOptions = z.infer<typeof pictureJobOptionsSchema>

/** What is chosen anew; the rest stays as it was chosen before, perhaps a moment ago. */
export const pictureJobOptionsPatchSchema = pictureJobOptionsSchema
  .extend({ prepare: prepareOptionsSchema.partial() })
  .partial()
export type PictureJobOptionsPatch = z.infer<typeof pictureJobOptionsPatchSchema>

export const newPictureJobOptions: PictureJobOptions = {
  mode: 'append',
  pattern: null,
  altPattern: '',
  newIsMain: false,
  prepare: { longestSide: null, quality: 0.9, removeMetadata: false },
}

/** What a file is assigned to by its owner. */
export const pictureAssignmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('product'),
    productId: z.number().int().positive(),
    variationId: z.number().int().nullable(),
  }),
  /** SKU of a product or of a variation, as typed. */
  z.strictObject({ kind: z.literal('sku'), sku: z.string().min(1).max(255) }),
  /** Each file its own best candidate: the doubtful ones are right. */
  z.strictObject({ kind: z.literal('candidate') }),
  z.strictObject({ kind: z.literal('leaveOut') }),
  /** Back to what the matching found. */
  z.strictObject({ kind: z.literal('automatic') }),
])
export type PictureAssignment = z.infer<typeof pictureAssignmentSchema>

/** Files of a list: of a verdict, by words. Or undecided ones like another: found for the same reason, or named alike. */
const fileQuerySchema = z.union([
  z.strictObject({ filter: z.enum(pictureVerdicts).nullable(), search: z.string().max(200) }),
  z.strictObject({ like: z.number().int(), by: z.enum(['reason', 'name']) }),
])
export type FileQuery = z.infer<typeof fileQuerySchema>
export const fileSelectionSchema = selectionSchema(fileQuerySchema)
export type FileSelection = z.infer<typeof fileSelectionSchema>
/** Other undecided files that can be decided as some were. */
export type AlikeFiles = { query: FileQuery; count: number }

export type PictureTarget = {
  productId: number
  productName: string
  sku: string
  /** The main picture it has; see picture-src. */
  thumbnail: string | null
  /** The picture shows this variation: the first such file becomes its picture, others are added to the product's. */
  variation: { id: number; label: string; sku: string } | null
}

/** Where a file stands on its way to the store. */
const pictureFileSteps = [
  'none', // not going anywhere, or not applied yet
  'waiting', // the engine copies it
  'needsPreparing', // the window has to convert or shrink it
  'staged', // ready, not in the queue yet
  'queued', // a change of the change set that waits
  'sending',
  'sent',
  'failed', // could not be prepared, or the store refused it
  'removed', // taken back
] as const
export type PictureFileStep = (typeof pictureFileSteps)[number]

export type PictureJobFile = {
  id: number
  name: string
  /** The folder below what was dropped; empty at the top. */
  folder: string
  bytes: number
  type: PictureType | null
  width: number
  height: number
  verdict: PictureVerdict
  /** Why it has this verdict: "SKU, exact", "name, 92 %", or the sentence of a refusal. */
  reason: string
  /** What becomes of a file of a variation: "Becomes the picture of Red, L"; null: nothing out of the ordinary. */
  note: string | null
  /** Worth knowing, and no reason to refuse it. */
  warning: string | null
  target: PictureTarget | null
  /** For a doubtful file: what it may belong to, the likeliest first. */
  candidates: PictureTarget[]
  /** The number its name gives it; null: none. */
  position: number | null
  /** Its owner decided about it. */
  byHand: boolean
  alt: string
  step: PictureFileStep
  /** Of the upload: why it failed or what it waits for. */
  problem: string | null
  changeId: number | null
}

/** A variation of the review: what it has now, and what takes its place. */
export type PictureJobVariation = {
  id: number
  label: string
  sku: string
  /** `src`: see picture-src. Null: it has no picture of its own. */
  current: { src: string; alt: string } | null
  file: PictureJobFile
}

/** A product of the review: what it has, what comes and what goes. */
export type PictureJobProduct = {
  productId: number
  name: string
  sku: string
  /** Main first. `src`: see picture-src. */
  current: { key: string; src: string; alt: string }[]
  /** What will be added to the product's pictures, in order, and what is passed over. */
  files: PictureJobFile[]
  /** Variations that get a picture of their own. */
  variations: PictureJobVariation[]
  /** Keys among `current` that will be removed. */
  removed: string[]
  /** File that becomes the main picture; null: the main picture stays. */
  mainFileId: number | null
  /** Files for it that somebody has to confirm. */
  doubtful: number
  /** A file may be made the picture of one of its variations. */
  hasVariations: boolean
  /** Nothing is added although there are files: "It has pictures already." */
  skipped: string | null
}

export type PictureJobProgress = {
  /** Files that will be in the store when all is well. */
  total: number
  prepared: number
  /** Files the window has to convert. */
  needPreparing: number
  sent: number
  sending: number
  waiting: number
  failed: number
  sentBytes: number
  totalBytes: number
  /** Pictures a minute over the last seconds; null: not known yet. */
  perMinute: number | null
  /** Knows the rate limit; null: not known yet. */
  secondsLeft: number | null
  /** UNIX ms: the store asked to wait, or a fault is waited out. */
  waitingUntil: number | null
}

/** Before anything of a job was counted. */
export const noProgress: PictureJobProgress = {
  total: 0,
  prepared: 0,
  needPreparing: 0,
  sent: 0,
  sending: 0,
  waiting: 0,
  failed: 0,
  sentBytes: 0,
  totalBytes: 0,
  perMinute: null,
  secondsLeft: null,
  waitingUntil: null,
}

export type PictureJob = {
  id: number
  connectionId: string
  state: PictureJobState
  label: DroppedFiles
  /** UNIX ms. */
  createdAt: number
  /** While scanning: files seen, of them looked at, hidden and system files and those for buyers passed over. */
  scan: { found: number; checked: number; skipped: number; bytes: number }
  counts: Record<PictureVerdict, number>
  /** Products that get pictures, and pictures that a replaced gallery loses. */
  products: number
  removals: number
  options: PictureJobOptions
  /** What will happen, or happened, in one sentence. */
  sentence: string
  /** Bytes of what will be added, as the files are now. */
  bytes: number
  /** After preparing, as far as that can be told before; null: as they are. */
  bytesAfter: number | null
  isHeld: boolean
  /** Why it does not go on, as a sentence; null when all is well. */
  problem: string | null
  progress: PictureJobProgress
  /** Its pictures that stay in the store, that are on their way back, and that are back. */
  undo: { standing: number; underWay: number; undone: number }
  changeSetId: number | null
  /** Pictures will be removed: `apply` wants the second yes. */
  needsConfirmation: boolean
}

/** A file that the window converts; its bytes are asked for with `pictureJobs.readFile`. */
export type PictureToPrepare = {
  fileId: number
  name: string
  type: PictureType
  bytes: number
  width: number
  height: number
  /** Why: another type, too many pixels for the wish, more than 20 MB, not upright, or data to be removed. */
  because: 'type' | 'size' | 'bytes' | 'turned' | 'metadata'
  /** At most so many bytes may come back. */
  maxBytes: number
  options: PrepareOptions
}

export const reportOutcomes = [
  'added',
  'waiting',
  'failed',
  'already',
  'leftOut',
  'unmatched',
  'refused',
  'removed',
] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export type PictureReportRow = {
  fileId: number
  path: string
  outcome: ReportOutcome
  reason: string
  productId: number | null
  productName: string
  sku: string
  /** The variation that the file shows. */
  variation: { label: string; sku: string } | null
  position: number | null
  alt: string
  bytes: number
  /** UNIX ms. */
  sentAt: number | null
}

export type PatternPreview = {
  /** Why the pattern cannot be used; null: it can. */
  problem: string | null
  counts: Pick<Record<PictureVerdict, number>, 'matched' | 'doubtful' | 'unmatched'>
  samples: { fileId: number; name: string; parts: Record<string, string>; verdict: PictureVerdict; reason: string }[]
}

export type AltPreview = {
  problem: string | null
  /** Alt texts above the advised length. */
  tooLong: number
  samples: { fileId: number; name: string; alt: string }[]
}

export const preparedResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.union([pictureSentenceSchema, z.strictObject({ says: z.literal('text'), text: z.string().max(500) })]),
  }),
])
export type PreparedResult = z.infer<typeof preparedResultSchema>
