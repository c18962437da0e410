import { orderBy } from '../../../electron/shared/fields/listed-fields'
import {
  fieldOf,
  isProductField,
  productFieldNames,
  type ProductField,
} from '../../../electron/shared/fields/product-fields'
import type { ProductSort } from '../../../electron/shared/product-query'
import type { ColumnKey } from './grid-columns'

type BothWays = { up: ProductSort; down: ProductSort }

/** The order each way that a click on the title of a column gives; null: it sorts nothing. */
export function sortsOf(column: ColumnKey): BothWays | null {
  if (column === 'updated') return { up: 'UPDATED_TIME_ASC', down: 'UPDATED_TIME_DESC' }
  return isProductField(column) ? fieldSorts(column) : null
}

function fieldSorts(field: ProductField): BothWays | null {
  const by = orderBy(field)
  return by && { up: `${by}_ASC`, down: `${by}_DESC` }
}

/** The column that stands for the order in force. */
export const sortedColumn = (sort: ProductSort | null): ColumnKey | null =>
  productFieldNames.find((name) => ariaSort(name, sort) !== 'none') ?? null

/** Every order a person can choose, in the order of the menu. RELEVANCE is what a search starts with. */
export const sortLabels: { sort: ProductSort; label: string }[] = [
  { sort: 'DEFINED_BY_STORE_OWNER', label: 'Store order' },
  { sort: 'RELEVANCE', label: 'Best match' },
  ...productFieldNames.flatMap(labelsOf),
  { sort: 'ADDED_TIME_DESC', label: 'Newest first' },
  { sort: 'ADDED_TIME_ASC', label: 'Oldest first' },
  { sort: 'UPDATED_TIME_DESC', label: 'Last updated first' },
  { sort: 'UPDATED_TIME_ASC', label: 'Last updated last' },
]

function labelsOf(field: ProductField): { sort: ProductSort; label: string }[] {
  const sorts = fieldSorts(field)
  const { kind, column } = fieldOf(field)
  const { inOrder } = kind
  if (sorts === null || inOrder === null) return []
  const { title } = column
  return [
    { sort: sorts.up, label: `${title}, ${inOrder.up}` },
    { sort: sorts.down, label: `${title}, ${inOrder.down}` },
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
export function nextSort(column: ColumnKey, sort: ProductSort | null): ProductSort | null {
  const sorts = sortsOf(column)
  if (!sorts) return sort
  const { up, down } = sorts
  const [first, second] = column === 'updated' ? [down, up] : [up, down]
  if (sort === first) return second
  return sort === second ? null : first
}

export function ariaSort(column: ColumnKey, sort: ProductSort | null): 'ascending' | 'descending' | 'none' {
  const sorts = sortsOf(column)
  if (sort === null || !sorts) return 'none'
  if (sort === sorts.up) return 'ascending'
  return sort === sorts.down ? 'descending' : 'none'
}
