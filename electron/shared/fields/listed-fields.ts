import type { FieldOrder } from './field'
import { fieldOf, productFieldNames, type ProductField } from './product-fields'

/** Fields that lists are filtered by. */
export const filteredFields = productFieldNames.filter((name) => fieldOf(name).isFiltered)

/** Fields with a column of their own in the list's table, because lists are filtered or sorted by their values as they are. */
export const listedFields = productFieldNames.filter((name) => {
  const { isFiltered, sortedBy } = fieldOf(name)
  return isFiltered || sortedBy === 'itself'
})

export type ListedColumn = `field_${ProductField}`
export const listedColumn = (name: ProductField): ListedColumn => `field_${name}`

/** The word for the order by a field: Ecwid's, or the field's name where Ecwid has none; null: it has no order. */
export function orderBy(name: ProductField): FieldOrder | ProductField | null {
  const { sortedBy } = fieldOf(name)
  return sortedBy === 'itself' ? name : sortedBy
}
