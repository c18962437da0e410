import type { Catalogue } from '../catalogue/catalogue'
import { categoryRow } from '../exports/category-rows'
import { categoryFields } from '../shared/fields/category-fields'
import type { StoreWords } from '../shared/fields/kind'
import { foldText } from '../shared/fold-text'
import {
  categoryParts,
  categoryTitleOf,
  type CategoryPart,
  type CategoryRow,
} from '../shared/product-table/category-rows'
import { cellWords } from '../shared/product-table/written-cell'
import { rowSays } from '../shared/row-reason'
import type { TableRow } from '../shared/table'
import { saidOfCategory } from './category-row'
import type { Match } from './match-row'
import type { createNewCategories } from './new-categories'
import type { RowColumn } from './read-row'

type Parts = {
  catalogue: Catalogue
  words: StoreWords
  columns: readonly RowColumn[]
  categories: ReturnType<typeof createNewCategories>
}

/** What is known by them, and no value. */
const isKnownBy = (part: CategoryPart): boolean => part === 'id' || part === 'path'

/** Rows of categories in Ecwid's own files: those that are not there are made with what their rows say; nothing of the others is changed. */
export function createCategoryTaking({ catalogue, words, columns, categories }: Parts) {
  const { paths } = cellWords(words)

  return (row: TableRow): Match => {
    const { row: said, odd } = saidOfCategory(row, columns)
    const [unread] = odd
    if (unread) return { why: { says: 'category-cell', text: unread.text } }
    const { id = '', path = '' } = said
    if (path === '') return { why: rowSays('category-unnamed') }
    const elsewhere = paths.get(Number(id))
    // Two may be called alike.
    const isIt = elsewhere !== undefined && foldText(elsewhere) === foldText(path)
    const there = isIt ? Number(id) : categories.there(path)
    if (there !== null) return asItIs(there, path, said)
    if (elsewhere !== undefined) return { why: { says: 'category-elsewhere', has: elsewhere, text: path } }
    const fault = categoryFields.name.problem(path.split(' / ').at(-1) ?? '', {})
    const added = fault === null ? categories.add(path, said) : null
    if (added === 'twice') return { why: rowSays('category-twice') }
    return added === null ? { why: { says: 'category-misnamed', text: path } } : { productId: added, variationId: null }
  }

  /** Of one that is there, the row is to say nothing else. */
  function asItIs(id: number, path: string, said: CategoryRow): Match {
    const now = categoryRow(catalogue, id, paths) ?? {}
    const differing = categoryParts.filter(
      (part) => !isKnownBy(part) && said[part] !== undefined && said[part] !== (now[part] ?? ''),
    )
    if (differing.length === 0) return { productId: 0, variationId: null }
    return { why: { says: 'category-differs', has: differing.map(categoryTitleOf).join(', '), text: path } }
  }
}
