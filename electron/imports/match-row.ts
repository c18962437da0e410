import type { Catalogue } from '../catalogue/catalogue'
import { currentProduct } from '../changes/reindex'

/** Which product a row is about, or which variation of it; or why nobody knows. */
export type Match = { productId: number; variationId: number | null } | { why: string }

/** By Ecwid's number where a row has one, else by the SKU, of a product or of a variation. */
export function matchRow(
  catalogue: Catalogue,
  { id, variationId, sku }: { id: string; variationId: string; sku: string },
): Match {
  if (id !== '') return byId(catalogue, Number(id), variationId)
  if (sku === '') return { why: 'The row has neither an Ecwid ID nor a SKU.' }
  const owner = catalogue.products.skuOwner(sku, null)
  if (!owner) return { why: `No product has the SKU ${sku}.` }
  if (catalogue.products.skuOwner(sku, owner.id)) return { why: `More than one product has the SKU ${sku}.` }
  if (owner.sku === sku) return { productId: owner.id, variationId: null }
  const variations = currentProduct(catalogue, owner.id)?.combinations ?? []
  const found = variations.filter((variation) => variation.sku === sku)
  const [variation] = found
  if (found.length > 1) return { why: `More than one variation has the SKU ${sku}.` }
  return { productId: owner.id, variationId: variation?.id ?? null }
}

function byId(catalogue: Catalogue, id: number, variationId: string): Match {
  const productId = Number.isSafeInteger(id) ? catalogue.products.findByEcwidId(id) : undefined
  if (productId === undefined) return { why: `No product has the Ecwid ID ${id}.` }
  if (variationId === '') return { productId, variationId: null }
  const variation = currentProduct(catalogue, productId)?.combinations?.find((one) => String(one.id) === variationId)
  if (!variation) return { why: `The product has no variation ${variationId}.` }
  return { productId, variationId: variation.id }
}
