import type { Catalogue } from '../../../catalogue/catalogue'
import { currentProduct } from '../../../changes/reindex'
import { variationLabel } from '../../../changes/variation-pictures'
import type { PictureTarget } from '../../../shared/picture-job'

/** The variation of a product that has this SKU; null: it is the product's own, or nobody's. */
export function variationOf(catalogue: Catalogue, productId: number, sku: string | null): number | null {
  if (sku === null || sku === '' || catalogue.products.row(productId)?.sku === sku) return null
  const combinations = currentProduct(catalogue, productId)?.combinations ?? []
  return combinations.find((combination) => combination.sku === sku)?.id ?? null
}

/** What is shown of the product a file belongs to; null when it is not in the catalogue any more. */
export function targetOf(
  catalogue: Catalogue,
  productId: number | null,
  variationId: number | null,
): PictureTarget | null {
  const row = productId === null ? undefined : catalogue.products.row(productId)
  if (!row) return null
  return {
    productId: row.id,
    productName: row.name,
    sku: row.sku,
    thumbnail: row.thumbnail,
    variation: variationShown(catalogue, row.id, variationId),
  }
}

function variationShown(
  catalogue: Catalogue,
  productId: number,
  variationId: number | null,
): PictureTarget['variation'] {
  if (variationId === null) return null
  const found = currentProduct(catalogue, productId)?.combinations?.find(({ id }) => id === variationId)
  if (!found) return null
  return { id: variationId, label: variationLabel(found), sku: found.sku ?? '' }
}
