import { z } from 'zod'

const thing = z.enum(['category', 'productType'])

/** What a review puts back of a category or product type: one of its fields, or all of it, with how many products were in it. */
export const shelfEditSchema = z.union([
  z.object({ thing, field: z.null(), products: z.number() }),
  z.object({ thing, field: z.string(), value: z.unknown() }),
])
export type ShelfEdit = z.infer<typeof shelfEditSchema>
