import type { RequestInput } from '../../electron/shared/contract'
import type { ProductField } from '../../electron/shared/fields/product-fields'
import type { RowsThatMayShow, SheetRow } from '../../electron/shared/sheet'
import { call } from '../bridge'
import { listQuery } from './catalogue-store'
import { editsOf } from './product-edits'
import { drafts } from './product-store'
import { isUnfolded, sheetRows, upon, useSheetStore, type SheetEdits } from './sheet-store'

type Asked = Pick<RequestInput<'catalogue.rowsThatMayShow'>, 'text' | 'fields' | 'from' | 'before'>

/** The products of a stretch of the list that may show a text, as far as one comes at once. What is typed counts: it is on disk before. */
export async function placesThatMayShow(asked: Asked): Promise<RowsThatMayShow> {
  const { connectionId, unfolding } = useSheetStore.getState()
  if (connectionId === null) return { found: [], next: asked.before, total: 0 }
  const variations = unfolding.isAll || unfolding.except.size > 0
  await drafts.flush()
  return call('catalogue.rowsThatMayShow', { connectionId, query: listQuery(), variations, ...asked })
}

type Read = { at: number; row: SheetRow; edits: SheetEdits }

/** The rows of products as the sheet would show them in these places of the list, without being kept for it. */
export async function readPlaces(places: RowsThatMayShow['found'], fields: ProductField[]): Promise<Read[]> {
  const { connectionId } = useSheetStore.getState()
  if (connectionId === null) return []
  const rows = new Map<number, SheetRow>()
  for (const variations of [false, true]) {
    const productIds = places.flatMap(({ id }) => (isUnfolded(id) === variations ? [id] : []))
    if (productIds.length === 0) continue
    const read = await sheetRows({ connectionId, productIds, fields: [...new Set(fields)], variations })
    for (const row of read) rows.set(row.id, row)
  }
  return places.flatMap(({ at, id }) => {
    const row = rows.get(id)
    return row ? [{ at, row, edits: typedInto(row) }] : []
  })
}

/** What is typed is known better here than on disk, where it comes a moment later. */
function typedInto(row: SheetRow): SheetEdits {
  const sheet = useSheetStore.getState()
  const typed = sheet.edits.get(row.id) ?? (sheet.rows.has(row.id) ? null : row.draft)
  return typed ? upon(typed, row) : editsOf(row.fields)
}
