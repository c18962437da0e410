import { z } from 'zod'
import { listedColumn, listedFields, type ListedColumn } from '../shared/fields/listed-fields'
import { productStates, type ProductRow } from '../shared/product-query'

const fieldColumns = listedFields.map((name) => `, ${listedColumn(name)}`).join('')

export const productRowColumns = `id, ecwid_id, name, sku, price, compare_to_price, quantity, in_stock, low_stock, enabled,
  thumbnail, picture_count, variation_count, state, updated_at,
  EXISTS (SELECT 1 FROM drafts WHERE drafts.product_id = products.id) AS has_draft${fieldColumns}`

/** What a SELECT of `productRowColumns` answers. */
export type ProductRecord = {
  id: number
  ecwid_id: number | null
  name: string
  sku: string
  price: number
  compare_to_price: number | null
  quantity: number | null
  in_stock: number
  low_stock: number
  enabled: number
  thumbnail: string | null
  picture_count: number
  variation_count: number
  state: string
  has_draft: number
  updated_at: number
} & Partial<Record<ListedColumn, string | number | null>>

const stateSchema = z.enum(productStates).catch('synced')

export function toProductRow(record: ProductRecord, match: ProductRow['match'] = null): ProductRow {
  return {
    id: record.id,
    ecwidId: record.ecwid_id,
    name: record.name,
    sku: record.sku,
    price: record.price,
    compareToPrice: record.compare_to_price,
    quantity: record.quantity,
    inStock: record.in_stock === 1,
    lowStock: record.low_stock === 1,
    enabled: record.enabled === 1,
    thumbnail: record.thumbnail,
    pictureCount: record.picture_count,
    variationCount: record.variation_count,
    state: stateSchema.parse(record.state),
    hasDraft: record.has_draft === 1,
    updatedAt: record.updated_at,
    values: valuesOf(record),
    match,
  }
}

function valuesOf(record: ProductRecord): ProductRow['values'] {
  const values: ProductRow['values'] = {}
  for (const name of listedFields) values[name] = record[listedColumn(name)]
  return values
}
