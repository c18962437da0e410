import { categoryColumnOf } from '../shared/product-table/category-rows'
import type { WrittenCell } from '../shared/table'
import { ecwidPlace } from './ecwid-order'
import type { categoriesInFile } from './category-rows'

type Products = { titles: readonly string[]; rows: AsyncIterable<WrittenCell[]> }
type Categories = Awaited<ReturnType<typeof categoriesInFile>>

/** Ecwid's own file: rows of categories have columns of their own among those of products, and say in the first what they are. */
export async function* ecwidFile(
  { titles, rows }: Products,
  categories: Categories | null,
  onCategory: () => void,
): AsyncIterable<WrittenCell[]> {
  const ofCategories = categories?.columns ?? []
  const before = titles.filter((title) => ecwidPlace(title) <= ecwidPlace('category_path')).length
  const laid = (cells: readonly WrittenCell[], own: readonly WrittenCell[]): WrittenCell[] => {
    return [...cells.slice(0, before), ...own, ...cells.slice(before)]
  }
  yield laid(titles, ofCategories.map(categoryColumnOf))
  const ofProducts = titles.map((_, at) => (at === 0 ? 'category' : null))
  for await (const cells of categories?.rows() ?? nothing()) {
    onCategory()
    yield laid(ofProducts, cells)
  }
  const none = ofCategories.map(() => null)
  for await (const cells of rows) yield none.length === 0 ? cells : laid(cells, none)
}

async function* nothing(): AsyncGenerator<WrittenCell[]> {}
