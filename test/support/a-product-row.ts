import type { ProductRow } from '../../electron/shared/product-query'

/** A mug of a number in the list. */
export const aProductRow = (n: number): ProductRow => ({
  id: n,
  ecwidId: n,
  name: `Mug ${n}`,
  sku: `M-${n}`,
  price: n,
  compareToPrice: null,
  quantity: n,
  inStock: true,
  lowStock: false,
  enabled: true,
  thumbnail: `https://shop/${n}.png`,
  pictureCount: 0,
  variationCount: 0,
  state: 'synced',
  hasDraft: false,
  updatedAt: 1,
  values: {},
  match: null,
})
