import type { Catalogue } from '../catalogue/catalogue'
import { ownFieldNames, ownValues } from '../shared/fields/own-fields'
import { fieldsIn, isProductField, readField, type ProductField } from '../shared/fields/product-fields'
import type { ProductDraft } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'
import type { SheetRow, SheetVariation } from '../shared/sheet'
import { currentProduct } from './reindex'
import { variationLabel } from './variation-pictures'
import { variationsInOrder } from './variations-in-order'

type Asked = { fields: readonly ProductField[]; variations: boolean }

/** Products as rows of a sheet, in the order of their ids as given; those that are gone are left out. */
export const sheetRows = (catalogue: Catalogue, productIds: readonly number[], asked: Asked): SheetRow[] =>
  productIds.flatMap((id) => sheetRow(catalogue, id, asked) ?? [])

function sheetRow(catalogue: Catalogue, id: number, { fields, variations }: Asked): SheetRow | null {
  const current = currentProduct(catalogue, id)
  if (!current) return null
  const draft = catalogue.drafts.get(id) ?? null
  // What a variation inherits is shown with it, and says what it may have of its own.
  const wanted = new Set([...fields, ...typedInto(draft), ...(variations ? ownFieldNames : [])])
  return {
    id,
    fields: Object.fromEntries([...wanted].map((name) => [name, readField(current, name)])),
    variations: variations ? variationsOf(current) : null,
    draft,
  }
}

const variationsOf = (product: RemoteProduct): SheetVariation[] =>
  variationsInOrder(product).map((variation) => ({
    id: variation.id,
    label: variationLabel(variation),
    own: ownValues(variation, product),
  }))

function typedInto(draft: ProductDraft | null): ProductField[] {
  if (!draft) return []
  const unread = Object.keys(draft.unparsed).map((path) => path.split('.')[0])
  return [...fieldsIn(draft.patch), ...unread.filter(isProductField)]
}
