import { betweenNames } from '../shared/product-table/written-cell'
import type { TableRow } from '../shared/table'
import { textOf } from './read-cell'

const place = /^category\.(\d+)$/

export const isCategoryPlace = (target: string): boolean => place.test(target)

/** Ecwid's own files have a column for each category of a product: together, as one cell has them all. */
export function listedCategories(
  { cells }: Pick<TableRow, 'cells'>,
  columns: readonly { target: string; at: number }[],
): string {
  return columns
    .filter(({ target }) => isCategoryPlace(target))
    .toSorted((one, other) => Number(place.exec(one.target)?.[1]) - Number(place.exec(other.target)?.[1]))
    .map(({ at }) => textOf(cells[at] ?? null).trim())
    .filter((text) => text !== '')
    .join(betweenNames)
}
