import { fieldOrders, type Field } from '../../../electron/shared/fields/field'
import { fieldOf, productFieldNames } from '../../../electron/shared/fields/product-fields'
import type { ProductSort } from '../../../electron/shared/product-query'

/** Columns the list can be sorted by, with the order each way. */
export const columnSorts = {
  name: { up: 'NAME_ASC', down: 'NAME_DESC' },
  sku: { up: 'SKU_ASC', down: 'SKU_DESC' },
  price: { up: 'PRICE_ASC', down: 'PRICE_DESC' },
  stock: { up: 'STOCK_ASC', down: 'STOCK_DESC' },
  updated: { up: 'UPDATED_TIME_ASC', down: 'UPDATED_TIME_DESC' },
} as const satisfies Record<string, { up: ProductSort; down: ProductSort }>
export type SortableColumn = keyof typeof columnSorts

/** Every order a person can choose, in the order of the menu. RELEVANCE is what a search starts with. */
export const sortLabels: { sort: ProductSort; label: string }[] = [
  { sort: 'DEFINED_BY_STORE_OWNER', label: 'Store order' },
  { sort: 'RELEVANCE', label: 'Best match' },
  ...productFieldNames.flatMap((name) => labelsOf(fieldOf(name))),
  { sort: 'ADDED_TIME_DESC', label: 'Newest first' },
  { sort: 'ADDED_TIME_ASC', label: 'Oldest first' },
  { sort: 'UPDATED_TIME_DESC', label: 'Last updated first' },
  { sort: 'UPDATED_TIME_ASC', label: 'Last updated last' },
]

function labelsOf({ sortedBy, kind: { inOrder } }: Field): { sort: ProductSort; label: string }[] {
  if (sortedBy === null || inOrder === null) return []
  const { title } = fieldOrders[sortedBy]
  return [
    { sort: `${sortedBy}_ASC`, label: `${title}, ${inOrder.up}` },
    { sort: `${sortedBy}_DESC`, label: `${title}, ${inOrder.down}` },
  ]
}

/** The order in force: without a choice, the best match while words are searched, else the shop owner's order. */
export function effectiveSort(sort: ProductSort | null, isSearching: boolean): ProductSort {
  return sort ?? (isSearching ? 'RELEVANCE' : 'DEFINED_BY_STORE_OWNER')
}

export function sortLabel(sort: ProductSort): string {
  return sortLabels.find((choice) => choice.sort === sort)?.label ?? ''
}

/** A click on a header: up, then down, then back to the order without a choice. Updated starts with the latest. */
export function nextSort(column: SortableColumn, sort: ProductSort | null): ProductSort | null {
  const { up, down } = columnSorts[column]
  const [first, second] = column === 'updated' ? [down, up] : [up, down]
  if (sort === first) return second
  return sort === second ? null : first
}

export function ariaSort(column: SortableColumn, sort: ProductSort | null): 'ascending' | 'descending' | 'none' {
  const { up, down } = columnSorts[column]
  if (sort === up) return 'ascending'
  return sort === down ? 'descending' : 'none'
}
