import type { Kind } from '../fields/kind'
import { fieldOf, productFieldNames, type ProductField } from '../fields/product-fields'

/** A column that a table of products has: of a field, or of one part of it. */
export type TableColumn = {
  /** `price`, `dimensions.length` */
  path: string
  field: ProductField
  part: string | null
  /** What stands above it, and what it is known by when the table comes back. */
  title: string
  kind: Kind
  empty: unknown
}

/** Attributes, translations and pictures have columns as far as there are any; lists and options have none. */
const fitsOneBox = ({ box }: Kind): boolean => box !== 'texts' && box !== 'none'

/** In the order of the form. */
export const tableColumns: readonly TableColumn[] = productFieldNames.flatMap((field): TableColumn[] => {
  const { kind, label, empty } = fieldOf(field)
  if (fitsOneBox(kind)) return [{ path: field, field, part: null, title: label, kind, empty }]
  return Object.entries(kind.parts).flatMap(([part, { label: title, ...of }]) =>
    fitsOneBox(of.kind)
      ? [{ path: `${field}.${part}`, field, part, title: `${label}: ${title}`, kind: of.kind, empty: of.empty }]
      : [],
  )
})

const byPath = new Map(tableColumns.map((column) => [column.path, column]))
export const tableColumnAt = (path: string): TableColumn | undefined => byPath.get(path)

/** What of the value of its field a column holds. */
export const partOf = ({ part }: Pick<TableColumn, 'part'>, value: unknown): unknown =>
  part === null || typeof value !== 'object' || value === null ? value : Object(value)[part]
