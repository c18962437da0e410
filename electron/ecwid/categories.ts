import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { readAllPages } from './pages'
import { uploadPicture, type UploadOptions, type UploadSource } from './pictures'
import type { JsonObject } from './store-product'
import { readBy, readItems, type Unread } from './unread'
import { remoteCategorySchema, type RemoteCategory } from '../shared/remote-product'

const createdSchema = z.looseObject({ id: z.number() })

export function createCategories(client: EcwidClient) {
  return {
    /** GET /categories: every category of every level, disabled ones included, each with its products in the owner's order. */
    getCategories: async (options: CallOptions = {}): Promise<{ items: RemoteCategory[]; unread: Unread }> => {
      const { items } = await readAllPages(
        client,
        '/categories',
        { hidden_categories: true, productIds: true },
        options,
      )
      const read = readItems(items, readBy(remoteCategorySchema))
      const byId = new Map(read.items.map((category) => [category.id, category]))
      return { items: [...byId.values()], unread: read.unread }
    },

    /** GET /categories: ids of those that are right below this one. */
    getSubcategoryIds: async (parent: number, { priority = 'push', signal }: CallOptions = {}): Promise<number[]> => {
      const query = { parent, hidden_categories: true }
      const { items } = await readAllPages(client, '/categories', query, { priority, signal })
      const read = readItems(items, readBy(createdSchema))
      return [...read.items.map(({ id }) => id), ...read.unread.ids]
    },

    /** GET /categories/{id}; code 'not-found' when it is gone. */
    getCategory: async (id: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<RemoteCategory> => {
      const path = `/categories/${id}`
      return (await client.request({ method: 'GET', path, priority, ...turn, schema: remoteCategorySchema })).value
    },

    /** POST /categories: the new id. A lost answer is 'unknown-outcome': look for the category before sending it again. */
    createCategory: async (body: JsonObject, { priority = 'push', ...turn }: CallOptions = {}): Promise<number> => {
      const asked = {
        method: 'POST',
        path: '/categories',
        json: body,
        priority,
        ...turn,
        schema: createdSchema,
      } as const
      return (await client.request(asked)).value.id
    },

    /** PUT /categories/{id}. */
    updateCategory: async (id: number, body: JsonObject, { priority = 'push', ...turn }: CallOptions = {}) => {
      await client.request({ method: 'PUT', path: `/categories/${id}`, json: body, priority, ...turn })
    },

    /** PUT /products/sort: the products of a category stand in this order. */
    sortProducts: async (id: number, sortedIds: number[], { priority = 'push', ...turn }: CallOptions = {}) => {
      const query = { parentCategory: id }
      await client.request({ method: 'PUT', path: '/products/sort', query, json: { sortedIds }, priority, ...turn })
    },

    /** POST /categories/{id}/image: in place of the picture it has; answers the upload id, which names the size of 400 pixels. */
    uploadCategoryPicture: (id: number, source: UploadSource, options: UploadOptions = {}): Promise<number> =>
      uploadPicture(client, `/categories/${id}/image`, undefined, source, options),

    /** DELETE /categories/{id}/image. */
    deleteCategoryPicture: async (id: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<void> => {
      await client.request({ method: 'DELETE', path: `/categories/${id}/image`, priority, ...turn })
    },

    /** DELETE /categories/{id}: with what is below it; its products stay. */
    deleteCategory: async (id: number, { priority = 'push', ...turn }: CallOptions = {}) => {
      await client.request({ method: 'DELETE', path: `/categories/${id}`, priority, ...turn })
    },
  }
}
