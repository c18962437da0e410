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
  /** The names in a JSON object that was sent. */
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

export function fieldsOf(body: Buffer): Pick<LoggedRequest, 'fields'> {
  // Pictures are bytes, and large.
  if (body[0] !== 0x7b) return {}
  try {
    return { fields: Object.keys(JSON.parse(body.toString('utf8')) as object) }
  } catch {
    return {}
  }
}

export function withoutToken(url: string): string {
  return url.replace(/([?&]token=)[^&]*/g, '$1...')
}
