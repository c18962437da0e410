import type { ProductFields, ProductPatch } from '../../electron/shared/fields/product-fields'
import { blankFields, newFieldsBy, patchOfNew } from '../../electron/shared/new-defaults'
import { useStoreStore } from './store-store'

/** What a new product begins with, as its owner set it for this store. */
export function newFields(): ProductFields {
  const { snapshot } = useStoreStore.getState()
  return snapshot ? newFieldsBy(snapshot, snapshot.newDefaults) : blankFields(null)
}

/** Everything that is to be said of a new product: what was typed and what it began with. */
export const saidOfNew = (values: ProductFields): ProductPatch =>
  patchOfNew(values, useStoreStore.getState().snapshot?.profile ?? null)

let template: { connectionId: string; fields: ProductPatch } | null = null

/** The next new product of the store begins like this one: with all that need not be its own. */
export function beginLike(connectionId: string, fields: ProductFields): void {
  const { sku: _sku, customSlug: _slug, quantity: _stock, attributes, ...alike } = fields
  template = { connectionId, fields: { ...alike, attributes: withoutBarcodes(attributes) } }
}

export function takeTemplate(connectionId: string): ProductPatch | null {
  const fields = template?.connectionId === connectionId ? template.fields : null
  template = null
  return fields
}

function withoutBarcodes(attributes: ProductFields['attributes']): ProductFields['attributes'] {
  const known = useStoreStore.getState().snapshot?.productTypes.flatMap((type) => type.attributes) ?? []
  const isBarcode = (id: string) => known.some((each) => String(each.id) === id && each.type === 'UPC')
  return Object.fromEntries(Object.entries(attributes).filter(([id]) => !isBarcode(id)))
}
