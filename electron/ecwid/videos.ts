import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'

export function createVideos(client: EcwidClient) {
  const pathOf = (productId: number, role: 'main' | 'gallery') =>
    role === 'main' ? `/products/${productId}/video` : `/products/${productId}/gallery/video`

  return {
    /** POST /products/{id}/video takes the place of the main picture, POST /products/{id}/gallery/video appends. */
    addVideo: async (
      productId: number,
      url: string,
      role: 'main' | 'gallery',
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      const request = { method: 'POST', path: pathOf(productId, role), json: { url } } as const
      await client.request({ ...request, priority, ...turn })
    },

    /** DELETE /products/{id}/video; one of the gallery goes as a picture does. */
    deleteMainVideo: async (productId: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<void> => {
      await client.request({ method: 'DELETE', path: pathOf(productId, 'main'), priority, ...turn })
    },
  }
}
