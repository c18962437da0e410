import type { IncomingHttpHeaders } from 'node:http'
import { ApiError, wrongParameter } from './api-error'
import type { Token } from './auth'
import { isJsonObject, type JsonObject } from './json-object'
import type { QueryParams } from './query-params'

export type ApiRequest = {
  storeId: number
  method: string
  /** Below `/api/v3/{storeId}`, such as `/products/7`. */
  path: string
  /** The named parts of the route's path. */
  params: Record<string, string>
  query: QueryParams
  token: Token
  contentType: string | undefined
  headers: IncomingHttpHeaders
  body: Buffer
}

export type ApiAnswer = {
  status: number
  /** Sent as JSON; undefined = an empty body. */
  json?: unknown
  /** Sent as they are, instead of `json`. */
  bytes?: { content: Buffer; type: string }
  headers?: Record<string, string>
}

export const jsonType = 'application/json;charset=utf-8'

export const ok = (json: unknown): ApiAnswer => ({ status: 200, json })

/** The id in the path; anything that is no number belongs to no record. */
export function idParam(request: ApiRequest, name: string): number {
  const text = request.params[name] ?? ''
  return /^\d+$/.test(text) ? Number(text) : -1
}

function parseBody(request: ApiRequest): unknown {
  const type = request.contentType?.split(';')[0]?.trim().toLowerCase()
  if (type && type !== 'application/json' && type !== 'text/json') {
    throw new ApiError(415, 'Unsupported content-type: expected either application/json or text/json')
  }
  try {
    return JSON.parse(request.body.toString('utf8'))
  } catch (error) {
    throw wrongParameter(`Wrong JSON format: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

export function jsonObjectBody(request: ApiRequest, owner: string): JsonObject {
  const body = parseBody(request)
  if (!isJsonObject(body)) throw wrongParameter(`Field ${owner} is expected to be an object`)
  return body
}

export function jsonArrayBody(request: ApiRequest, owner: string): unknown[] {
  const body = parseBody(request)
  if (!Array.isArray(body)) throw wrongParameter(`Field ${owner} is expected to be an array`)
  return body
}
