import { z } from 'zod'
import { inLanguages, remoteProductSchema, type RemoteProduct } from '../shared/remote-product'

export type JsonObject = Record<string, unknown>

/** `raw` is the JSON exactly as the store sent it, for storing; `product` is the same, read. */
export type StoreProduct = { raw: JsonObject; product: RemoteProduct }

/** Null for something without even an id. */
export function readProduct(raw: unknown, languages: readonly string[] = []): StoreProduct | null {
  const read = remoteProductSchema.safeParse(raw)
  return read.success ? { raw: raw as JsonObject, product: inLanguages(read.data, languages) } : null
}

/** Accepts what `readProduct` can read. */
export const productAnswer = (languages: () => readonly string[]) =>
  z.unknown().transform((raw, context): StoreProduct => {
    const read = readProduct(raw, languages())
    if (read) return read
    context.addIssue({ code: 'custom', message: 'no product' })
    return z.NEVER
  })
