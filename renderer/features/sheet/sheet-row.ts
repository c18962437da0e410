import type { SheetRow, SheetVariation } from '../../../electron/shared/sheet'
import { rowAt, type CataloguePages } from '../../stores/catalogue-pages'
import { catalogueRow, productIdsAt, useCatalogueStore } from '../../stores/catalogue-store'
import { isRowHere, isUnfolded, readSheetRows, useSheetStore } from '../../stores/sheet-store'
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
  const rows: SheetRowOf[] = []
  for await (const part of rowsInParts(layout, first, last)) rows.push(...part)
  return rows
}

const productsAtOnce = 200

/** The same in their order, without waiting for those that are read later; those that are here come at once. */
export async function* rowsInParts(layout: RowLayout, first: number, last: number): AsyncGenerator<SheetRowOf[]> {
  const start = placeAt(layout, first)
  const end = (useCatalogueStore.getState().total ?? 0) - 1
  let above = start.variation === null ? 0 : start.variation + layout.own
  let wanted = last - first + 1
  const taken = (productIds: readonly number[]): SheetRowOf[] => {
    const rows = productIds.flatMap(rowsOfProduct)
    const part = rows.slice(above, above + wanted)
    above = Math.max(0, above - rows.length)
    wanted -= part.length
    return part
  }

  const here = idsThatAreHere(start.index, Math.min(placeAt(layout, last).index, end))
  if (here.length > 0) yield taken(here)
  let next = start.index + here.length
  let until = placeAt(layout, last).index
  while (wanted > 0 && next <= end) {
    const ids = await productIdsAt(next, Math.min(until, end))
    for (let at = 0; at < ids.length && wanted > 0; at += productsAtOnce) {
      const some = ids.slice(at, at + productsAtOnce)
      await readSheetRows(some)
      yield taken(some)
    }
    next = Math.max(next, until + 1)
    until = next + wanted - 1
  }
}

/** The first of these places whose rows nobody has to read. */
function idsThatAreHere(first: number, last: number): number[] {
  const ids: number[] = []
  for (let index = first; index <= last; index += 1) {
    const id = catalogueRow(index)?.id
    if (id === undefined || !isRowHere(id)) break
    ids.push(id)
  }
  return ids
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
