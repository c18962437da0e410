import type { OwnValues } from './fields/own-fields'
import type { ProductPatch } from './fields/product-fields'
import type { ProductDraft } from './product'

/** A variation as a row below that of its product. */
export type SheetVariation = { id: number; label: string; own: OwnValues }

/** A product as a row of a sheet. */
export type SheetRow = {
  id: number
  /** The fields that were asked for and those that something was typed into, as the person sees them now. */
  fields: ProductPatch
  /** Null: they were not asked for. */
  variations: SheetVariation[] | null
  draft: ProductDraft | null
}

/** Products of a stretch of a list in which a text may be found; `next`: up to there they are gone over, of `total`. */
export type RowsThatMayShow = { found: { at: number; id: number }[]; next: number; total: number }

/** Products with variations, in the order of a list: the place of each in it, its id, and how many it has. As lists, because there may be very many. */
export type VariationCounts = { indexes: number[]; ids: number[]; counts: number[] }
