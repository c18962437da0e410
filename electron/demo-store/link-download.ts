import { lookup } from 'node:dns/promises'
import { readUpTo } from '../web/download'
import { createGuardedFetch } from '../web/guarded-fetch'
import { ApiError } from './api-error'
import { mostUploaded } from './http-body'

const timeoutMs = 10_000

const wrongUrl = () => new ApiError(422, 'The external URL cannot be loaded', 'WRONG_URL')

/** What lies at an address, up to one byte more than may be uploaded. All that cannot be fetched is one and the same error. */
export type Download = (address: string) => Promise<Buffer>

/** Whoever has the key gives addresses: they reach the internet and the `trusted` origins, nothing else of this machine. */
export function createDownload(trusted: () => readonly string[]): Download {
  const fetch = createGuardedFetch({
    http: true,
    trusted,
    lookUp: (name) => lookup(name, { all: true }),
    maxBytes: 2 * mostUploaded,
    maxMs: timeoutMs,
  })
  return async (address) => {
    const url = httpUrl(address)
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
      if (!response.ok) throw wrongUrl()
      return (await readUpTo(response, mostUploaded + 1)).bytes
    } catch {
      throw wrongUrl()
    }
  }
}

/** Only http and https. */
export function httpUrl(address: string): string {
  const url = parsedUrl(address.trim())
  if (!url || !/^https?:$/.test(url.protocol)) throw wrongUrl()
  return url.href
}

/** URL.canParse came with a later Node than the oldest this must run on. */
export function parsedUrl(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
