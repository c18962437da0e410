import type { Act } from '../change-address'
import type { Field } from './field'
import { fieldOf, isProductField } from './product-fields'
import { shelfFieldOf } from './shelf-fields'

/** The entry of the field of whichever thing an act is about; undefined: this version does not know it. */
export function describedField({
  thing,
  field,
}: Pick<Act, 'thing' | 'field'>): Pick<Field, 'kind' | 'merge' | 'problem'> | undefined {
  if (thing !== 'product') return shelfFieldOf(thing, field)
  return isProductField(field) ? fieldOf(field) : undefined
}
