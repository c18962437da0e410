import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { readAllPages } from './pages'
import { readBy, readItems, type Unread } from './unread'
import { remoteCategorySchema, type RemoteCategory } from '../shared/remote-product'

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
  }
}
