import { fieldOf, fieldsIn, type ProductField, type ProductPatch } from './product-fields'

export type FieldErrors = Partial<Record<ProductField, string>>

/**
 * What the store would refuse, as sentences at their fields. Values the person did not touch may be odd too (the store
 * let them in), so callers look only at the fields that are about to be sent.
 */
export function validateProduct(fields: ProductPatch): FieldErrors {
  const errors: FieldErrors = {}
  for (const field of fieldsIn(fields)) {
    const problem = fieldOf(field).problem(fields[field])
    if (problem !== null) errors[field] = problem
  }
  return errors
}
