import { categoryColumnOf } from '../shared/product-table/category-rows'
import type { WrittenCell } from '../shared/table'
import type { categoriesInFile } from './category-rows'

type Products = { titles: readonly string[]; rows: AsyncIterable<WrittenCell[]> }
type Categories = Awaited<ReturnType<typeof categoriesInFile>>

/** Ecwid's own file: rows of categories have columns of their own behind those of products, and say in the first what they are. */
export async function* ecwidFile(
  { titles, rows }: Products,
  categories: Categories | null,
  onCategory: () => void,
): AsyncIterable<WrittenCell[]> {
  const ofCategories = categories?.columns ?? []
  yield [...titles, ...ofCategories.map(categoryColumnOf)]
  const [, ...others] = titles
  const beside = others.map(() => null)
  for await (const cells of categories?.rows() ?? nothing()) {
    onCategory()
    yield ['category', ...beside, ...cells]
  }
  const behind = ofCategories.map(() => null)
  for await (const cells of rows) yield [...cells, ...behind]
}

async function* nothing(): AsyncGenerator<WrittenCell[]> {}
