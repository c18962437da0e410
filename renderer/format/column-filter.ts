import { filteredFields, orderBy } from '../../electron/shared/fields/listed-fields'
import type { ProductField } from '../../electron/shared/fields/product-fields'

/** Which filter of the catalogue is the one for a field; 'field': the one that its entry asks for. */
export type ColumnFilter = 'price' | 'on-sale' | 'in-stock' | 'enabled' | 'categories' | 'sku' | 'attribute' | 'field'

const own: Partial<Record<ProductField, ColumnFilter>> = {
  ...{ price: 'price', compareToPrice: 'on-sale', quantity: 'in-stock', enabled: 'enabled' },
  ...{ categoryIds: 'categories', sku: 'sku', attributes: 'attribute' },
}

/** Null: the catalogue has none. */
export const columnFilterOf = (field: ProductField): ColumnFilter | null =>
  own[field] ?? (filteredFields.includes(field) ? 'field' : null)

/** What the head of a column is asked: which filter and order. `attribute`: which one, by its id. */
export type ColumnHead = { field: ProductField; attribute: number | null }

/** Whether there is anything to be asked. A part of a value has neither. */
export const hasColumnHead = ({ path, field }: { path: string; field: ProductField }): boolean =>
  field === 'attributes' || (path === field && (columnFilterOf(field) !== null || orderBy(field) !== null))
