import { z } from 'zod'
import { inStore } from './limits'
import { request } from './request'
import { keptForSchema, type Snapshots } from './snapshot'

/** The calls about how a store was. */
export const snapshotCalls = {
  'snapshots.list': request<Snapshots>()(z.strictObject(inStore)),
  /** Answers once it is taken. */
  'snapshots.take': request<null>()(z.strictObject(inStore)),
  'snapshots.remove': request<null>()(z.strictObject({ ...inStore, snapshotId: z.number().int().positive() })),
  /** Older ones go, but for the newest. */
  'snapshots.keepFor': request<null>()(z.strictObject({ ...inStore, days: keptForSchema })),
} as const
