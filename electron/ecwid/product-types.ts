import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { readBy, readItems, type Unread } from './unread'
import { remoteProductTypeSchema, type RemoteProductType } from '../shared/remote-product'

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
  }
}
