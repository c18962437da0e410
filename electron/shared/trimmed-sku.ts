import type { ProductPatch } from './fields/product-fields'

/** What is saved of a typed SKU: a space pasted along would make it another one for whatever compares them. */
export const withTrimmedSku = (patch: ProductPatch): ProductPatch =>
  patch.sku === undefined ? patch : { ...patch, sku: patch.sku.trim() }
