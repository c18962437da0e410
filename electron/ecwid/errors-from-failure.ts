import { AppError } from '../shared/errors'
import { lostAnswer, signInPage, type Asked } from './errors-from-answer'
import { says, type Sentence } from '../shared/sentence'

/** What ended a request that got no answer. `sentWhole`: its last byte may have left this device. */
export type Failure = { error: unknown; stoppedBy: 'person' | 'time' | null; sentWhole: boolean }

/** A request without an answer, as the one error it stands for: what matters is whether the store can have carried it out. */
export function errorFromFailure(asked: Asked, { error, stoppedBy, sentWhole }: Failure): AppError {
  const traces = tracesOf(error)
  if (!stoppedBy && traces.some((trace) => /redirect was cancell?ed/i.test(trace.message))) return signInPage()
  if (!stoppedBy && traces.some(isClockProblem)) {
    return new AppError('offline', says('wrong-clock'), { cause: error })
  }
  if (!stoppedBy && traces.some(isCertificateProblem)) {
    return new AppError('offline', says('foreign-certificate'), { cause: error })
  }
  const left = sentWhole && (stoppedBy !== null || !traces.some(isFromConnecting))
  if (stoppedBy === 'person') return stopped(asked, left, error)
  if (!left) return new AppError('offline', notReached(traces), { cause: error })
  return lostAnswer(asked, stoppedBy === 'time' ? 'too-late' : 'broken', error)
}

function notReached(traces: readonly Trace[]): Sentence {
  const because = traces.some(isProxyProblem) ? 'proxy' : traces.some(isNameProblem) ? 'no-address' : 'unknown'
  return { says: 'not-reached', because }
}

function stopped(asked: Asked, left: boolean, cause: unknown): AppError {
  if (asked.idempotent || !left) return new AppError('cancelled', says('stopped'), { cause })
  return lostAnswer(asked, 'stopped', cause)
}

type Trace = { code: string; syscall: string; message: string }

/** An error with everything it was caused by: Node hides the reason two levels down, one per address tried. */
function tracesOf(error: unknown, depth = 0): Trace[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const fields = error as Record<string, unknown>
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const trace = { code: text('code'), syscall: text('syscall'), message: text('message') }
  const inner = [fields.cause, ...(Array.isArray(fields.errors) ? fields.errors : [])]
  return [trace, ...inner.flatMap((each) => tracesOf(each, depth + 1))]
}

const nodeConnectCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'UND_ERR_CONNECT_TIMEOUT'])

// Chromium's errors that only come up before a request is written. Those that can also follow it are left out on purpose.
const chromiumConnectErrors =
  /net::ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|ADDRESS_INVALID|PROXY_\w+|TUNNEL_CONNECTION_FAILED|MANDATORY_PROXY_CONFIGURATION_FAILED|DNS_\w+)/

function isFromConnecting({ code, syscall, message }: Trace): boolean {
  return (
    nodeConnectCodes.has(code) ||
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    chromiumConnectErrors.test(message)
  )
}

const isProxyProblem = ({ message }: Trace): boolean =>
  /net::ERR_(PROXY_\w+|TUNNEL_CONNECTION_FAILED|MANDATORY_PROXY_CONFIGURATION_FAILED)/.test(message)

const isNameProblem = ({ code, message }: Trace): boolean =>
  /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL)$/.test(code) || /net::ERR_(NAME_\w+|DNS_\w+|INTERNET_DISCONNECTED)/.test(message)

/** A clock that is years off makes every certificate look expired or not yet valid. */
const isClockProblem = ({ code, message }: Trace): boolean =>
  /^CERT_(NOT_YET_VALID|HAS_EXPIRED)$/.test(code) || /net::ERR_CERT_DATE_INVALID/.test(message)

function isCertificateProblem({ code, message }: Trace): boolean {
  return (
    /^(CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS_CERT)/.test(code) ||
    /net::ERR_CERT_/.test(message)
  )
}
