import type { ProductPatch } from './fields/product-fields'
import type { ProductDraft } from './product'

/** A product as a row of a sheet. */
export type SheetRow = {
  id: number
  /** The fields that were asked for and those that something was typed into, as the person sees them now. */
  fields: ProductPatch
  draft: ProductDraft | null
}
