import type { Doubt } from './doubt'
import type { Beside } from './field'
import { fieldOf, productFieldNames, type ProductField } from './product-fields'

/** About the value of a field, beside the others of its product. */
export const doubtAbout = (field: ProductField, fields: Beside): Doubt | null =>
  fieldOf(field).doubt?.of(fields[field], fields) ?? null

/** What an edit of this field may have raised, at whichever field it stands. */
export const doubtsRaisedBy = (edited: ProductField, fields: Beside): Doubt[] => {
  const found = productFieldNames.flatMap((name) => {
    const isConcerned = name === edited || fieldOf(name).doubt?.beside.includes(edited)
    return isConcerned ? (doubtAbout(name, fields) ?? []) : []
  })
  return [...new Set(found)]
}
