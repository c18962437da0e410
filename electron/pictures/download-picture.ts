import { AppError } from '../shared/errors'
import { maxPictureBytes } from '../shared/picture-intake'
import { linkError, readUpTo, type Fetch } from '../web/download'
import { isPictureType, tooLarge } from './check-picture'
import { contentTypeOf, pictureFormatOf } from './picture-format'

export type CachedPicture = { bytes: Buffer; contentType: string }

/** What an address leads to. Throws AppError: 'offline', 'not-found' (no picture there), 'invalid-input' (too large). */
export async function downloadPicture(fetch: Fetch, url: URL, signal: AbortSignal): Promise<CachedPicture> {
  let bytes: Buffer
  try {
    const response = await fetch(url.href, { signal })
    if (!response.ok) {
      await response.body?.cancel().catch(() => {})
      throw new AppError('not-found', `${url.host} answered ${response.status} instead of a picture.`)
    }
    const body = await readUpTo(response, maxPictureBytes)
    if (!body.isWhole) throw new AppError('invalid-input', tooLarge(maxPictureBytes + 1))
    bytes = body.bytes
  } catch (error) {
    throw linkError(error, url.host)
  }
  const picture = pictureOf(bytes)
  if (!picture) throw new AppError('not-found', `What ${url.host} sent is not a picture.`)
  return picture
}

export function pictureOf(bytes: Buffer): CachedPicture | null {
  const format = pictureFormatOf(bytes)
  return isPictureType(format) ? { bytes, contentType: contentTypeOf(format) } : null
}
