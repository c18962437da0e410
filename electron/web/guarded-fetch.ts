import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { Readable, Transform } from 'node:stream'
import { AppError } from '../shared/errors'
import { checkedLookup, notPublic, type LookUp } from './checked-lookup'
import { webAddress, type Fetch } from './download'
import { isPublicAddress } from './public-address'
import { createWebAgents } from './web-agents'

export type GuardOptions = {
  /** Http is for what a store names; a link that a person gives is https. Never after a hop of https. */
  http: boolean
  /** Origins that may be anywhere: the demo store on this machine. */
  trusted: () => readonly string[]
  lookUp: LookUp
  maxBytes: number
  maxMs?: number
}

const hopsAtMost = 5
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * `fetch` for addresses that somebody else wrote. It asks the internet alone: each hop is checked after its name was
 * resolved, and the connection goes to the address that was checked. It sends no cookies and nobody's name.
 */
export function createGuardedFetch(options: GuardOptions): Fetch {
  const agents = createWebAgents()
  const { maxMs = 60_000 } = options

  return async (link, { headers, signal }) => {
    const limit = AbortSignal.timeout(maxMs)
    const ended = new AbortController()
    for (const each of [limit, signal]) {
      if (each.aborted) throw each.reason
      each.addEventListener('abort', () => ended.abort(each.reason), { once: true })
    }
    let url = webAddress(link)
    for (let hop = 0; hop <= hopsAtMost; hop++) {
      const answer = await askOnce(url, headers ?? {}, ended.signal)
      const next = redirects.has(answer.statusCode ?? 0) ? answer.headers.location : undefined
      if (next === undefined) return responseOf(answer, options.maxBytes, ended.signal)
      answer.destroy()
      const target = webAddress(new URL(next, url).href)
      if (url.protocol === 'https:' && target.protocol === 'http:') throw notEncrypted(url.host)
      url = target
    }
    throw new AppError('invalid-input', `${url.host} sends from one address to the next without an end.`)
  }

  /** A connection that was kept may have ended at the other side meanwhile; asking for a picture again changes nothing. */
  async function askOnce(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
    const isTrusted = options.trusted().includes(url.origin)
    if (!isTrusted) assertAllowed(url, options.http)
    const send = () => ask(url, headers, { signal, isTrusted })
    return send().catch((error: unknown) => {
      if (error instanceof StaleConnection) return send()
      throw error
    })
  }

  function ask(
    url: URL,
    headers: Record<string, string>,
    { signal, isTrusted }: { signal: AbortSignal; isTrusted: boolean },
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:'
      const request = (isSecure ? secureRequest : plainRequest)({
        protocol: url.protocol,
        hostname: bareHost(url),
        port: url.port,
        path: url.pathname + url.search,
        headers: { Accept: 'image/*', 'Accept-Encoding': 'identity', ...headers },
        agent: isSecure ? agents.secure : agents.plain,
        lookup: checkedLookup(options.lookUp, isTrusted ? () => true : isPublicAddress),
        signal,
      })
      request.once('response', resolve)
      request.once('error', (error) => {
        if (signal.aborted) reject(signal.reason)
        else reject(request.reusedSocket ? new StaleConnection('', { cause: error }) : error)
      })
      request.end()
    })
  }
}

class StaleConnection extends Error {}

/** What the address itself says; names are checked when they are resolved. */
function assertAllowed(url: URL, http: boolean): void {
  if (url.protocol === 'http:' && !http) throw notEncrypted(url.host)
  const host = bareHost(url)
  const isLiteral = /^[\d.]+$/.test(host) || host.includes(':')
  if (isLiteral && !isPublicAddress(host)) throw notPublic(url.host)
}

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

function responseOf(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Response {
  const status = answer.statusCode ?? 0
  const headers = new Headers()
  for (const name of ['content-type', 'content-length', 'content-range', 'date', 'retry-after']) {
    const value = answer.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  if (status === 204 || status === 205 || status === 304) {
    answer.destroy()
    return new Response(null, { status, headers })
  }
  const body = answer.pipe(upTo(maxBytes))
  answer.once('error', (error) => body.destroy(signal.aborted ? signal.reason : error))
  body.once('close', () => answer.destroy())
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array<ArrayBuffer>>, { status, headers })
}

function upTo(maxBytes: number): Transform {
  let length = 0
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      length += piece.length
      if (length <= maxBytes) done(null, piece)
      else done(new AppError('invalid-input', 'What this link leads to is larger than any picture may be.'))
    },
  })
}

function notEncrypted(host: string): AppError {
  return new AppError(
    'invalid-input',
    `The link to ${host} is not encrypted, so nothing was loaded. Use one that begins with https://`,
  )
}
