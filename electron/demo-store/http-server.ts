import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from './api'
import { ApiError } from './api-error'
import type { ApiAnswer } from './api-request'
import { sentToken, type Tokens } from './auth'
import type { Control } from './control'
import type { createEditsAtOnce } from './edits-at-once'
import type { Fault, Faults } from './faults'
import { readyAnswer, sendAnswer, sendHalf } from './http-answer'
import { readBody } from './http-body'
import type { Pictures } from './pictures'
import { sentIn, withoutToken, type LoggedRequest, type RequestLog } from './request-log'

type ServerParts = {
  api: Api
  edits: Pick<ReturnType<typeof createEditsAtOnce>, 'arrives'>
  pictures: Pictures
  control: Control
  controlPath: string
  faults: Faults
  log: RequestLog
  tokens: Tokens
  clockMs: () => number
}

/** The HTTP side: which part answers, faults, the request log. */
export function createHttpServer(parts: ServerParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      // The client went away in the middle; there is nobody left to tell.
      if (!response.destroyed) process.stderr.write(`${String(error)}\n`)
      response.destroy()
    })
  })
  // Who asks ends connections. Ended here, one could end under the next request, where a busy machine comes to it late.
  server.keepAliveTimeout = 0
  return server
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = request.method ?? 'GET'
  if (url.pathname.startsWith(`${parts.controlPath}/`)) {
    const body = await readBody(request)
    const answer = answerControl(parts, request, url.pathname.slice(parts.controlPath.length), body)
    sendAnswer(response, await readyAnswer(answer, request, parts.clockMs()))
    return
  }
  const arrived = parts.edits.arrives()
  const fault = parts.faults.take(method, url.pathname + url.search)
  const body = await readBody(request, fault?.kind === 'slow-read' ? fault.bytesPerSecond : undefined)
  const entry: LoggedRequest = {
    method,
    path: withoutToken(url.pathname + url.search),
    status: 0,
    at: parts.clockMs(),
    token: tokenKind(parts.tokens, request, url),
    requestBytes: body.length,
    responseBytes: 0,
    ...sentIn(body),
    ...(fault ? { fault: fault.kind } : {}),
  }
  parts.log.add(entry)
  const process = () => answerRequest(parts, request, url, { body, arrived })
  const answer = await withFault(fault, process, response)
  if (!answer) return
  const cut = fault?.kind === 'truncate-json' ? truncated(answer) : answer
  const ready = await readyAnswer(cut, request, parts.clockMs())
  entry.status = ready.status
  entry.responseBytes = ready.content.length
  if (fault?.kind === 'drop-mid-body') sendHalf(response, ready)
  else sendAnswer(response, ready)
}

/** The answer to send, or nothing when the fault leaves the client without one. */
async function withFault(
  fault: Fault | undefined,
  process: () => Promise<ApiAnswer>,
  response: ServerResponse,
): Promise<ApiAnswer | undefined> {
  switch (fault?.kind) {
    case 'drop-before':
      response.destroy()
      return undefined
    case 'silence':
      return undefined
    case 'drop-after':
      await process()
      response.destroy()
      return undefined
    case 'status':
      if (fault.processed) await process()
      return statusAnswer(fault)
    case 'empty-error':
      return { status: fault.status }
    case 'slow': {
      const answer = fault.processed ? await process() : undefined
      await wait(fault.ms)
      return answer ?? process()
    }
    default:
      return process()
  }
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>): ApiAnswer {
  const headers: Record<string, string> = {
    ...(fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }),
    ...(fault.location === undefined ? {} : { Location: fault.location }),
  }
  if (fault.html !== undefined) {
    return { status: fault.status, headers, bytes: { content: Buffer.from(fault.html), type: 'text/html' } }
  }
  const rateLimited = { errorMessage: 'Too many requests', errorCode: 'RATE_LIMITED' }
  const usual = fault.status === 429 ? rateLimited : { errorMessage: 'Internal error', errorCode: 'INTERNAL_ERROR' }
  return { status: fault.status, headers, json: fault.body ?? usual }
}

function truncated(answer: ApiAnswer): ApiAnswer {
  const whole = answer.bytes?.content ?? Buffer.from(JSON.stringify(answer.json ?? {}))
  const type = answer.bytes?.type ?? 'application/json;charset=utf-8'
  const content = whole.subarray(0, Math.max(1, Math.floor(whole.length / 2)))
  return { status: answer.status, headers: answer.headers, bytes: { content, type } }
}

async function answerRequest(
  parts: ServerParts,
  request: IncomingMessage,
  url: URL,
  came: { body: Buffer; arrived: number },
): Promise<ApiAnswer> {
  const method = request.method ?? 'GET'
  // A page in some browser that made a name of its own lead here, or asks whether it may.
  if (!isLoopback(request.headers.host)) return { status: 421, json: { errorMessage: 'Not a name of this store' } }
  if (method === 'OPTIONS') return { status: 403, json: { errorMessage: 'Not for web pages' } }
  const image = /^\/images\/\d+\/([^/]+)$/.exec(url.pathname)?.[1]
  if (image === undefined) return parts.api({ method, url, headers: request.headers, ...came })
  return parts.pictures(image).catch(errorAnswer)
}

/** Without a name (HTTP/1.0) there is nothing to be deceived about. */
function isLoopback(host: string | undefined): boolean {
  return host === undefined || /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)
}

function answerControl(parts: ServerParts, request: IncomingMessage, path: string, body: Buffer): ApiAnswer {
  // A web page in some browser must not be able to steer the store.
  if (request.headers.origin !== undefined || !isLoopback(request.headers.host))
    return { status: 403, json: { errorMessage: 'Not for web pages' } }
  try {
    return parts.control(request.method ?? 'GET', path, body)
  } catch (error) {
    return errorAnswer(error)
  }
}

function errorAnswer(error: unknown): ApiAnswer {
  if (error instanceof ApiError) return { status: error.status, json: error.body, headers: error.extras.headers }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return { status: 500, json: { errorMessage: 'Internal error', errorCode: 'INTERNAL_ERROR' } }
}

function tokenKind(tokens: Tokens, request: IncomingMessage, url: URL): LoggedRequest['token'] {
  const sent = sentToken(request.headers, url.searchParams)
  if (sent === undefined) return 'none'
  return tokens.find(sent)?.kind ?? 'unknown'
}
