import type { Catalogue } from '../catalogue/catalogue'
import { placedLast } from '../changes/category-places'
import { ownPicture } from '../changes/own-picture'
import { createPacer } from '../changes/pacer'
import { seeShelf, shelfNamed } from '../changes/shelves'
import { categoryNodes } from '../shared/category-nodes'
import { readShelf } from '../shared/fields/shelf-values'
import { categoryParts, type CategoryPart, type CategoryRow } from '../shared/product-table/category-rows'
import type { CellWords } from '../shared/product-table/written-cell'
import { remoteCategorySchema } from '../shared/remote-product'
import type { WrittenCell } from '../shared/table'

/** As its owner sees it; null: it is not there any more. */
export function categoryRow(catalogue: Catalogue, id: number, paths: CellWords['paths']): CategoryRow | null {
  const seen = seeShelf(catalogue, shelfNamed(catalogue, 'category', id))
  if (!seen) return null
  const { current, languages } = seen
  const read = (field: string) => readShelf('category', current, field, languages)
  const { source, alt } = ownPicture(remoteCategorySchema.parse(current))
  const orderBy = Number(read('orderBy'))
  return {
    ...(id > 0 && { id: String(id) }),
    path: paths.get(id) ?? String(read('name')),
    enabled: read('enabled') === true,
    description: String(read('description')),
    seoTitle: String(read('seoTitle')),
    seoDescription: String(read('seoDescription')),
    // One that waits to be sent has no address yet.
    ...(source && 'url' in source && { picture: source.url, pictureAlt: alt }),
    // One that was made here stands last until the store gives it a place.
    ...(orderBy !== placedLast && { orderBy }),
  }
}

/** They stand in every file; the others where anything stands in them. */
const core: readonly CategoryPart[] = ['id', 'path', 'enabled']

/** All categories, each after the one that it is below, and which columns they need. The rest of the engine has its turns. */
export async function categoriesInFile(catalogue: Catalogue, { paths, words }: CellWords, signal: AbortSignal) {
  const ids = categoryNodes([...words.categories]).map(({ id }) => id)
  const standing = new Set<CategoryPart>(core)
  for await (const row of rowsOf()) {
    for (const part of categoryParts) if (cellOf(row, part) !== null) standing.add(part)
  }
  const columns = categoryParts.filter((part) => standing.has(part))

  async function* rowsOf(): AsyncGenerator<CategoryRow> {
    const pace = createPacer()
    for (const id of ids) {
      await pace()
      signal.throwIfAborted()
      const row = categoryRow(catalogue, id, paths)
      if (row) yield row
    }
  }

  return {
    columns,
    async *rows(): AsyncGenerator<WrittenCell[]> {
      for await (const row of rowsOf()) yield columns.map((part) => cellOf(row, part))
    },
  }
}

const cellOf = (row: CategoryRow, part: CategoryPart): WrittenCell => {
  const value = row[part]
  return value === undefined || value === '' ? null : value
}
