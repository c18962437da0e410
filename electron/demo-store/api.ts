import { ApiError, fileNotFound } from './api-error'
import type { ApiAnswer } from './api-request'
import { invalidToken, requireScope, sentToken, type Tokens } from './auth'
import { createQueryParams } from './query-params'
import type { createEditsAtOnce } from './edits-at-once'
import type { RateLimit } from './rate-limit'
import type { createRouter } from './router'
import type { IncomingHttpHeaders } from 'node:http'

/** `arrived`: how many edits were carried out before it began to come in; left out: it came at once. */
export type RawRequest = { method: string; url: URL; headers: IncomingHttpHeaders; body: Buffer; arrived?: number }
/**
 * `api: false` = a plan without API; `maxProducts` = what a create may not exceed; `removesUnlisted` = a save of variations removes
 * those that it does not name: of the real store neither is known.
 */
export type Plan = { api: boolean; maxProducts: number; removesUnlisted: boolean }

type ApiParts = {
  storeId: number
  tokens: Tokens
  rateLimit: RateLimit
  plan: Plan
  edits: ReturnType<typeof createEditsAtOnce>
  route: ReturnType<typeof createRouter>
}

/**
 * Answers a call of `/api/v3/{storeId}/...` in Ecwid's order of checks: route, method, token, store, plan, rate, scope, and
 * then what the handler checks. Errors come back as answers; only a defect becomes a 500.
 */
export function createApi({ storeId, tokens, rateLimit, plan, edits, route }: ApiParts) {
  const answer = async (request: RawRequest, isBatched: boolean): Promise<ApiAnswer> => {
    const { method, url, headers, body, arrived = edits.arrives() } = request
    const [, store = '', path = ''] = /^\/api\/v3\/([^/]+)(\/.*)$/.exec(url.pathname) ?? []
    if (path === '') throw fileNotFound()
    const match = route(method, path)
    const token = tokens.find(sentToken(headers, url.searchParams))
    if (!token) throw invalidToken()
    if (store !== String(storeId)) throw new ApiError(404, `Store ${store} not found`, 'STORE_NOT_FOUND')
    if (!plan.api) {
      throw new ApiError(402, 'Please upgrade your account to access API', 'NOT_AVAILABLE_ON_CURRENT_PLAN')
    }
    if (!isBatched) rateLimit.take(token.value)
    requireScope(token, match.route.scopes, match.route.public === true)
    edits.check(method, path, arrived)
    const answered = await match.route.handle({
      storeId,
      method,
      path,
      params: match.params,
      query: createQueryParams(url.searchParams),
      token,
      contentType: headers['content-type'],
      headers,
      body,
    })
    edits.carriedOut(method, path)
    return answered
  }

  return async (request: RawRequest, isBatched = false): Promise<ApiAnswer> => {
    try {
      return await answer(request, isBatched)
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, json: error.body, headers: error.extras.headers }
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return { status: 500, json: { errorMessage: 'Internal error', errorCode: 'INTERNAL_ERROR' } }
    }
  }
}

export type Api = ReturnType<typeof createApi>
