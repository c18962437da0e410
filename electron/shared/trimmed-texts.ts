import type { ProductPatch } from './fields/product-fields'

/** What is saved of a typed name and SKU: a space pasted along would make it another one for whatever compares them. */
export const withTrimmedTexts = (patch: ProductPatch): ProductPatch => ({
  ...patch,
  ...(patch.name !== undefined && { name: patch.name.trim() }),
  ...(patch.sku !== undefined && { sku: patch.sku.trim() }),
})
