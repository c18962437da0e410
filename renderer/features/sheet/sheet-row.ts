import type { SheetRow, SheetVariation } from '../../../electron/shared/sheet'
import { rowAt, type CataloguePages } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { productsAt } from '../../stores/sheet-products'
import { isUnfolded, useSheetStore } from '../../stores/sheet-store'
import { placeAt, type RowLayout } from './row-layout'

/** What a row of the sheet is about: a product, or one of its variations. */
export type SheetRowOf = {
  productId: number
  variation: SheetVariation | null
  /** A variation in the place of its product, which has no row of its own. */
  isAlone?: boolean
}

type Known = { pages: CataloguePages; rows: ReadonlyMap<number, SheetRow> }

/** A row of the sheet; undefined while it is on its way. */
export function rowIn(layout: RowLayout, at: number, { pages, rows }: Known): SheetRowOf | undefined {
  const place = placeAt(layout, at)
  const product = rowAt(pages, place.index)
  const read = product && rows.get(product.id)
  if (!read) return undefined
  if (place.variation === null) return { productId: read.id, variation: null }
  const variation = read.variations?.[place.variation]
  return variation && { productId: read.id, variation, isAlone: layout.own === 0 }
}

export function rowNow(layout: RowLayout, row: number): SheetRowOf | undefined {
  const [{ pages }, { rows }] = [useCatalogueStore.getState(), useSheetStore.getState()]
  return rowIn(layout, row, { pages, rows })
}

/** The rows from one to another, also where nobody looked yet: there, what is below a product is known once it is read. */
export async function rowsFrom(layout: RowLayout, first: number, last: number): Promise<SheetRowOf[]> {
  const start = placeAt(layout, first)
  const above = start.variation === null ? 0 : start.variation + layout.own
  const wanted = above + last - first + 1
  const end = (useCatalogueStore.getState().total ?? 0) - 1
  const rows: SheetRowOf[] = []
  let next = start.index
  let until = placeAt(layout, last).index
  while (rows.length < wanted && next <= end) {
    for (const id of await productsAt(next, Math.min(until, end))) rows.push(...rowsOfProduct(id))
    next = until + 1
    until = next + wanted - rows.length - 1
  }
  return rows.slice(above, wanted)
}

function rowsOfProduct(productId: number): SheetRowOf[] {
  const row = useSheetStore.getState().rows.get(productId)
  return row ? rowsOfRead(row) : [{ productId, variation: null }]
}

/** The rows of the sheet that a product has: its own, and those of its variations, where they are shown. */
export function rowsOfRead({ id: productId, variations }: SheetRow): SheetRowOf[] {
  const { isFlat } = useSheetStore.getState().unfolding
  const shown = isUnfolded(productId) ? (variations ?? []) : []
  const below = shown.map((variation) => ({ productId, variation, isAlone: isFlat }))
  return isFlat && below.length > 0 ? below : [{ productId, variation: null }, ...below]
}
