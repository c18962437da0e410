import { z } from 'zod'
import { archiveAskedSchema, exportAskedSchema, exportedViewSchema, type Export } from './export'
import { idText, inStore } from './limits'
import { request } from './request'

/** The calls about products, or all of a store, on their way into files. */
export const exportCalls = {
  /** Asks its owner for a place, and writes there in the background; null: nowhere. */
  'exports.start': request<Export | null>()(exportAskedSchema.extend(inStore)),
  /** What the last one of a view, or of none, wrote, as it is now, in the same place; where that was edited since, its owner is asked for one, null: nowhere. */
  'exports.again': request<Export | null>()(z.strictObject({ ...inStore, view: exportedViewSchema.nullable() })),
  /** The same for an archive of all of the store. */
  'exports.archive': request<Export | null>()(archiveAskedSchema.extend(inStore)),
  /** The newest since the app started, and the name of the file of a view, or of none, that could be written again. */
  'exports.current': request<{ newest: Export | null; lastName: string | null }>()(
    z.strictObject({ ...inStore, viewId: idText.min(1).nullable() }),
  ),
  'exports.cancel': request<null>()(z.strictObject(inStore)),
  /** Shows the newest file in its folder. */
  'exports.show': request<null>()(z.strictObject(inStore)),
} as const
