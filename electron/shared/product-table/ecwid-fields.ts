import { fieldOf, productFieldNames, type ProductField } from '../fields/product-fields'

type At = { field: ProductField; part: string | null; path: string }

/** Columns of Ecwid's own files by their names: the field that each holds, or which part of one. */
export const ecwidFields: ReadonlyMap<string, At> = new Map(
  productFieldNames.flatMap((field) =>
    Object.entries(fieldOf(field).inFiles).map(([column, part]): [string, At] => [
      column,
      { field, part: part || null, path: [field, part].filter(Boolean).join('.') },
    ]),
  ),
)
