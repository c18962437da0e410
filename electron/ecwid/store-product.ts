import { z } from 'zod'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'

export type JsonObject = Record<string, unknown>

/** `raw` is the JSON exactly as the store sent it, for storing; `product` is the same, read. */
export type StoreProduct = { raw: JsonObject; product: RemoteProduct }

/** Null for something without even an id. */
export function readProduct(raw: unknown): StoreProduct | null {
  const read = remoteProductSchema.safeParse(raw)
  return read.success ? { raw: raw as JsonObject, product: read.data } : null
}

/** Accepts what `readProduct` can read. */
export const productAnswerSchema = z.unknown().transform((raw, context): StoreProduct => {
  const read = readProduct(raw)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'no product' })
  return z.NEVER
})
