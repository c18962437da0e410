import type { z } from 'zod'
import {
  fieldOf,
  newProductFields,
  productFieldNames,
  productFieldsSchema,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from './fields/product-fields'
import type { StoreWords } from './fields/kind'

/** What its owner may want to be the same of every new product of a store. */
export const defaultedFields = [
  'categoryIds',
  'productClassId',
  'isShippingRequired',
  'shipping',
  'tax',
] as const satisfies ProductField[]

export const newDefaultsSchema = productFieldsSchema
  .pick({ categoryIds: true, productClassId: true, isShippingRequired: true, shipping: true, tax: true })
  .partial()
/** Of a field that is not named, what the store makes of a product that says nothing. */
export type NewDefaults = z.infer<typeof newDefaultsSchema>

/** What the store makes of a product that says nothing: its default taxes apply. */
export function blankFields(profile: StoreWords['profile']): ProductFields {
  if (!profile || profile.automaticTax) return newProductFields
  const taxes = profile.taxes.filter(({ enabled, appliedByDefault }) => enabled && appliedByDefault)
  return { ...newProductFields, tax: { ...newProductFields.tax, enabledManualTaxes: taxes.map(({ id }) => id) } }
}

/** What a new product begins with, as its owner set it for the store, without what is no longer there. */
export function newFieldsBy(words: StoreWords, newDefaults: NewDefaults): ProductFields {
  const { categoryIds, productClassId, ...others } = newDefaults
  const filed = categoryIds?.filter((id) => words.categories.some((category) => category.id === id))
  const isType = words.productTypes.some(({ id }) => id === productClassId)
  return {
    ...blankFields(words.profile),
    ...others,
    ...(filed && { categoryIds: filed }),
    ...(productClassId !== undefined && isType && { productClassId }),
  }
}

/** Everything that is to be said of a new product: what the store would not make of one by itself. */
export function patchOfNew(values: ProductFields, profile: StoreWords['profile']): ProductPatch {
  const blank = blankFields(profile)
  const said = productFieldNames.filter((field) => !fieldOf(field).kind.isSame(values[field], blank[field]))
  return Object.fromEntries(said.map((field) => [field, values[field]]))
}
