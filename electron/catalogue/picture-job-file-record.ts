import { z } from 'zod'
import { foundReasonSchema, storedReason, toFileReason, type FileReason } from '../shared/file-reason'
import type { PictureType } from '../shared/picture-intake'
import type { PictureFileStep, PictureVerdict } from '../shared/picture-job'
import type { SqlValue } from './database'
import { toSentence, type Sentence } from '../shared/sentence'

/** What the matching of names found, before anybody decided otherwise. */
const foundSchema = z.object({
  confidence: z.enum(['confident', 'doubtful', 'none']),
  reason: foundReasonSchema,
  candidates: z.array(z.object({ productId: z.number(), sku: z.string().nullable() })),
})
type Found = z.infer<typeof foundSchema>

export type PictureJobFileRecord = {
  id: number
  jobId: number
  path: string
  /** The folders below what was dropped, with slashes. */
  folder: string
  name: string
  bytes: number
  type: PictureType | null
  width: number
  height: number
  /** Not upright without heeding a note of the camera. */
  isTurned: boolean
  /** Why it is no picture for the store. */
  refusal: Sentence | null
  warning: Sentence | null
  found: Found | null
  /** Files with the same one belong together. */
  similar: string
  byHand: boolean
  verdict: PictureVerdict
  reason: FileReason
  productId: number | null
  variationId: number | null
  position: number | null
  placeRank: number
  placeNumber: number
  /** Its place among the product's files by its owner's wish. */
  arranged: number | null
  /** True: it becomes the main picture. False: the main picture stays. Null: as the options say. */
  isMain: boolean | null
  /** Of the file as it is; null: nobody needed to know yet. */
  sourceHash: string | null
  step: PictureFileStep
  problem: Sentence | null
  alt: string
  stagedHash: string | null
  stagedName: string | null
  stagedBytes: number | null
  changeId: number | null
}

export type NewPictureJobFile = Pick<
  PictureJobFileRecord,
  'path' | 'folder' | 'name' | 'bytes' | 'type' | 'width' | 'height' | 'isTurned' | 'refusal' | 'warning'
>

export const fileColumns = {
  type: 'type',
  bytes: 'bytes',
  width: 'width',
  height: 'height',
  isTurned: 'is_turned',
  refusal: 'refusal',
  warning: 'warning',
  found: 'found',
  similar: 'similar',
  byHand: 'by_hand',
  verdict: 'verdict',
  reason: 'reason',
  productId: 'product_id',
  variationId: 'variation_id',
  position: 'position',
  placeRank: 'place_rank',
  placeNumber: 'place_number',
  arranged: 'arranged',
  isMain: 'is_main',
  sourceHash: 'source_hash',
  step: 'step',
  problem: 'problem',
  alt: 'alt',
  stagedHash: 'staged_hash',
  stagedName: 'staged_name',
  stagedBytes: 'staged_bytes',
  changeId: 'change_id',
} as const
export type SettableFile = Partial<Pick<PictureJobFileRecord, keyof typeof fileColumns>>

export type FileRow = Record<
  'id' | 'job_id' | 'bytes' | 'width' | 'height' | 'is_turned' | 'by_hand' | 'place_rank' | 'place_number',
  number
> &
  Record<'path' | 'folder' | 'name' | 'similar' | 'verdict' | 'reason' | 'step' | 'alt', string> &
  Record<
    'type' | 'refusal' | 'warning' | 'found' | 'source_hash' | 'problem' | 'staged_hash' | 'staged_name',
    string | null
  > &
  Record<
    'product_id' | 'variation_id' | 'position' | 'arranged' | 'is_main' | 'staged_bytes' | 'change_id',
    number | null
  >

export function toFileValue(set: SettableFile, name: keyof SettableFile): SqlValue {
  if (name === 'reason' && set.reason) return storedReason(set.reason)
  const value = set[name]
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
}

export function toFile(row: FileRow): PictureJobFileRecord {
  return {
    id: row.id,
    jobId: row.job_id,
    path: row.path,
    folder: row.folder,
    name: row.name,
    bytes: row.bytes,
    type: row.type as PictureType | null,
    width: row.width,
    height: row.height,
    isTurned: row.is_turned === 1,
    refusal: toSentence(row.refusal),
    warning: toSentence(row.warning),
    found: row.found === null ? null : foundSchema.parse(JSON.parse(row.found)),
    similar: row.similar,
    byHand: row.by_hand === 1,
    verdict: row.verdict as PictureVerdict,
    reason: toFileReason(row.reason),
    productId: row.product_id,
    variationId: row.variation_id,
    position: row.position,
    placeRank: row.place_rank,
    placeNumber: row.place_number,
    arranged: row.arranged,
    isMain: row.is_main === null ? null : row.is_main === 1,
    sourceHash: row.source_hash,
    step: row.step as PictureFileStep,
    problem: toSentence(row.problem),
    alt: row.alt,
    stagedHash: row.staged_hash,
    stagedName: row.staged_name,
    stagedBytes: row.staged_bytes,
    changeId: row.change_id,
  }
}
