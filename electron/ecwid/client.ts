import type { z } from 'zod'
import { AppError } from '../shared/errors'
import { AnswerTooLarge, readAnswerText, withoutTooDeep } from './answer-limits'
import { createDeadline } from './deadline'
import { errorFromAnswer, isHtml, lostAnswer, signInPage, type Asked, type Method } from './errors-from-answer'
import { errorFromFailure } from './errors-from-failure'
import type { Limiter, Priority } from './limiter'
import type { Line, LineInit } from './line'
import { createUploadBody, sizeOfUpload, type UploadContent } from './upload-body'
import { says } from '../shared/sentence'

export type Query = Record<string, string | number | boolean | undefined>

export type EcwidRequest<Value> = {
  method: Method
  /** Below the store, without a query: "/products/1". */
  path: string
  query?: Query
  json?: unknown
  bytes?: UploadContent
  contentType?: string
  priority: Priority
  schema?: z.ZodType<Value>
  signal?: AbortSignal
  /** Counted from the moment it is sent, not while it waits for its turn. */
  timeoutMs?: number
  /** Bytes handed over so far. */
  onProgress?: (sent: number) => void
  /** Repeating it changes nothing; without it, only a GET counts as such. */
  idempotent?: boolean
  /** Called when nothing is left to wait for; what it throws is thrown, and nothing is sent. */
  onTurn?: () => void | Promise<void>
}

type EcwidAnswer<Value> = {
  value: Value
  /** The parsed JSON exactly as sent, before the schema touched it. */
  raw: unknown
  /** The store's clock, UNIX ms; null when the answer carried none. */
  serverTime: number | null
  status: number
}

/** Asks one store. Every failure is an AppError whose code tells what can be done. */
export type EcwidClient = {
  readonly storeId: number
  readonly limiter: Limiter
  /** What the store's clock shows now, as far as its last answer told, UNIX ms. */
  readonly storeTime: () => number | null
  request<Value = unknown>(request: EcwidRequest<Value>): Promise<EcwidAnswer<Value>>
  /** GET of a file; `take` reads it as it comes. */
  download<Value>(request: Download, take: (pieces: AsyncIterable<Uint8Array>) => Promise<Value>): Promise<Value>
}

/** `size`: as large as it is said to be, for the time that is allowed. */
type Download = Pick<EcwidRequest<unknown>, 'path' | 'priority' | 'signal'> & { size: number }

export type ClientOptions = {
  line: Line
  storeId: number
  limiter: Limiter
  /** One line per request; holds neither key nor query. */
  log?: (line: string) => void
  now?: () => number
  /** No answer may take longer, whatever its request allows. */
  timeoutMs?: number
}

/** An answer that took longer lay there while the computer slept, or the clock was set meanwhile: its time is not the store's time now. */
const sleptMs = 30_000

