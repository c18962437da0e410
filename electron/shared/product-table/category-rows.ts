import { categoryFields } from '../fields/category-fields'
import { whole } from '../fields/number-kinds'
import { longText, text } from '../fields/text-kinds'
import { partsOfRows, type RowPart } from './parts-of-rows'

/** What a row of Ecwid's files says of a category. */
export type CategoryRow = {
  id?: string
  /** With those above it. */
  path?: string
  enabled?: boolean
  description?: string
  seoTitle?: string
  seoDescription?: string
  /** An address. */
  picture?: string
  pictureAlt?: string
  orderBy?: number
}
export type CategoryPart = keyof CategoryRow

const { enabled, description, seoTitle, seoDescription } = categoryFields

/** In the order of Ecwid's own exports. */
const parts: { [Name in CategoryPart]-?: RowPart } = {
  id: { column: 'category_internal_id', title: 'Category: its number', kind: text },
  path: { column: 'category_path', title: 'Category: its path', kind: text },
  enabled: { column: 'category_is_available', title: 'Category: enabled', kind: enabled.kind },
  description: { column: 'category_description', title: 'Category: description', kind: description.kind },
  seoTitle: { column: 'category_seo_title', title: 'Category: page title', kind: seoTitle.kind },
  seoDescription: {
    column: 'category_seo_description',
    title: 'Category: meta description',
    kind: seoDescription.kind,
  },
  picture: { column: 'category_image', title: 'Category: picture', kind: text },
  pictureAlt: { column: 'category_image_alt', title: 'Category: alt text', kind: longText },
  orderBy: {
    column: 'category_order_by',
    title: 'Category: place',
    kind: whole(undefined, 'Write the place as a whole number.'),
  },
}

// Each name is one of the parts.
export const categoryParts = Object.keys(parts) as CategoryPart[]
export const categoryColumnOf = (part: CategoryPart): string => parts[part].column
export const categoryRowPrefix = 'categoryRow.'
export const categoryPicture = `${categoryRowPrefix}picture`

const { partAt: partOfCategoryRow, ...columnsOfRows } = partsOfRows(categoryRowPrefix, parts)
export const {
  isOf: isOfCategoryRow,
  kindAt: kindOfCategoryRow,
  targetsIn: categoryRowTargets,
  pathsByColumn: inCategoryRows,
} = columnsOfRows

/** What a category is known by, and no value. */
export const isKeyOfCategory = (path: string): boolean =>
  isOfCategoryRow(path) && ['id', 'path'].includes(partOfCategoryRow(path))

// As above.
export const categoryRowPart = (path: string): CategoryPart => partOfCategoryRow(path) as CategoryPart
