import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { uploadPicture, type UploadOptions, type UploadSource } from './pictures'
import type { JsonObject } from './store-product'

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
