import { z } from 'zod'
import {
  importAskedSchema,
  importedFileSchema,
  keptTableRefSchema,
  rowsWanted,
  type ImportLook,
  type ImportMatched,
  type SavedRows,
} from './import'
import { inStore } from './limits'
import { request } from './request'

/** The calls about tables that are imported. */
export const importCalls = {
  /** Reads a table through, and says what it seems to be. */
  'imports.look': request<ImportLook>()(importedFileSchema.extend(inStore)),
  /** Finds the product of each row, and proposes what the rows say; nothing is written before the yes. */
  'imports.propose': request<ImportMatched>()(z.strictObject({ ...inStore, ...importAskedSchema.shape })),
  /** Ends a proposal that is on its way: its call is answered with 'cancelled', and nothing stays of it. */
  'imports.cancel': request<null>()(z.strictObject(inStore)),
  /** Asks its owner for a place, and writes rows of an imported table there with what became of them; null: nowhere. */
  'imports.saveRows': request<SavedRows | null>()(
    z.strictObject({ ...inStore, of: keptTableRefSchema, wanted: z.enum(rowsWanted) }),
  ),
} as const
