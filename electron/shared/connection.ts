import { z } from 'zod'

/** Ecwid's two kinds of token, told apart by their prefix. A public one reads enabled products only and writes nothing. */
const keyKinds = ['secret', 'public'] as const
export type KeyKind = (typeof keyKinds)[number]

/** The kind a typed key claims to be; undefined while it has neither prefix. */
export function keyKindOf(key: string): KeyKind | undefined {
  if (key.startsWith('secret_')) return 'secret'
  if (key.startsWith('public_')) return 'public'
  return undefined
}

/** A connection as the window sees it: the key itself never leaves main. */
export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  storeId: z.number().int().positive(),
  keyKind: z.enum(keyKinds),
  /** 'session': no keychain answered, so the key lives in memory until the app quits. 'missing': it must be typed again. */
  keyPlace: z.enum(['keychain', 'session', 'missing']),
  /** The built-in demo store. */
  isDemo: z.boolean(),
  /** Ecwid scopes the store has refused for lack of, as seen from its answers. */
  missingScopes: z.array(z.string()),
  addedAt: z.number(),
})
export type Connection = z.infer<typeof connectionSchema>

export const connectionNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the connection a name')
  .max(80, 'At most 80 characters')
export const storeIdSchema = z
  .number('The store ID is a number')
  .int('The store ID is a number')
  .positive('The store ID is a number')
  .max(2_147_483_647, 'This is too long for a store ID')
export const keySchema = z
  .string()
  .trim()
  .max(500, 'This is too long for a key')
  .regex(/^(secret|public)_\w+$/, 'The key starts with secret_ or public_')

export const connectionDraftSchema = z.strictObject({
  name: connectionNameSchema,
  storeId: storeIdSchema,
  key: keySchema,
})
export type ConnectionDraft = z.infer<typeof connectionDraftSchema>

/** The one that is shown when the program starts: that of the last time. */
export function firstShown<Known extends { id: string }>(
  connections: readonly Known[],
  { lastConnectionId }: { lastConnectionId: string | null },
): Known | undefined {
  return connections.find(({ id }) => id === lastConnectionId) ?? connections[0]
}

/** What a successful Test found. Failures are errors, each with its own code and sentence. */
export type ConnectionTest = {
  storeName: string
  /** Null when the store does not tell (a public key). */
  productCount: number | null
  keyKind: KeyKind
}

/** What removing a connection takes with it. */
export type RemovalPreview = {
  products: number
  /** Bytes of local copy: database, cached pictures, staged files. */
  bytes: number
  /** Changes that never reached the store, one sentence each (at most 50). */
  unsent: { product: string; summary: string }[]
  unsentTotal: number
}
