import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { ApiError } from './api-error'

export const secretScopes = [
  'read_store_profile',
  'update_store_profile',
  'read_store_limits',
  'read_store_profile_extended',
  'read_catalog',
  'update_catalog',
  'create_catalog',
  'update_catalog_batch_delete',
  'read_brands',
  'read_reviews',
  'update_reviews',
  'public_storefront',
] as const

export type TokenKind = 'secret' | 'public'
export type Token = { value: string; kind: TokenKind; scopes: ReadonlySet<string> }
export type Tokens = ReturnType<typeof createTokens>

/** `secret_` or `public_` and 32 alphanumerics, the same for the same seed and store, so that a demo survives a restart. */
export function deterministicToken(kind: TokenKind, storeId: number, seed: number): string {
  const digest = createHash('sha512').update(`stockroom demo store ${kind} ${storeId} ${seed}`).digest('base64')
  return `${kind}_${digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 32)}`
}

export function randomToken(kind: TokenKind): string {
  return `${kind}_${randomBytes(16).toString('hex')}`
}

export function createTokens(secretToken: string, publicToken: string, scopes: readonly string[]) {
  const initial = (): [string, Token][] => [
    [secretToken, { value: secretToken, kind: 'secret', scopes: new Set(scopes) }],
    [publicToken, { value: publicToken, kind: 'public', scopes: new Set() }],
  ]
  let known = new Map(initial())
  return {
    find: (value: string | undefined): Token | undefined => (value === undefined ? undefined : known.get(value)),
    revoke: (value: string): boolean => known.delete(value),
    setScopes(value: string, next: readonly string[]): boolean {
      const token = known.get(value)
      if (token) known.set(value, { ...token, scopes: new Set(next) })
      return token !== undefined
    },
    reset() {
      known = new Map(initial())
    },
  }
}

/** The Bearer header, else `?token=`; any other Authorization scheme is passed over, as old clients send one beside it. */
export function sentToken(headers: IncomingHttpHeaders, search: URLSearchParams): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return bearer ?? search.get('token') ?? undefined
}

export const invalidToken = () => new ApiError(403, 'Invalid API token', 'INVALID_API_TOKEN')

/** Any one of the scopes is enough. */
export function requireScope(token: Token, scopes: readonly string[], isPublic: boolean): void {
  // Every app may read the profile and the statistics.
  if (scopes.includes('read_store_profile') || (token.kind === 'public' && isPublic)) return
  if (token.kind === 'secret' && scopes.some((scope) => token.scopes.has(scope))) return
  throw new ApiError(403, `The app has no ${scopes[0] ?? 'needed'} scope`, 'INSUFFICIENT_APP_SCOPE')
}
