import { z } from 'zod'
import { idText, keyText } from './limits'

/** The columns of a sheet from the left, as wide as its owner made them. */
const sheetLayout = z.array(z.strictObject({ path: keyText, width: z.number().min(40).max(2000).nullable() })).max(200)
export type SheetLayout = z.infer<typeof sheetLayout>

/** How a sheet is arranged. */
export const sheetLookSchema = z.strictObject({
  columns: sheetLayout,
  /** So many columns from the left stay in sight. */
  frozen: z.number().int().min(1).max(50).default(1),
  /** Variations stand below their products. */
  unfolded: z.boolean().default(false),
  /** Or in their place. */
  flat: z.boolean().default(false),
})
export type SheetLook = z.infer<typeof sheetLookSchema>

/** That of a store. */
export const keptSheetSchema = sheetLookSchema.extend({ connectionId: idText })
