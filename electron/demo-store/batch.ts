import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { ApiError, wrongParameter } from './api-error'
import type { RawRequest } from './api'
import { jsonArrayBody, jsonType, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { isJsonObject, type JsonObject } from './json-object'
import type { QueryParams } from './query-params'
import type { Route } from './router'
import type { StoreParts } from './store-parts'

const mostItems = 500
const deduplicationSeconds = 3600
const methods = ['GET', 'POST', 'PUT', 'DELETE']

type Call = { id: string; method: string; path: string; body: Buffer }
type Outcome = { id: string; status: 'COMPLETED' | 'FAILED' | 'NOT_EXECUTED'; httpStatus: number; json: unknown }
type Batch = {
  ticket: string
  groupId: string | undefined
  at: number
  key: string | undefined
  token: string
  calls: Call[]
  stopOnFirstFailure: boolean
  isCancelled: boolean
  status: 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED'
  outcomes: Outcome[]
}

/**
 * Batches of the store run one after the other, and the calls inside one in their order. This app sends none; they are here
 * for clients of others, the official one among them.
 */
export function batchRoutes({ store }: StoreParts, callInside: (request: RawRequest) => Promise<ApiAnswer>): Route[] {
  const batches = new Map<string, Batch>()
  let queue: Promise<void> = Promise.resolve()

  const create = (request: ApiRequest): ApiAnswer => {
    const calls = readCalls(jsonArrayBody(request, 'Batch'))
    const key = request.query.text('deduplicationKey')
    const now = store.now()
    const same = [...batches.values()].find((each) => key && each.key === key && now - each.at < deduplicationSeconds)
    if (same) return ok({ ticket: same.ticket })
    const batch: Batch = {
      ticket: randomUUID(),
      groupId: request.query.text('groupId'),
      at: now,
      key,
      token: request.token.value,
      calls,
      stopOnFirstFailure: request.query.flag('stopOnFirstFailure') ?? true,
      isCancelled: false,
      status: 'QUEUED',
      outcomes: [],
    }
    batches.set(batch.ticket, batch)
    queue = queue.then(() => run(batch, request, callInside))
    return ok({ ticket: batch.ticket })
  }

  const status = (request: ApiRequest): ApiAnswer => {
    const ticket = request.query.text('ticket')
    if (ticket === undefined)
      return ok([...batches.values()].filter(wanted(request.query)).map((each) => summary(each)))
    const batch = batches.get(ticket)
    if (!batch) throw new ApiError(404, `Batch ${ticket} not found`)
    return ok({ ...summary(batch), ...responses(batch, request.query.flag('escapedJson') ?? false) })
  }

  const cancelGroup = (request: ApiRequest): ApiAnswer => {
    const groupId = request.query.text('groupId')
    const cancelled = [...batches.values()].filter((each) => each.groupId === groupId && each.status !== 'COMPLETED')
    for (const batch of cancelled) batch.isCancelled = true
    return ok({ updateCount: cancelled.length })
  }

  const scopes = ['read_catalog', 'update_catalog', 'create_catalog']
  return [
    { method: 'POST', path: '/batch', scopes, handle: create },
    { method: 'GET', path: '/batch', scopes, handle: status },
    { method: 'POST', path: '/batch/cancel-group', scopes, handle: cancelGroup },
  ]
}

async function run(batch: Batch, request: ApiRequest, callInside: (request: RawRequest) => Promise<ApiAnswer>) {
  batch.status = 'IN_PROGRESS'
  let hasFailed = false
  for (const call of batch.calls) {
    if (batch.isCancelled || (hasFailed && batch.stopOnFirstFailure)) {
      batch.outcomes.push({ id: call.id, status: 'NOT_EXECUTED', httpStatus: 0, json: undefined })
      continue
    }
    const url = new URL(`http://127.0.0.1/api/v3/${request.storeId}${call.path}`)
    url.searchParams.delete('token')
    const headers = { authorization: `Bearer ${batch.token}`, 'content-type': 'application/json' }
    const answer = await callInside({ method: call.method, url, headers, body: call.body })
    hasFailed ||= answer.status >= 400
    const outcome = answer.status >= 400 ? 'FAILED' : 'COMPLETED'
    batch.outcomes.push({ id: call.id, status: outcome, httpStatus: answer.status, json: jsonOf(answer) })
    // Others get their turn, and a poll can see the progress.
    await new Promise((resolve) => setImmediate(resolve))
  }
  batch.status = 'COMPLETED'
}

/** Files and pictures have no place in a batch's answers. */
function jsonOf({ json, bytes }: ApiAnswer): unknown {
  return bytes?.type === jsonType ? JSON.parse(bytes.content.toString('utf8')) : json
}

function readCalls(items: unknown[]): Call[] {
  if (items.length > mostItems)
    throw wrongParameter(`Batch request body is invalid. It has more than ${mostItems} items`)
  const bad = (position: number, name: string) =>
    wrongParameter(`Batch request body is invalid. Path $[${position}].${name} contains bad value`)
  const seen = new Set<string>()
  return items.map((item, position) => {
    if (!isJsonObject(item))
      throw wrongParameter(`Batch request body is invalid. Path $[${position}] contains bad value`)
    const { id = String(position), method, path, body } = item
    if (typeof id !== 'string' || seen.has(id)) throw bad(position, 'id')
    if (typeof method !== 'string' || !methods.includes(method.toUpperCase())) throw bad(position, 'method')
    if (typeof path !== 'string' || path.trim() === '') throw bad(position, 'path')
    seen.add(id)
    // The documentation writes a leading slash, the official client none.
    return { id, method: method.toUpperCase(), path: path.replace(/^\/*/, '/'), body: bodyOf(body) }
  })
}

function bodyOf(body: unknown): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0)
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}

function summary({ ticket, status, calls, outcomes }: Batch): JsonObject {
  const completedRequests = outcomes.filter((each) => each.status !== 'NOT_EXECUTED').length
  return {
    ticket,
    status,
    totalRequests: calls.length,
    completedRequests: status === 'COMPLETED' ? calls.length : completedRequests,
  }
}

function responses({ status, outcomes }: Batch, isEscaped: boolean): JsonObject {
  if (status === 'QUEUED') return {}
  return {
    responses: outcomes.map(({ id, status: outcome, httpStatus, json }) => ({
      id,
      status: outcome,
      ...(isEscaped ? { escapedHttpBody: json === undefined ? '' : JSON.stringify(json) } : { httpBody: json }),
      httpStatusCode: httpStatus,
      httpStatusLine: httpStatus === 0 ? '' : (STATUS_CODES[httpStatus] ?? ''),
    })),
  }
}

function wanted(query: QueryParams): (batch: Batch) => boolean {
  const status = query.oneOf('status', ['QUEUED', 'IN_PROGRESS', 'COMPLETED'])
  return (batch) => status === undefined || batch.status === status
}
