/** One thing that can happen to a request. */
export type MatrixFault = {
  name: string
  /** For the demo store's control door; absent: nothing listens where the request goes. */
  body?: Record<string, unknown>
  /** The key is refused; the test then acts as the person who enters it anew. */
  stopsEverything?: boolean
}

const badKey = { errorMessage: 'Invalid API token', errorCode: 'INVALID_API_TOKEN' }
const page = '<!doctype html><title>Sign in</title><p>Welcome to the hotel'

const answered = (status: number): MatrixFault[] => [
  { name: `${status}, not carried out`, body: { kind: 'status', status } },
  { name: `${status}, carried out`, body: { kind: 'status', status, processed: true } },
]

/** Every fault of the matrix, in the order of its columns in the table. */
export const matrixFaults: MatrixFault[] = [
  { name: 'connection refused' },
  { name: 'cut before it was taken', body: { kind: 'drop-before' } },
  { name: 'cut after it was taken', body: { kind: 'drop-after' } },
  { name: 'cut in the answer', body: { kind: 'drop-mid-body' } },
  { name: 'truncated JSON', body: { kind: 'truncate-json' } },
  { name: 'HTML page', body: { kind: 'status', status: 200, html: page } },
  { name: '429 with Retry-After', body: { kind: 'status', status: 429, retryAfter: 2 } },
  { name: '429 without', body: { kind: 'status', status: 429 } },
  ...[500, 502, 503].flatMap(answered),
  { name: '403, key given again', body: { kind: 'status', status: 403, body: badKey }, stopsEverything: true },
  { name: 'silence', body: { kind: 'silence' } },
]
