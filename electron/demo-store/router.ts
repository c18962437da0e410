import { ApiError, fileNotFound } from './api-error'
import type { ApiAnswer, ApiRequest } from './api-request'

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the store, with named parts: `/products/:id`. */
  path: string
  /** Any one of them is enough. */
  scopes: readonly string[]
  /** A public token may call it too. */
  public?: boolean
  handle: (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>
}

export type RouteMatch = { route: Route; params: Record<string, string> }

/**
 * Finds the route of a request; earlier routes win, so `/products/deleted` stands before `/products/:id`.
 * Throws 404 for an unknown path and 405 with `Allow` for a wrong verb.
 */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, parts: route.path.split('/') }))

  return (method: string, path: string): RouteMatch => {
    const parts = path.replace(/\/+$/, '').split('/')
    const matches = compiled.flatMap(({ route, parts: pattern }) => {
      const params = matchParts(pattern, parts)
      return params ? [{ route, params }] : []
    })
    const [first] = matches
    if (!first) throw fileNotFound()
    const samePath = matches.filter(({ route }) => isAsSpecific(route, first.route))
    const match = samePath.find(({ route }) => route.method === method)
    if (match) return match
    const allowed = [...new Set(samePath.map(({ route }) => route.method))].join(', ')
    throw new ApiError(405, 'Method not allowed', 'METHOD_NOT_ALLOWED', { headers: { Allow: allowed } })
  }
}

function isAsSpecific(route: Route, first: Route): boolean {
  return route.path.replace(/:\w+/g, ':') === first.path.replace(/:\w+/g, ':')
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [position, expected] of pattern.entries()) {
    const part = parts[position] ?? ''
    if (expected.startsWith(':')) params[expected.slice(1)] = part
    else if (expected !== part) return undefined
  }
  return params
}
