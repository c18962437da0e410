import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import type { UploadOptions } from './pictures'
import type { UploadContent } from './upload-body'

const uploadedSchema = z.looseObject({ id: z.number() })

/** Files that buyers of a product download. */
export function createFiles(client: EcwidClient) {
  const pathOf = (productId: number, fileId: number) => `/products/${productId}/files/${fileId}`

  return {
    /** POST /products/{id}/files: appends; answers the file's id. */
    uploadFile: async (
      productId: number,
      content: UploadContent,
      { name, description }: { name: string; description: string },
      { priority = 'picture', onProgress, ...turn }: UploadOptions = {},
    ): Promise<number> => {
      const query = { fileName: name, ...(description && { description }) }
      const path = `/products/${productId}/files`
      const request = { method: 'POST', path, query, bytes: content, schema: uploadedSchema } as const
      return (await client.request({ ...request, priority, onProgress, ...turn })).value.id
    },

    /** PUT /products/{id}/files/{id}; its name and its content stay. */
    describeFile: async (
      productId: number,
      fileId: number,
      description: string,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({ method: 'PUT', path: pathOf(productId, fileId), json: { description }, priority, ...turn })
    },

    /** DELETE /products/{id}/files/{id}; code 'not-found' when it is gone. */
    deleteFile: async (
      productId: number,
      fileId: number,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<void> => {
      await client.request({ method: 'DELETE', path: pathOf(productId, fileId), priority, ...turn })
    },

    /** GET /products/{id}/files/{id}, piece by piece. */
    downloadFile: <Value>(
      productId: number,
      { id, size }: { id: number; size: number },
      take: (pieces: AsyncIterable<Uint8Array>) => Promise<Value>,
      { priority = 'person', signal }: CallOptions = {},
    ): Promise<Value> => client.download({ path: pathOf(productId, id), size, priority, signal }, take),
  }
}
