import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { uploadPicture, type UploadOptions, type UploadSource } from './pictures'
import { updatedSchema } from './products'
import { readProduct, type JsonObject, type StoreProduct } from './store-product'

/** Ecwid calls variations combinations. */
export function createVariations(client: EcwidClient) {
  const pathOf = (productId: number, variationId: number) => `/products/${productId}/combinations/${variationId}`

  return {
    /** POST /products/{id}/combinations/{id}/image: replaces the variation's picture; answers the picture's upload id. */
    uploadVariationPicture: (
      productId: number,
      variationId: number,
      source: UploadSource,
      options: UploadOptions = {},
    ): Promise<number> => uploadPicture(client, `${pathOf(productId, variationId)}/image`, undefined, source, options),

    /** DELETE /products/{id}/combinations/{id}/image. */
    deleteVariationPicture: async (
      productId: number,
      variationId: number,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({ method: 'DELETE', path: `${pathOf(productId, variationId)}/image`, priority, ...turn })
    },

    /** POST /products/{id}/combinations: `options` of the body tell it from the others; there is one with each. */
    createVariation: async (
      productId: number,
      body: JsonObject,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({
        method: 'POST',
        path: `/products/${productId}/combinations`,
        json: body,
        priority,
        ...turn,
      })
    },

    /**
     * PUT /products/{id}?saveCombinations=true: makes up to 200; the product afterwards, null when the store did not send it along. What
     * becomes of variations that are not named is not promised.
     */
    saveVariations: async (
      productId: number,
      combinations: readonly JsonObject[],
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<StoreProduct | null> => {
      const answer = await client.request({
        method: 'PUT',
        path: `/products/${productId}`,
        query: { saveCombinations: true, returnItem: true },
        json: { combinations },
        priority,
        ...turn,
        schema: updatedSchema,
      })
      return readProduct((answer.raw as JsonObject | undefined)?.item)
    },

    /** DELETE /products/{id}/combinations/{id}; code 'not-found' when it is gone. */
    deleteVariation: async (
      productId: number,
      variationId: number,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({ method: 'DELETE', path: pathOf(productId, variationId), priority, ...turn })
    },

    /** PUT /products/{id}/combinations/{id}: merges the fields. */
    updateVariation: async (
      productId: number,
      variationId: number,
      body: JsonObject,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({ method: 'PUT', path: pathOf(productId, variationId), json: body, priority, ...turn })
    },

    /** PUT /products/{id}/combinations/{id}/inventory: adds `delta`, which may be negative; for one with an SKU of its own. */
    adjustVariationStock: async (
      productId: number,
      variationId: number,
      delta: number,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      const path = `${pathOf(productId, variationId)}/inventory`
      await client.request({ method: 'PUT', path, json: { quantityDelta: delta }, priority, ...turn })
    },
  }
}
