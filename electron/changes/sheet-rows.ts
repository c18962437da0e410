import type { Catalogue } from '../catalogue/catalogue'
import { fieldsIn, isProductField, readField, type ProductField } from '../shared/fields/product-fields'
import type { ProductDraft } from '../shared/product'
import type { SheetRow } from '../shared/sheet'
import { currentProduct } from './reindex'

/** Products as rows of a sheet, in the order of their ids as given; those that are gone are left out. */
export const sheetRows = (
  catalogue: Catalogue,
  productIds: readonly number[],
  fields: readonly ProductField[],
): SheetRow[] => productIds.flatMap((id) => sheetRow(catalogue, id, fields) ?? [])

function sheetRow(catalogue: Catalogue, id: number, fields: readonly ProductField[]): SheetRow | null {
  const current = currentProduct(catalogue, id)
  if (!current) return null
  const draft = catalogue.drafts.get(id) ?? null
  const wanted = new Set([...fields, ...typedInto(draft)])
  return {
    id,
    fields: Object.fromEntries([...wanted].map((name) => [name, readField(current, name)])),
    draft,
  }
}

function typedInto(draft: ProductDraft | null): ProductField[] {
  if (!draft) return []
  const unread = Object.keys(draft.unparsed).map((path) => path.split('.')[0])
  return [...fieldsIn(draft.patch), ...unread.filter(isProductField)]
}
