import type { Catalogue } from '../catalogue/catalogue'
import { shelfNamed } from '../changes/shelves'
import { categoryRow } from '../exports/category-rows'
import { categoryFields } from '../shared/fields/category-fields'
import type { StoreWords } from '../shared/fields/kind'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import {
  categoryPicture,
  categoryRowPart,
  categoryRowPrefix,
  isKeyOfCategory,
} from '../shared/product-table/category-rows'
import { cellWords } from '../shared/product-table/written-cell'
import { rowSays } from '../shared/row-reason'
import type { TableRow } from '../shared/table'
import { saidOfCategory } from './category-row'
import type { createGathering } from './gather'
import type { Match } from './match-row'
import type { createNewCategories } from './new-categories'
import type { RowColumn } from './read-row'

type Parts = {
  catalogue: Catalogue
  words: StoreWords
  columns: readonly RowColumn[]
  categories: ReturnType<typeof createNewCategories>
  gathered: Pick<ReturnType<typeof createGathering>, 'addCategory'>
  /** Whether the picture that a category has goes for the one that its row names. */
  replacesPictures: boolean
}

/** Rows of categories in Ecwid's own files: those that are not there are made with what their rows say; of the others, what differs is gathered. */
export function createCategoryTaking({ catalogue, words, columns, categories, gathered, replacesPictures }: Parts) {
  const { paths } = cellWords(words)

  return (row: TableRow): Match => {
    const all = saidOfCategory(row, columns)
    const { id = '' } = all.row
    const elsewhere = paths.get(Number(id))
    const path = all.row.path || elsewhere || ''
    if (path === '') return { why: rowSays('category-unnamed') }
    // Two may be called alike.
    const isIt = elsewhere !== undefined && foldText(elsewhere) === foldText(path)
    const there = isIt ? Number(id) : categories.there(path)
    if (there !== null) return ofThere(there, path, all, row.row)
    if (elsewhere !== undefined) return { why: { says: 'category-elsewhere', has: elsewhere, text: path } }
    const [unread] = all.odd
    if (unread) return { why: { says: 'category-cell', text: unread.text } }
    const fault = categoryFields.name.problem(path.split(' / ').at(-1) ?? '', {})
    const added = fault === null ? categories.add(path, all.row, row.row) : null
    if (added === null) return { why: { says: 'category-misnamed', text: path } }
    if (typeof added === 'object') return { why: { says: 'category-twice', row: added.twice } }
    return { productId: added, variationId: null }
  }

  function ofThere(id: number, path: string, { said, row }: ReturnType<typeof saidOfCategory>, at: number): Match {
    const now = categoryRow(catalogue, id, paths) ?? {}
    const differs = ({ path: at, value, odd }: Said): boolean =>
      odd !== null || (!isKeyOfCategory(at) && value !== (now[categoryRowPart(at)] ?? ''))
    const differing = said.filter(differs)
    if (differing.length === 0) return { productId: 0, variationId: null }
    const news = withPicture(differing, row.pictureAlt, replacesPictures)
    const named = { path: `${categoryRowPrefix}path`, text: path, value: path, odd: null }
    return gathered.addCategory(shelfNamed(catalogue, 'category', id), [named, ...news], at)
  }
}

/** What is said of a picture comes with it. */
function withPicture(said: readonly Said[], alt: string | undefined, replaces: boolean): Said[] {
  const isPicture = ({ path, odd }: Said) => path === categoryPicture && odd === null
  if (!said.some(isPicture)) return [...said]
  return said.flatMap((each) => {
    if (categoryRowPart(each.path) === 'pictureAlt') return []
    return isPicture(each)
      ? [{ ...each, value: { url: String(each.value), ...(alt !== undefined && { alt }), replaces } }]
      : [each]
  })
}
