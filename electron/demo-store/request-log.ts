import type { JsonObject } from './json-object'

export type LoggedRequest = {
  method: string
  /** Path and query without the token. */
  path: string
  /** 0 = no answer was sent. */
  status: number
  /** UNIX milliseconds of the store's clock. */
  at: number
  token: 'secret' | 'public' | 'unknown' | 'none'
  requestBytes: number
  /** The JSON object that was sent, and the names in it. */
  body?: JsonObject
  fields?: string[]
  responseBytes: number
  fault?: string
}

const keptRequests = 50_000

/** What was asked of the store, for tests and for people who watch a client; never holds a token. */
export function createRequestLog() {
  let entries: LoggedRequest[] = []
  return {
    add(entry: LoggedRequest) {
      if (entries.length >= keptRequests) entries = entries.slice(keptRequests / 2)
      entries.push(entry)
    },
    all: (): readonly LoggedRequest[] => entries,
    clear() {
      entries = []
    },
  }
}

export type RequestLog = ReturnType<typeof createRequestLog>

/** Longer ones would fill the memory of whoever watches for long. */
const keptBytes = 64 * 1024

export function sentIn(bytes: Buffer): Pick<LoggedRequest, 'body' | 'fields'> {
  // Pictures are bytes, and large.
  if (bytes[0] !== 0x7b) return {}
  try {
    const body = JSON.parse(bytes.toString('utf8')) as JsonObject
    return { fields: Object.keys(body), ...(bytes.length <= keptBytes && { body }) }
  } catch {
    return {}
  }
}

export function withoutToken(url: string): string {
  return url.replace(/([?&]token=)[^&]*/g, '$1...')
}
