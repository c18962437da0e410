import { z } from 'zod'
import { mostHandedOver } from './hand-over'

/**
 * Stands for a file or folder that a person dropped or chose. Preload gives it out for real files only and tells main which
 * path it means; no path ever comes from the window.
 */
export const fileTokenSchema = z.uuid().max(36)
export type FileToken = z.infer<typeof fileTokenSchema>

export const handOverSchema = z
  .array(z.strictObject({ token: fileTokenSchema, path: z.string().min(1).max(4096) }))
  .max(mostHandedOver)
export type HandedOver = z.infer<typeof handOverSchema>
