import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import type { UploadContent } from './upload-body'

/** Bytes from this device, or a link that the store fetches itself. */
export type UploadSource = { bytes: UploadContent } | { url: string }

/** `onProgress` gets the bytes handed to the network so far; a link has no progress. */
export type UploadOptions = CallOptions & { onProgress?: (sent: number) => void }

const uploadedSchema = z.looseObject({ id: z.union([z.number(), z.string().transform(Number)]) })

/** The store downloads a link while we wait for its answer. */
const linkTimeoutMs = 120_000

/** POST of a picture to one of the places that take them; answers its upload id. */
export async function uploadPicture(
  client: EcwidClient,
  path: string,
  fileName: string | undefined,
  source: UploadSource,
  { priority = 'picture', onProgress, ...turn }: UploadOptions,
): Promise<number> {
  const payload =
    'url' in source
      ? { query: { externalUrl: source.url, fileName }, timeoutMs: linkTimeoutMs }
      : { query: { fileName }, bytes: source.bytes, onProgress }
  const request = { method: 'POST', path, priority, ...turn, schema: uploadedSchema, ...payload } as const
  return (await client.request(request)).value.id
}

export function createPictures(client: EcwidClient) {
  return {
    /** POST /products/{id}/image: replaces the main picture; answers the picture's upload id. */
    uploadMain: (productId: number, source: UploadSource, options: UploadOptions = {}): Promise<number> =>
      uploadPicture(client, `/products/${productId}/image`, undefined, source, options),

    /** POST /products/{id}/gallery: appends a picture (the main one if there is none); answers its id. */
    uploadGallery: (
      productId: number,
      source: UploadSource,
      fileName: string,
      options: UploadOptions = {},
    ): Promise<number> => uploadPicture(client, `/products/${productId}/gallery`, fileName, source, options),

    /** DELETE /products/{id}/image. */
    deleteMain: async (productId: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<void> => {
      await client.request({ method: 'DELETE', path: `/products/${productId}/image`, priority, ...turn })
    },

    /** DELETE /products/{id}/gallery/{imageId}. Ids move when the main picture changes: read them just before. */
    deleteGallery: async (
      productId: number,
      imageId: string,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      const path = `/products/${productId}/gallery/${imageId}`
      await client.request({ method: 'DELETE', path, priority, ...turn })
    },
  }
}
