import {
  newProductFields,
  productFieldNames,
  type ProductFields,
  type ProductPatch,
} from '../../electron/shared/fields/product-fields'
import type { StoreSnapshot } from '../../electron/shared/store'
import { isSame } from './product-edits'
import { useStoreStore } from './store-store'

type Known = Pick<StoreSnapshot, 'profile' | 'categories' | 'productTypes' | 'newDefaults'>

/** What the store makes of a product that says nothing: its default taxes apply. */
export function blankFields(profile: StoreSnapshot['profile']): ProductFields {
  if (!profile || profile.automaticTax) return newProductFields
  const taxes = profile.taxes.filter(({ enabled, appliedByDefault }) => enabled && appliedByDefault)
  return { ...newProductFields, tax: { ...newProductFields.tax, enabledManualTaxes: taxes.map(({ id }) => id) } }
}

/** What a new product begins with, as its owner set it for this store. */
export function newFields(): ProductFields {
  const { snapshot } = useStoreStore.getState()
  return { ...blankFields(snapshot?.profile ?? null), ...(snapshot && defaultsNow(snapshot)) }
}

/** Without what is no longer in the store. */
function defaultsNow({ newDefaults, categories, productTypes }: Known): ProductPatch {
  const { categoryIds, productClassId, ...others } = newDefaults
  const filed = categoryIds?.filter((id) => categories.some((category) => category.id === id))
  const isType = productTypes.some(({ id }) => id === productClassId)
  return {
    ...others,
    ...(filed && { categoryIds: filed }),
    ...(productClassId !== undefined && isType && { productClassId }),
  }
}

/** Everything that is to be said of a new product: what was typed and what it began with. */
export function patchOfNew(values: ProductFields): ProductPatch {
  const blank = blankFields(useStoreStore.getState().snapshot?.profile ?? null)
  const said = productFieldNames.filter((field) => !isSame(field, values[field], blank[field]))
  return Object.fromEntries(said.map((field) => [field, values[field]]))
}

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
