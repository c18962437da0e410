import { z } from 'zod'

/** One value that a table says, by the path of its column; `odd`: what stands there cannot be read, and why, as a sentence. */
const saidSchema = z.union([
  z.strictObject({ path: z.string(), value: z.unknown() }),
  z.strictObject({ path: z.string(), text: z.string(), odd: z.string() }),
])
export type Said = z.infer<typeof saidSchema>

/** What a table says of a product: of itself, and of its variations by their ids. */
export const importedSchema = z.strictObject({
  own: z.array(saidSchema),
  variations: z.record(z.string(), z.array(saidSchema)),
})
export type Imported = z.infer<typeof importedSchema>