export function createClient({
  line,
  storeId,
  limiter,
  log,
  now = Date.now,
  timeoutMs = Infinity,
}: ClientOptions): EcwidClient {
  /** How far the store's clock is ahead of this device's. */
  let ahead: number | null = null

  const send = async <Value>(request: EcwidRequest<Value>): Promise<EcwidAnswer<Value>> => {
    const asked = { ...request, storeId, idempotent: request.idempotent ?? request.method === 'GET' }
    const startedAt = now()
    try {
      const answer = await exchange(asked)
      const hasSlept = Math.abs(now() - startedAt) > sleptMs
      if (answer.serverTime !== null && !hasSlept) ahead = answer.serverTime - now()
      log?.(`${request.method} ${request.path} ${answer.status} ${now() - startedAt} ms`)
      return answer
    } catch (error) {
      const problem = error instanceof AppError ? error : new AppError('internal', String(error), { cause: error })
      if (problem.code === 'rate-limited' && problem.info.retryAt) limiter.pause(problem.info.retryAt)
      const code = [problem.code, problem.info.storeCode].filter(Boolean).join(' ')
      log?.(`${request.method} ${request.path} ${code} ${now() - startedAt} ms`)
      throw problem
    }
  }

  const exchange = async <Value>(asked: Asked & EcwidRequest<Value>): Promise<EcwidAnswer<Value>> => {
    const upload = asked.bytes ? createUploadBody(asked.bytes, asked.onProgress ?? (() => {})) : null
    const init: LineInit = {
      method: asked.method,
      headers: { Accept: 'application/json', ...contentTypeOf(asked) },
    }
    if (upload) Object.assign(init, { body: upload.stream, duplex: 'half', upload })
    else if (asked.json !== undefined) init.body = JSON.stringify(asked.json)

    // Before anything is sent: what goes wrong here leaves no doubt about the outcome.
    const send = await line.open()
    await asked.onTurn?.()
    const deadline = createDeadline(Math.min(asked.timeoutMs ?? defaultTimeout(asked), timeoutMs), asked.signal)
    try {
      const response = await send(pathOf(storeId, asked), { ...init, signal: deadline.signal })
      const body = await readAnswerText(response).catch((error: unknown) => {
        // A refusal says enough by its status alone.
        if (response.ok) throw error
        return ''
      })
      return readAnswer(asked, response, body, now())
    } catch (error) {
      if (error instanceof AppError) throw error
      if (error instanceof AnswerTooLarge) throw lostAnswer(asked, 'too-large', error)
      const sentWhole = upload ? upload.handedOver() : true
      throw errorFromFailure(asked, { error, stoppedBy: deadline.stoppedBy(), sentWhole })
    } finally {
      deadline.clear()
    }
  }

  const load = async <Value>(
    { size, ...request }: Download,
    take: (pieces: AsyncIterable<Uint8Array>) => Promise<Value>,
  ): Promise<Value> => {
    const asked: Asked = { method: 'GET', path: request.path, storeId, idempotent: true }
    const open = await line.open()
    const deadline = createDeadline(Math.min(60_000 + size / bytesPerMs, timeoutMs), request.signal)
    try {
      const init: LineInit = { method: 'GET', headers: { Accept: '*/*' }, signal: deadline.signal }
      const response = await open(pathOf(storeId, request), init)
      if (!response.ok) {
        const { status, statusText, headers } = response
        const contentType = headers.get('content-type') ?? ''
        const body = await readAnswerText(response).catch(() => '')
        const retryAfter = headers.get('retry-after')
        const answer = { status, statusText, body, contentType, retryAfter, serverTime: null, now: now() }
        throw errorFromAnswer(asked, answer)
      }
      return await take(piecesOf(response))
    } catch (error) {
      if (error instanceof AppError) throw error
      throw errorFromFailure(asked, { error, stoppedBy: deadline.stoppedBy(), sentWhole: true })
    } finally {
      deadline.clear()
    }
  }

  return {
    storeId,
    limiter,
    storeTime: () => (ahead === null ? null : now() + ahead),
    request: (request) => limiter.run(request.priority, () => send(request), request.signal),
    download: (request, take) => limiter.run(request.priority, () => load(request, take), request.signal),
  }
}

function readAnswer<Value>(
  asked: Asked & Pick<EcwidRequest<Value>, 'schema'>,
  response: Response,
  body: string,
  now: number,
): EcwidAnswer<Value> {
  const { status, statusText, headers } = response
  const contentType = headers.get('content-type') ?? ''
  const date = Date.parse(headers.get('date') ?? '')
  const serverTime = Number.isNaN(date) ? null : date
  if (!response.ok) {
    const retryAfter = headers.get('retry-after')
    throw errorFromAnswer(asked, { status, statusText, body, contentType, retryAfter, serverTime, now })
  }
  if (isHtml({ contentType, body })) throw signInPage()
  const parsed = parseJson(asked, body)
  const raw = asked.idempotent ? withoutTooDeep(parsed) : parsed
  if (!asked.schema) return { value: raw as Value, raw, serverTime, status }
  const checked = asked.schema.safeParse(raw)
  if (checked.success) return { value: checked.data, raw, serverTime, status }
  if (!asked.idempotent) throw lostAnswer(asked, 'unreadable', checked.error)
  throw new AppError('store-fault', says('answer-unreadable'), { cause: checked.error })
}

function parseJson(asked: Asked, body: string): unknown {
  if (body.trim() === '') return undefined
  try {
    return JSON.parse(body)
  } catch (error) {
    throw lostAnswer(asked, 'cut-off', error)
  }
}

function contentTypeOf({ json, bytes, contentType }: EcwidRequest<unknown>): Record<string, string> {
  if (contentType) return { 'Content-Type': contentType }
  if (bytes) return { 'Content-Type': 'application/octet-stream' }
  return json === undefined ? {} : { 'Content-Type': 'application/json;charset=utf-8' }
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading wants no more of it.
    await reader.cancel().catch(() => {})
  }
}

/** Files get time for a slow line: 40 KB a second. */
const bytesPerMs = 40

function defaultTimeout({ bytes }: EcwidRequest<unknown>): number {
  return bytes ? 60_000 + sizeOfUpload(bytes) / bytesPerMs : 30_000
}

function pathOf(storeId: number, { path, query = {} }: Pick<EcwidRequest<unknown>, 'path' | 'query'>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  const search = params.toString()
  return `/api/v3/${storeId}${path}${search && '?'}${search}`
}
