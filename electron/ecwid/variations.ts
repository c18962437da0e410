import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import type { JsonObject } from './store-product'

export function createVariations(client: EcwidClient) {
  return {
    /** GET /products/{id}/combinations: a bare array, exactly as sent. */
    getVariations: async (
      productId: number,
      { priority = 'push', signal }: CallOptions = {},
    ): Promise<JsonObject[]> => {
      const path = `/products/${productId}/combinations`
      const schema = z.array(z.looseObject({ id: z.number() }))
      const { raw } = await client.request({ method: 'GET', path, priority, signal, schema })
      return raw as JsonObject[]
    },
  }
}
