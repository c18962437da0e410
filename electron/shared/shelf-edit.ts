import { z } from 'zod'

const thing = z.enum(['category', 'productType'])

/** What a review changes of a category or product type: one of its fields, or all of it that comes back, with how many products were in it. */
export const shelfEditSchema = z.union([
  z.object({ thing, field: z.null(), products: z.number() }),
  z.object({ thing, field: z.string(), value: z.unknown() }),
])
export type ShelfEdit = z.infer<typeof shelfEditSchema>

/** As its change calls it. */
export const pictureOfShelf = 'image'

/** `value` of the picture of a category: one by its address, or what is said of the one that it has. */
export const shelfPictureSchema = z.union([
  z.strictObject({ url: z.string(), alt: z.string().optional() }),
  z.strictObject({ alt: z.string() }),
])
