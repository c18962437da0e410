import { z } from 'zod'
import { sheetLookSchema } from './kept-sheet'
import { idText } from './limits'
import { productQuerySchema } from './product-query'

export const viewNameSchema = z.string().trim().min(1, 'Give the view a name').max(80, 'At most 80 characters')

/** All views are read at every start. */
const mostOfFilters = 100_000
const filtersSchema = productQuerySchema
  .omit({ sort: true })
  .refine(
    (filters) => JSON.stringify(filters).length <= mostOfFilters,
    'These filters name too much to be kept as a view. Nothing was saved; try it with fewer products or values.',
  )
  // It is called otherwise once the store has it.
  .refine(
    ({ categoryIds = [] }) => categoryIds.every((id) => id >= 0),
    'A category in these filters is not in your store yet. Nothing was saved; save the view once it is.',
  )

/** A name for what the catalogue of a store shows. */
export const keptViewSchema = z.strictObject({
  id: idText.min(1),
  connectionId: idText,
  name: viewNameSchema,
  filters: filtersSchema,
  sort: productQuerySchema.shape.sort.unwrap().nullable(),
  /** Null: it is shown as a list. */
  sheet: sheetLookSchema.nullable(),
  /** It is shown when its store is. */
  isOpen: z.boolean(),
})
export type KeptView = z.infer<typeof keptViewSchema>

export const mostViews = 200
export const keptViewsSchema = z
  .array(keptViewSchema)
  .max(mostViews, 'Stockroom keeps 200 views. Nothing was saved; remove one first.')
