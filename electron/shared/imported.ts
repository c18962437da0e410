import { z } from 'zod'
import { cellReasonSchema } from './cell-reason'

/**
 * One value that a table says, by the path of its column, and the text that stands there; `odd`: why it cannot be read.
 * `empties`: nothing stands there, and that is meant. `adds`: what else the product has of such a list stays.
 */
const saidSchema = z.strictObject({
  path: z.string(),
  text: z.string(),
  value: z.unknown(),
  odd: cellReasonSchema.nullable(),
  empties: z.literal(true).optional(),
  adds: z.literal(true).optional(),
})
export type Said = z.infer<typeof saidSchema>

/** The path of what deletes a product. */
export const deletes = '!delete'

/** The path of what a row says of an option and one of its choices. */
export const optionsPath = 'options'

/** What a table says of a product: of itself, and of its variations by their ids. */
export const importedSchema = z.strictObject({
  own: z.array(saidSchema),
  variations: z.record(z.string(), z.array(saidSchema)),
  /** Those that it does not have, each under an id that only its proposal knows. */
  added: z
    .array(
      z.strictObject({
        id: z.number(),
        options: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        said: z.array(saidSchema),
      }),
    )
    .optional(),
})
export type AddedVariation = NonNullable<Imported['added']>[number]
export type Imported = z.infer<typeof importedSchema>
