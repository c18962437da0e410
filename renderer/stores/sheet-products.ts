import type { ProductField } from '../../electron/shared/fields/product-fields'
import type { SheetRow } from '../../electron/shared/sheet'
import { call } from '../bridge'
import { productIdsAt } from './catalogue-store'
import { editsOf } from './product-edits'
import { isUnfolded, readSheetRows, upon, useSheetStore, type SheetEdits } from './sheet-store'

/** The products in these places of the list, their rows read, also where nobody looked yet; none where the list has ended. */
export async function productsAt(first: number, last: number): Promise<number[]> {
  const ids = await productIdsAt(first, last)
  await readSheetRows(ids)
  return ids
}

type Read = { at: number; row: SheetRow; edits: SheetEdits }

/** The rows in these places of the list as the sheet would show them, without being kept for it. */
export async function readApart(first: number, last: number, fields: ProductField[]): Promise<Read[]> {
  const { connectionId } = useSheetStore.getState()
  if (connectionId === null) return []
  const ids = await productIdsAt(first, last)
  const rows = new Map<number, SheetRow>()
  for (const variations of [false, true]) {
    const productIds = ids.filter((id) => isUnfolded(id) === variations)
    if (productIds.length === 0) continue
    const read = await call('catalogue.sheetRows', { connectionId, productIds, fields, variations })
    for (const row of read) rows.set(row.id, row)
  }
  return ids.flatMap((id, step) => {
    const row = rows.get(id)
    return row ? [{ at: first + step, row, edits: typedInto(row) }] : []
  })
}

/** What is typed is known better here than on disk, where it comes a moment later. */
function typedInto(row: SheetRow): SheetEdits {
  const sheet = useSheetStore.getState()
  const typed = sheet.edits.get(row.id) ?? (sheet.rows.has(row.id) ? null : row.draft)
  return typed ? upon(typed, row) : editsOf(row.fields)
}
