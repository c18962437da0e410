import type { Field } from './field'
import { fieldOf, fieldsIn, type ProductPatch } from './product-fields'

/** By the box that it stands at: a field, or a part of one such as `shipping.flatRate`. */
export type FieldErrors = Record<string, string>

/**
 * What the store would refuse, as sentences at their boxes. Values the person did not touch may be odd too (the store
 * let them in), so callers look only at the fields that are about to be sent.
 */
export function validateProduct(fields: ProductPatch): FieldErrors {
  return Object.assign({}, ...fieldsIn(fields).map((field) => problemsOf(field, fieldOf(field), fields[field])))
}

/** What is wrong with a value of the field of that name. */
export function problemsOf(
  field: string,
  { problem, kind }: Pick<Field, 'problem' | 'kind'>,
  value: unknown,
): FieldErrors {
  const errors: FieldErrors = {}
  const note = (path: string, message: string | null) => void (message !== null && (errors[path] = message))
  note(field, problem(value))
  for (const [name, part] of Object.entries(kind.parts)) {
    // A value of a kind with parts holds them by their names.
    note(`${field}.${name}`, part.problem(value as Record<string, unknown>))
  }
  return errors
}
