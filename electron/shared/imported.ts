import { z } from 'zod'

/**
 * One value that a table says, by the path of its column, and the text that stands there; `odd`: why it cannot be read, as a sentence.
 * `empties`: nothing stands there, and that is meant.
 */
const saidSchema = z.strictObject({
  path: z.string(),
  text: z.string(),
  value: z.unknown(),
  odd: z.string().nullable(),
  empties: z.literal(true).optional(),
})
export type Said = z.infer<typeof saidSchema>

/** The path of what deletes a product. */
export const deletes = '!delete'

/** What a table says of a product: of itself, and of its variations by their ids. */
export const importedSchema = z.strictObject({
  own: z.array(saidSchema),
  variations: z.record(z.string(), z.array(saidSchema)),
})
export type Imported = z.infer<typeof importedSchema>
