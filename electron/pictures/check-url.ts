import { AppError } from '../shared/errors'
import { nameOfLink } from '../shared/name-of-link'
import { maxPictureBytes } from '../shared/picture-intake'
import type { PictureSentence } from '../shared/picture-sentence'
import { pictureSentenceText } from '../shared/words/picture-sentence'
import { checkPicture, isPictureType, tooLarge } from './check-picture'
import { bytesSource } from './byte-source'
import { linkError, readUpTo, webAddress, type Fetch } from '../web/download'
import { contentTypeOf, pictureFormatOf } from './picture-format'

const timeLimitMs = 15_000
/** Behind a camera's notes, the frame of a JPEG says what kind it is. */
const peekBytes = 96 * 1024

export type PictureLink = { name: string; type: string; bytes: number | null }

/**
 * Looks at the first bytes behind a link, without loading the rest. `bytes` is null when the server does not tell.
 * Throws AppError with the sentence for this link: 'invalid-input' for what can never work, 'offline' for what may later.
 */
export async function checkPictureUrl(link: string, fetch: Fetch, timeLimit = timeLimitMs): Promise<PictureLink> {
  const url = webAddress(link)
  const signal = AbortSignal.timeout(timeLimit)
  try {
    // HEAD would be cheaper and is what servers most often get wrong; a server that ignores the range is cut off.
    const headers = { Range: `bytes=0-${peekBytes - 1}` }
    const response = await fetch(url.href, { headers, signal })
    if (!response.ok) {
      await response.body?.cancel().catch(() => {})
      throw new AppError('invalid-input', sentenceOfStatus(response.status, url.host))
    }
    const { bytes: head } = await readUpTo(response, peekBytes)
    const bytes = lengthOf(response)
    const format = pictureFormatOf(head)
    if (head.length === 0) throw new AppError('invalid-input', 'The link leads to an empty file.')
    if (!isPictureType(format)) throw new AppError('invalid-input', behind({ says: 'format', format }))
    if (bytes !== null && bytes > maxPictureBytes) throw new AppError('invalid-input', tooLarge(bytes))
    // That its end is missing is no wonder; what its head says is refused counts.
    const check = await checkPicture(bytesSource(head))
    if (!check.ok && !check.damaged) throw new AppError('invalid-input', behind(check.reason))
    return { name: nameOfLink(url.href), type: contentTypeOf(format), bytes }
  } catch (error) {
    throw linkError(error, url.host)
  }
}

function lengthOf(response: Response): number | null {
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
  const length = total ?? (response.status === 200 ? response.headers.get('content-length') : null)
  return length !== null && /^\d+$/.test(length) ? Number(length) : null
}

function sentenceOfStatus(status: number, host: string): string {
  if (status === 404 || status === 410) return `The link leads nowhere: ${host} has nothing at this address.`
  if (status === 401 || status === 403) return `${host} does not give this picture to others.`
  if (status === 429) return `${host} is asked too often. Try again in a while.`
  if (status >= 500) return `${host} has a problem right now (${status}). Try again later.`
  return `${host} answered ${status} instead of a picture.`
}

const behind = (said: PictureSentence): string => `Behind this link: ${lowerFirst(pictureSentenceText(said))}`
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
