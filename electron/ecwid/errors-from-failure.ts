import { AppError } from '../shared/errors'
import { lostAnswer, signInPage, type Asked } from './errors-from-answer'

/** What ended a request that got no answer. `sentWhole`: its last byte may have left this device. */
export type Failure = { error: unknown; stoppedBy: 'person' | 'time' | null; sentWhole: boolean }

/** A request without an answer, as the one error it stands for: what matters is whether the store can have carried it out. */
export function errorFromFailure(asked: Asked, { error, stoppedBy, sentWhole }: Failure): AppError {
  const traces = tracesOf(error)
  if (!stoppedBy && traces.some((trace) => /redirect was cancell?ed/i.test(trace.message))) return signInPage()
  if (!stoppedBy && traces.some(isClockProblem)) {
    return new AppError(
      'offline',
      'Ecwid’s certificate is not valid on the date this computer shows. Check its date and time. Nothing was sent; your changes are kept.',
      { cause: error },
    )
  }
  if (!stoppedBy && traces.some(isCertificateProblem)) {
    return new AppError(
      'offline',
      'The network does not let this computer reach Ecwid securely (its certificate is not Ecwid’s). Nothing was sent. Perhaps the network asks you to sign in.',
      { cause: error },
    )
  }
  const left = sentWhole && (stoppedBy !== null || !traces.some(isFromConnecting))
  if (stoppedBy === 'person') return stopped(asked, left, error)
  if (!left) return new AppError('offline', notReached(traces), { cause: error })
  const how =
    stoppedBy === 'time'
      ? 'The store took too long to answer.'
      : 'The connection broke before the store’s answer was here.'
  return lostAnswer(asked, how, error)
}

function notReached(traces: readonly Trace[]): string {
  const rest = 'Nothing was sent; it goes on when the network is back.'
  if (traces.some(isProxyProblem)) return `The proxy of this computer does not let requests through to Ecwid. ${rest}`
  if (traces.some(isNameProblem))
    return `Ecwid’s address cannot be looked up: there is no network, or its DNS is down. ${rest}`
  return `Ecwid cannot be reached. ${rest}`
}

function stopped(asked: Asked, left: boolean, cause: unknown): AppError {
  if (asked.idempotent || !left) return new AppError('cancelled', 'This was stopped.', { cause })
  return lostAnswer(asked, 'This was stopped while the store was working on it.', cause)
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
