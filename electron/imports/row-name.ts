import { categoryRowPrefix } from '../shared/product-table/category-rows'
import type { TableRow } from '../shared/table'
import { textOf } from './read-cell'

const namesShown = 2
const longestName = 80

/** What a person knows a row by beside its number: “MUG-01 · Stoneware mug”. `codes`: the columns of UPCs. */
export function createRowNames(targets: readonly (string | null)[], codes: readonly string[]) {
  const placesOf = (paths: readonly string[]) => paths.map((path) => targets.indexOf(path)).filter((at) => at >= 0)
  const names = placesOf(['sku', 'variationSku', 'name', `${categoryRowPrefix}path`, ...codes])
  const numbers = placesOf(['id'])
  return ({ cells }: Pick<TableRow, 'cells'>): string => {
    const textsAt = (places: readonly number[]) =>
      places.map((at) => textOf(cells[at] ?? null).trim()).filter((text) => text !== '')
    const found = textsAt(names)
    return (found.length > 0 ? found : textsAt(numbers))
      .slice(0, namesShown)
      .map((text) => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text))
      .join(' · ')
  }
}
