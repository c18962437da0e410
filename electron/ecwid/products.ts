import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient, Query } from './client'
import { pageLimit, pageSchema, readAllPages } from './pages'
import { parseStoreDate } from './store-date'
import { productAnswer, readProduct, type JsonObject, type StoreProduct } from './store-product'
import { readBy, readItems, together, type Unread } from './unread'

export type ProductSearchPage = {
  /** Matches in the whole store. */
  total: number
  /** Items the store sent, readable or not: page on by this. */
  count: number
  offset: number
  /** The limit the store kept to. */
  limit: number
  items: StoreProduct[]
  unread: Unread
  /** The store's clock, UNIX ms. */
  serverTime: number | null
}

/** Products that were asked for by id. With an unread one among them that has no id, none of the others is known to be gone. */
export type ProductsById = { items: StoreProduct[]; unread: Unread }

export type DeletedProduct = { id: number; deletedAt: number | null }

const createdSchema = z.looseObject({ id: z.number() })
export const updatedSchema = z.looseObject({}).optional()
const deletedSchema = z.looseObject({ id: z.number(), date: z.string().optional().catch(undefined) })

export function createProducts(client: EcwidClient, languages: () => readonly string[]) {
  const read = (raw: unknown) => readProduct(raw, languages())
  const productAnswerSchema = productAnswer(languages)
  const searchProducts = async (
    query: Query,
    { priority = 'pull', ...turn }: CallOptions = {},
  ): Promise<ProductSearchPage> => {
    const { value, serverTime } = await client.request({
      method: 'GET',
      path: '/products',
      query,
      priority,
      ...turn,
      schema: pageSchema,
    })
    return {
      total: value.total,
      count: value.items.length,
      offset: value.offset ?? Number(query.offset ?? 0),
      limit: value.limit || Number(query.limit ?? pageLimit),
      ...readItems(value.items, read),
      serverTime,
    }
  }

  return {
    /** GET /products: one page, with Ecwid's own search parameters. */
    searchProducts,

    /** GET /products/{id}; code 'not-found' when it is gone. */
    getProduct: async (id: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<StoreProduct> => {
      const path = `/products/${id}`
      return (await client.request({ method: 'GET', path, priority, ...turn, schema: productAnswerSchema })).value
    },

    /** GET /products?productId=…: consistent at once, unlike other searches. Those that are gone are left out. */
    getProducts: async (ids: number[], options: CallOptions = {}): Promise<ProductsById> => {
      const pages: ProductSearchPage[] = []
      for (let from = 0; from < ids.length; from += pageLimit) {
        const productId = ids.slice(from, from + pageLimit).join(',')
        pages.push(await searchProducts({ productId, limit: pageLimit }, options))
      }
      return { items: pages.flatMap(({ items }) => items), unread: together(pages.map(({ unread }) => unread)) }
    },

    /** POST /products: the new id; `combinations` in the body are its variations. A lost answer is 'unknown-outcome': look for the product before sending it again. */
    createProduct: async (body: JsonObject, { priority = 'push', ...turn }: CallOptions = {}): Promise<number> => {
      const answer = await client.request({
        method: 'POST',
        path: '/products',
        query: body.combinations === undefined ? {} : { saveCombinations: true },
        json: body,
        priority,
        ...turn,
        schema: createdSchema,
      })
      return answer.value.id
    },

    /** PUT /products/{id}?returnItem=true: the product afterwards; null when the store did not send it along. */
    updateProduct: async (
      id: number,
      body: JsonObject,
      { priority = 'push', ...turn }: CallOptions = {},
    ): Promise<StoreProduct | null> => {
      const answer = await client.request({
        method: 'PUT',
        path: `/products/${id}`,
        query: { returnItem: true },
        json: body,
        priority,
        ...turn,
        schema: updatedSchema,
      })
      return read((answer.raw as JsonObject | undefined)?.item)
    },

    /** DELETE /products/{id}. A product that is gone already throws 'not-found' or passes: Ecwid does either. */
    deleteProduct: async (id: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<void> => {
      await client.request({ method: 'DELETE', path: `/products/${id}`, priority, ...turn })
    },

    /** PUT /products/{id}/inventory: adds `delta`, which may be negative, to the stock. */
    adjustStock: async (id: number, delta: number, { priority = 'push', ...turn }: CallOptions = {}): Promise<void> => {
      const path = `/products/${id}/inventory`
      await client.request({ method: 'PUT', path, json: { quantityDelta: delta }, priority, ...turn })
    },

    /** GET /products/deleted, all pages, since `from` (UNIX ms). */
    listDeleted: async (
      from: number,
      options: CallOptions = {},
    ): Promise<{ items: DeletedProduct[]; serverTime: number | null }> => {
      const query = { from_date: Math.floor(from / 1000) }
      const { items, serverTime } = await readAllPages(client, '/products/deleted', query, options)
      const read = readItems(items, readBy(deletedSchema))
      return { items: read.items.map(({ id, date }) => ({ id, deletedAt: parseStoreDate(date) })), serverTime }
    },
  }
}
