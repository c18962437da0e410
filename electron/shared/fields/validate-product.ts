import { faultTexts } from '../words/fault'
import { faultsOf, faultsOfProduct } from './faults-of'
import type { ProductPatch } from './product-fields'

/** Sentences by the boxes that they stand at. */
export type FieldErrors = Record<string, string>

/** What the store would refuse, in words. */
export const validateProduct = (fields: ProductPatch): FieldErrors => faultTexts(faultsOfProduct(fields))

/** What is wrong with a value of the field of that name, in words. */
export const problemsOf = (...of: Parameters<typeof faultsOf>): FieldErrors => faultTexts(faultsOf(...of))
