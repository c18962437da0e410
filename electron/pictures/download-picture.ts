import { AppError } from '../shared/errors'
import { maxPictureBytes } from '../shared/picture-intake'
import { retryAfterMs } from '../shared/retry-after'
import { linkError, readUpTo, type Fetch } from '../web/download'
import { isPictureType, tooLarge } from './check-picture'
import { contentTypeOf, pictureFormatOf } from './picture-format'

export type CachedPicture = { bytes: Buffer; contentType: string }

/**
 * What an address leads to. Throws AppError: 'offline', 'rate-limited' and 'store-fault' (perhaps later), 'not-found' (no picture there),
 * 'invalid-input' (too large).
 */
export async function downloadPicture(fetch: Fetch, url: URL, signal: AbortSignal): Promise<CachedPicture> {
  let bytes: Buffer
  try {
    const response = await fetch(url.href, { signal })
    if (!response.ok) {
      await response.body?.cancel().catch(() => {})
      throw noPicture(url.host, response)
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

function noPicture(host: string, { status, headers }: Response): AppError {
  const said = `${host} answered ${status} instead of a picture.`
  const [now, asked] = [Date.now(), headers.get('retry-after')]
  const retryAt = now + retryAfterMs(asked, Date.parse(headers.get('date') ?? '') || now)
  if (status === 429) return new AppError('rate-limited', said, { retryAt })
  if (status < 500 && status !== 408) return new AppError('not-found', said)
  return new AppError('store-fault', said, asked === null ? {} : { retryAt })
}

export function pictureOf(bytes: Buffer): CachedPicture | null {
  const format = pictureFormatOf(bytes)
  return isPictureType(format) ? { bytes, contentType: contentTypeOf(format) } : null
}
