import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { parseStoreDate } from './store-date'

export type StoreStats = {
  /** UNIX ms of the last change; null when the store does not tell (a public key sees only products and profile). */
  productsUpdated: number | null
  categoriesUpdated: number | null
  profileUpdated: number | null
  productCount: number | null
  serverTime: number | null
}

const date = z
  .string()
  .optional()
  .catch(undefined)
  .transform((text) => parseStoreDate(text))
const count = z.number().optional().catch(undefined)

const statsSchema = z.looseObject({
  productsUpdated: date,
  categoriesUpdated: date,
  profileUpdated: date,
  productCount: count,
  // Ecwid's reference documents this name for the answer as well, its own client reads the other.
  productCountRequired: count,
})

export function createStats(client: EcwidClient) {
  return {
    /** GET /latest-stats: one cheap call that tells whether anything changed. */
    getStats: async ({ priority = 'pull', signal }: CallOptions = {}): Promise<StoreStats> => {
      const { value, serverTime } = await client.request({
        method: 'GET',
        path: '/latest-stats',
        query: { productCountRequired: true },
        priority,
        signal,
        schema: statsSchema,
      })
      const { productsUpdated, categoriesUpdated, profileUpdated, productCount, productCountRequired } = value
      return {
        productsUpdated,
        categoriesUpdated,
        profileUpdated,
        productCount: productCount ?? productCountRequired ?? null,
        serverTime,
      }
    },
  }
}
