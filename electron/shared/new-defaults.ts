import type { z } from 'zod'
import { productFieldsSchema, type ProductField } from './fields/product-fields'

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
