import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'
import { readAllPages, readable } from './pages'
import { remoteCategorySchema, type RemoteCategory } from '../shared/remote-product'

export function createCategories(client: EcwidClient) {
  return {
    /** GET /categories: every category of every level, disabled ones included, each with its products in the owner's order. */
    getCategories: async (options: CallOptions = {}): Promise<RemoteCategory[]> => {
      const { items } = await readAllPages(
        client,
        '/categories',
        { hidden_categories: true, productIds: true },
        options,
      )
      const byId = new Map(readable(items, remoteCategorySchema).map((category) => [category.id, category]))
      return [...byId.values()]
    },
  }
}
