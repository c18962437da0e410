import type { PictureCache } from './picture-cache'
import type { Staging } from './staging'

type Parts = {
  cache: PictureCache
  staging: Staging
  logError: (context: string, error: unknown) => void
}

/** Copies a picture that is about to leave the store: its content hash, or undefined when it cannot be had now. */
export const createKeepCopy =
  ({ cache, staging, logError }: Parts) =>
  async (url: string): Promise<string | undefined> => {
    try {
      const { bytes } = await cache.get(url)
      return (await staging.stageBytes('picture', bytes)).hash
    } catch (error) {
      logError('A picture could not be copied before it left the store', error)
      return undefined
    }
  }
