import { type ProductDetail } from '../../../electron/shared/product'
import { sections } from '../../../electron/shared/fields/field'
import { fieldOf, isProductField, productFieldNames } from '../../../electron/shared/fields/product-fields'
import type { StoreProfile } from '../../../electron/shared/store'
import { validateProduct } from '../../../electron/shared/fields/validate-product'
import { fieldOfPath } from '../../../electron/shared/fields/typed'
import { unreadSentence } from '../../format/number-question'
import { touchedFields, valuesOf, type ProductEdits } from '../../stores/product-edits'
import type { ProductTab } from '../../stores/view-store'

export type FormError = {
  /** Field, or field and part, such as `dimensions.length`; `change-7` for a refusal that belongs to no field. */
  path: string
  /** Null: above the tabs. */
  tab: ProductTab | null
  message: string
}

/** Where a field, or a part of one, is edited. */
export function tabOf(path: string): ProductTab {
  const field = fieldOfPath(path)
  return field ? sections[fieldOf(field).section].tab : 'general'
}

/**
 * What keeps the form from being saved, in the order of the screen. Of the values only touched ones are judged: the
 * store let the others in. `strict` judges the name as well, once Save was asked for.
 */
export function formErrors(edits: ProductEdits, strict: boolean, profile: StoreProfile | null): FormError[] {
  const found: Record<string, string> = {}
  for (const [path, text] of Object.entries(edits.unparsed)) found[path] = unreadSentence(path, text, profile)
  const wrong = validateProduct(valuesOf(edits))
  const touched = touchedFields(edits)
  for (const [path, message] of Object.entries(wrong)) {
    if (!(path in found) && touched.some((field) => fieldOfPath(path) === field)) found[path] = message
  }
  if (strict && wrong.name) found.name = wrong.name
  return inOrder(Object.entries(found).map(([path, message]) => ({ path, tab: tabOf(path), message })))
}

/** What the store refused, at the same places; a field being edited again is past its refusal. */
export function storeErrors(
  problems: ProductDetail['problems'],
  pictureChanges: readonly number[],
  edits: ProductEdits,
): FormError[] {
  return inOrder(
    problems
      .filter(({ field }) => !(field in edits.patch))
      .map(({ field, message, changeId }) => {
        if (pictureChanges.includes(changeId)) return { path: pathOfChange(changeId), tab: 'media', message }
        if (!isProductField(field)) return { path: pathOfChange(changeId), tab: null, message }
        return { path: field, tab: tabOf(field), message }
      }),
  )
}

/** Changes of pictures the store refused: they are told at the picture. */
export function refusedPictures(detail: Pick<ProductDetail, 'problems' | 'pictures'> | null | undefined): number[] {
  if (!detail || detail.problems.length === 0) return []
  const pictures = new Set(detail.pictures.map(({ upload }) => upload?.changeId))
  return detail.problems.map(({ changeId }) => changeId).filter((changeId) => pictures.has(changeId))
}

/** Where a refusal stands that is about the product as a whole or about a picture. */
export const pathOfChange = (changeId: number): string => `change-${changeId}`

function inOrder(errors: FormError[]): FormError[] {
  const rank = ({ path, tab }: FormError) => {
    const field = fieldOfPath(path)
    return tab === 'media' ? productFieldNames.length : field ? productFieldNames.indexOf(field) : -1
  }
  return errors.sort((a, b) => rank(a) - rank(b))
}
