import { downloadPicture, pictureOf, type CachedPicture } from '../pictures/download-picture'
import type { PictureSource } from '../shared/change'
import { webAddress, type Fetch } from '../web/download'

export type PictureSources = {
  /** For what the store's answers name: anywhere but this machine and its network. */
  fetch: Fetch
  /** What waits to be sent. */
  bytesOf: (hash: string) => Promise<Buffer>
}

/** The original of a picture; null: what waits there is none. Throws AppError 'not-found' where there is none, 'offline' where that cannot be known. */
export async function originalPicture(
  { fetch, bytesOf }: PictureSources,
  source: PictureSource,
  signal: AbortSignal,
): Promise<CachedPicture | null> {
  signal.throwIfAborted()
  if ('hash' in source) return pictureOf(await bytesOf(source.hash))
  // Whoever fetches listens to its signal for good: that of a long export is not handed on.
  const stop = new AbortController()
  const end = () => stop.abort(signal.reason)
  signal.addEventListener('abort', end)
  try {
    return await downloadPicture(fetch, webAddress(source.url), stop.signal)
  } finally {
    signal.removeEventListener('abort', end)
  }
}
