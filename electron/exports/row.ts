import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import type { WrittenCell } from '../shared/table'
import type { CellWords } from '../shared/product-table/written-cell'

/** A product, or one of its variations, as its owner sees it now. */
export type Row = { product: RemoteProduct; variation: RemoteVariation | null }

/** `width`: in letters. */
export type ExportColumn<Of> = { title: string; width: number; cell: (row: Of, words: CellWords) => WrittenCell }

/** A product, and below it its variations. */
export const spreadsheetRows = (product: RemoteProduct): Row[] => [
  { product, variation: null },
  ...(product.combinations ?? []).map((variation) => ({ product, variation })),
]
