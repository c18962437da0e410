import { z } from 'zod'

/**
 * Stands for a file or folder that a person dropped or chose. Preload gives it out for real files only and tells main which
 * path it means; no path ever comes from the window.
 */
export const fileTokenSchema = z.uuid().max(36)
export type FileToken = z.infer<typeof fileTokenSchema>

/** Only preload has this channel: it is none of the calls the window can make. */
export const handOverChannel = 'files.handOver'
export const mostHandedOver = 5000
export const handOverSchema = z
  .array(z.strictObject({ token: fileTokenSchema, path: z.string().min(1).max(4096) }))
  .max(mostHandedOver)
export type HandedOver = z.infer<typeof handOverSchema>

/**
 * What was chosen. A folder chosen in a dialog comes as all of its files: its own path, which they share, is what is wanted,
 * so that the names of folders below it count.
 */
export function chosenRoot(path: string, relative: string): string {
  // `shoot/a/b.jpg` below `/home/x/shoot/a/b.jpg`: all but the first name comes off the end.
  const below = relative.split('/').slice(1).join('/')
  if (below === '' || path.length <= below.length) return path
  return path.slice(0, -(below.length + 1))
}
