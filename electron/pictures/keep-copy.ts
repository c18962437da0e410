import type { PictureCache } from './picture-cache'
import type { Staging } from './staging'

type Parts = {
  cache: PictureCache
  staging: Staging
  logError: (context: string, error: unknown) => void
}

/** A copy on this device, by its content. */
export type KeptCopy = { hash: string; bytes: number }
export type KeepCopy = (url: string) => Promise<KeptCopy | undefined>

/** Copies a picture that is about to leave the store; undefined when it cannot be had now. */
export const createKeepCopy =
  ({ cache, staging, logError }: Parts) =>
  async (url: string): Promise<KeptCopy | undefined> => {
    try {
      const { hash, bytes } = await staging.stageBytes('picture', (await cache.get(url)).bytes)
      return { hash, bytes }
    } catch (error) {
      logError('A picture could not be copied before it left the store', error)
      return undefined
    }
  }
