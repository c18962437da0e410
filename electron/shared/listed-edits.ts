import { z } from 'zod'
import { longestLink } from './limits'

const description = z.string().max(1000)

/** `after` of an edit of files: one that comes back (`from`: the id that it had; no hash: there is no copy), or is described. */
export const fileEditSchema = z.union([
  z.strictObject({
    name: z.string().min(1).max(255),
    size: z.number().int(),
    description,
    from: z.number().int(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  z.strictObject({ describes: z.number().int(), name: z.string(), description }),
])
export type FileEdit = z.infer<typeof fileEditSchema>

/** `after` of an edit of videos: one that comes back. */
export const videoEditSchema = z.strictObject({ url: z.string().max(longestLink), role: z.enum(['main', 'gallery']) })
export type VideoEdit = z.infer<typeof videoEditSchema>
