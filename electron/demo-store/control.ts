import { z } from 'zod'
import type { Plan } from './api'
import { ApiError, productNotFound, wrongParameter } from './api-error'
import { ok, type ApiAnswer } from './api-request'
import type { Tokens } from './auth'
import { faultSchema, type Faults } from './faults'
import { changedProduct } from './product-write'
import { mergeJson } from './json-object'
import { withLater } from './made-later'
import type { RateLimit } from './rate-limit'
import type { RequestLog } from './request-log'
import type { SearchIndex } from './search-index'
import { stateView } from './state-view'
import type { Store } from './store'

export type ControlParts = {
  store: Store
  index: SearchIndex
  tokens: Tokens
  rateLimit: RateLimit
  plan: Plan
  faults: Faults
  log: RequestLog
  skipClock: (ms: number) => void
  reset: () => void
}

const planSchema = z.object({
  api: z.boolean().optional(),
  maxProducts: z.number().int().min(0).optional(),
  removesUnlisted: z.boolean().optional(),
})
const sellSchema = z.object({ id: z.number(), quantity: z.number().default(1), combinationId: z.number().optional() })
const clockSchema = z.object({ ms: z.number().optional(), seconds: z.number().optional() })

/**
 * The hidden side of the demo store, JSON over HTTP at `controlUrl`, never under `/api/v3`:
 *
 *     POST   /faults          {match?: {method?, path?: regular expression on path and query}, times? = 1, after? = 0, kind}
 *                             kind: 'status' (status, retryAfter?, body?, html?, location?, processed? = false) | 'slow' (ms, processed? = false)
 *                             | 'drop-before' (the socket is cut before the request is processed)
 *                             | 'drop-after' (processed, then cut before the answer) | 'drop-mid-body' (half of the body, then cut)
 *                             | 'truncate-json' (a complete answer whose JSON is cut) | 'empty-error' (status = 500) | 'silence'
 *                             | 'slow-read' (bytesPerSecond: takes the request's body no faster, as a slow line does)
 *     DELETE /faults          forget the faults that wait
 *     POST   /revoke-token    {token}
 *     POST   /scopes          {token, scopes: [...]}
 *     POST   /plan            {api?: boolean, maxProducts?: number, removesUnlisted?: boolean}
 *     POST   /products/{id}   change behind the client's back, a body as of an update; DELETE the same
 *     DELETE /pictures/{id}   nothing answers any more where this picture was
 *     POST   /later/{id}      plants the body's fields in a product and everything it holds: what no client knows yet
 *     POST   /profile         change the store's profile, such as its languages
 *     POST   /sell            {id, quantity? = 1, combinationId?}
 *     POST   /skip-clock      {ms} or {seconds}
 *     GET    /requests        the log without tokens; DELETE the same
 *     GET    /state           every product with the SHA-256 of the uploaded bytes of its pictures
 *     POST   /index-lag       {ms}
 *     POST   /rate-limit      {perMinute}, 0 = off
 *     POST   /reset           the catalogue, tokens, plan, faults and log as at the start
 */
export function createControl(parts: ControlParts) {
  const { store, index, tokens, rateLimit, plan, faults, log } = parts

  const actions: Record<string, (body: unknown, id: number) => unknown> = {
    'POST /faults': (body) => faults.add(parse(faultSchema, body)),
    'DELETE /faults': () => faults.clear(),
    'GET /faults': () => ({ pending: faults.pending }),
    'POST /revoke-token': (body) => ({ revoked: tokens.revoke(parse(z.object({ token: z.string() }), body).token) }),
    'POST /scopes': (body) => {
      const { token, scopes } = parse(z.object({ token: z.string(), scopes: z.array(z.string()) }), body)
      return { found: tokens.setScopes(token, scopes) }
    },
    'POST /plan': (body) => Object.assign(plan, parse(planSchema, body)),
    'POST /products': (body, id) => changeProduct(body, id, store),
    'DELETE /products': (_, id) => ({ deleteCount: store.deleteProduct(id) ? 1 : 0 }),
    'DELETE /pictures': (_, id) => ({ found: store.data.pictures.delete(id) }),
    'POST /later': (body, id) => plantLater(body, id, store),
    'POST /profile': (body) => {
      store.saveProfile(mergeJson(store.data.profile, parse(z.record(z.string(), z.unknown()), body)))
    },
    'POST /sell': (body) => sell(parse(sellSchema, body), store),
    'POST /skip-clock': (body) => {
      const { ms = 0, seconds = 0 } = parse(clockSchema, body)
      parts.skipClock(ms + seconds * 1000)
    },
    'GET /requests': () => ({ requests: log.all() }),
    'DELETE /requests': () => log.clear(),
    'GET /state': () => stateView(store),
    'POST /index-lag': (body) => index.setLag(parse(z.object({ ms: z.number().min(0) }), body).ms),
    'POST /rate-limit': (body) => rateLimit.set(parse(z.object({ perMinute: z.number().min(0) }), body).perMinute),
    'POST /reset': () => parts.reset(),
  }

  /** @param path below the control address, such as `/faults` */
  return (method: string, path: string, body: Buffer): ApiAnswer => {
    const [, name = '', id] = /^\/([\w-]+)(?:\/(\d+))?\/?$/.exec(path) ?? []
    const action = actions[`${method} /${name}`]
    if (!action || (name === 'products' && id === undefined)) throw new ApiError(404, 'There is no such control')
    return ok(action(body.length === 0 ? {} : readJson(body), Number(id)) ?? { done: true })
  }
}

export type Control = ReturnType<typeof createControl>

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw wrongParameter('The control needs JSON')
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw wrongParameter(z.prettifyError(result.error))
}

function changeProduct(body: unknown, id: number, store: Store) {
  const product = store.product(id)
  if (!product) throw productNotFound(id)
  const changes = parse(z.record(z.string(), z.unknown()), body)
  store.saveProduct(changedProduct(product, changes, store, { rebuildVariations: true }))
  return { updateCount: 1 }
}

function plantLater(body: unknown, id: number, store: Store) {
  const product = store.product(id)
  if (!product) throw productNotFound(id)
  store.saveProduct(withLater(product, parse(z.record(z.string(), z.unknown()), body)))
}

/** As an order would: stock goes down, the update time moves. */
function sell({ id, quantity, combinationId }: z.infer<typeof sellSchema>, store: Store) {
  const product = store.product(id)
  if (!product) throw productNotFound(id)
  if (combinationId === undefined) {
    const left = product.values.quantity - quantity
    store.saveProduct({ ...product, values: { ...product.values, quantity: product.values.unlimited ? 0 : left } })
    return { quantity: product.values.unlimited ? null : left }
  }
  const combinations = product.combinations.map((each) => {
    if (each.id !== combinationId || each.values.unlimited) return each
    return { ...each, values: { ...each.values, quantity: (each.values.quantity ?? 0) - quantity } }
  })
  store.saveProduct({ ...product, combinations })
  return { quantity: combinations.find((each) => each.id === combinationId)?.values.quantity ?? null }
}
