import { statfsSync } from 'node:fs'
import { SetupError } from './say.mjs'

/** Refuses a step that would fill the disk half-way. */
export function requireSpace(folder, bytes, what) {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= bytes) return
  throw new SetupError(
    `${what} need about ${bytes / 1e6} MB of disk space, and ${folder} has less. Free some and try again.`,
  )
}
