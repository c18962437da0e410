import type { ProductRow } from '../../electron/shared/product-query'

/** Counted, with pictures and without variations. */
export const isPlain = (row: ProductRow): boolean =>
  row.quantity !== null && row.variationCount === 0 && row.pictureCount >= 2

/** The request that writes a product. */
export const putProduct = (id: number): string => `/products/${id}(\\?|$)`
