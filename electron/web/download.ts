import { AppError } from '../shared/errors'

export type Fetch = (url: string, init: { headers?: Record<string, string>; signal: AbortSignal }) => Promise<Response>

/** Only http and https: no link may make this program open a local file. Throws AppError 'invalid-input'. */
export function webAddress(text: string): URL {
  const trimmed = text.trim()
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    throw new AppError('invalid-input', 'This is not a complete link. It should begin with https://')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError('invalid-input', `Only links that begin with http:// or https:// work, not ${url.protocol}`)
  }
  return url
}

/** Reads at most `limit` bytes of an answer; `isWhole` is false when there was more. */
export async function readUpTo(response: Response, limit: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const reader = response.body?.getReader()
  if (!reader) return { bytes: Buffer.alloc(0), isWhole: true }
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { bytes: Buffer.concat(parts), isWhole: true }
    parts.push(value)
    length += value.byteLength
    if (length <= limit) continue
    await reader.cancel().catch(() => {})
    return { bytes: Buffer.concat(parts).subarray(0, limit), isWhole: false }
  }
}

/** Why a link gave nothing. Throws AppError 'offline' or 'not-found'. */
export function linkError(error: unknown, host: string): AppError {
  if (error instanceof AppError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new AppError('offline', `${host} did not answer in time.`, { cause: error })
  }
  return new AppError('offline', `${host} cannot be reached. Check the link and the network.`, { cause: error })
}
