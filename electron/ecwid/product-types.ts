import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import type { JsonObject } from './store-product'
import { readBy, readItems, type Unread } from './unread'
import { remoteProductTypeSchema, type RemoteProductType } from '../shared/remote-product'

const createdSchema = z.looseObject({ id: z.number() })

export function createProductTypes(client: EcwidClient) {
  return {
    /** GET /classes: a bare array; the General type with id 0 is always in it. */
    getProductTypes: async ({ priority = 'pull', signal }: CallOptions = {}): Promise<{
      items: RemoteProductType[]
      unread: Unread
    }> => {
      const schema = z.array(z.unknown())
      const { value } = await client.request({ method: 'GET', path: '/classes', priority, signal, schema })
      return readItems(value, readBy(remoteProductTypeSchema))
    },

    /** GET /classes/{id}; code 'not-found' when it is gone. */
    getProductType: async (
      id: number,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<RemoteProductType> => {
      const path = `/classes/${id}`
      return (await client.request({ method: 'GET', path, priority, ...turn, schema: remoteProductTypeSchema })).value
    },

    /** POST /classes: the new id. A lost answer is 'unknown-outcome': look for its name, which only one type can have. */
    createProductType: async (body: JsonObject, { priority = 'push', ...turn }: CallOptions = {}): Promise<number> => {
      const asked = { method: 'POST', path: '/classes', json: body, priority, ...turn, schema: createdSchema } as const
      return (await client.request(asked)).value.id
    },

    /** PUT /classes/{id}. The attributes in the body are all of them: one that is not listed goes. */
    updateProductType: async (id: number, body: JsonObject, { priority = 'push', ...turn }: CallOptions = {}) => {
      await client.request({ method: 'PUT', path: `/classes/${id}`, json: body, priority, ...turn })
    },

    /** DELETE /classes/{id}: its products are of the General type then. */
    deleteProductType: async (id: number, { priority = 'push', ...turn }: CallOptions = {}) => {
      await client.request({ method: 'DELETE', path: `/classes/${id}`, priority, ...turn })
    },
  }
}
