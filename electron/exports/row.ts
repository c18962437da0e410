import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import type { WrittenCell } from '../shared/table'
import type { CellWords } from '../shared/product-table/written-cell'

/** Files that pictures were written into, by their names without a host; from the folder of the table. */
export type WrittenPictures = ReadonlyMap<string, string>

/** A product, or one of its variations, as its owner sees it now. */
export type Row = { product: RemoteProduct; variation: RemoteVariation | null; written: WrittenPictures }

/** `width`: in letters. */
export type ExportColumn<Of> = { title: string; width: number; cell: (row: Of, words: CellWords) => WrittenCell }

/** A product, and below it its variations. */
export const spreadsheetRows = (product: RemoteProduct, written: WrittenPictures): Row[] => [
  { product, variation: null, written },
  ...(product.combinations ?? []).map((variation) => ({ product, variation, written })),
]
