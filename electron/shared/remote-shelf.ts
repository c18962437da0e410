import { z } from 'zod'

/** A category or a product type as Ecwid sends it. */
export const remoteShelfSchema = z.looseObject({ id: z.number() })
export type RemoteShelf = z.infer<typeof remoteShelfSchema>
