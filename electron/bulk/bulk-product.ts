import { variationLabel } from '../changes/variation-pictures'
import { variationsInOrder } from '../changes/variations-in-order'
import { ownValues } from '../shared/fields/own-fields'
import { readFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import type { BulkProduct } from './planner'

export const toBulkProduct = (id: number, product: RemoteProduct): BulkProduct => ({
  id,
  // Without a number of the store's it is named by the one here.
  namedBy: product.id > 0 ? product.id : -id,
  fields: readFields(product),
  variations: variationsInOrder(product).map((variation) => ({
    id: variation.id,
    label: variationLabel(variation),
    options: (variation.options ?? []).map(({ name, value }) => ({ name, value })),
    own: ownValues(variation, product),
  })),
})
