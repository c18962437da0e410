import { z } from 'zod'
import { fileTokenSchema } from './file-token'
import { inStore, page } from './limits'
import { request } from './request'
import { keptForSchema, type Comparison, type Snapshots } from './snapshot'

const snapshotId = z.number().int().positive()

/** The calls about how a store was. */
export const snapshotCalls = {
  'snapshots.list': request<Snapshots>()(z.strictObject(inStore)),
  /** Answers once it is taken. */
  'snapshots.take': request<null>()(z.strictObject(inStore)),
  /** Reads an archive of this store among them; answers once it is there. */
  'snapshots.openArchive': request<{ snapshotId: number }>()(z.strictObject({ ...inStore, file: fileTokenSchema })),
  'snapshots.remove': request<null>()(z.strictObject({ ...inStore, snapshotId })),
  /** What is another now than it was then; the first page looks anew at all of it. */
  'snapshots.compare': request<Comparison>()(z.strictObject({ ...inStore, snapshotId, ...page })),
  /** Older ones go, but for the newest. */
  'snapshots.keepFor': request<null>()(z.strictObject({ ...inStore, days: keptForSchema })),
} as const
