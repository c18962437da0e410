import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit, NewProposedEdit } from '../catalogue/proposed-edits-table'
import { ownPicture } from '../changes/own-picture'
import { hides, seeShelf, type SeenShelf } from '../changes/shelves'
import { cellSays } from '../shared/cell-reason'
import type { Operation } from '../shared/change'
import { categoryFieldsSchema, shelfFieldOf } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { Said } from '../shared/imported'
import { withLineEndsOf } from '../shared/line-ends'
import { categoryRowPart } from '../shared/product-table/category-rows'
import { remoteCategorySchema } from '../shared/remote-product'
import { pictureOfShelf, shelfEditSchema, shelfPictureSchema } from '../shared/shelf-edit'
import { shelfRow } from './shelf-row'

const thing = 'category' as const

/** What a row of a table says of the picture of a category. */
const saidPictureSchema = z.strictObject({ url: z.string(), alt: z.string().optional(), replaces: z.boolean() })

/** What a row of a table changes of a category that is here; null: it is not any more. */
export function editsOfCategory(
  catalogue: Catalogue,
  localId: number,
  said: readonly Said[],
): { name: string; edits: NewProposedEdit[] } | null {
  const shelf = seeShelf(catalogue, localId)
  if (!shelf || hides(shelf.open)) return null
  const path = said.find((each) => categoryRowPart(each.path) === 'path')
  const edits = said.filter((each) => each !== path).flatMap((each) => editOf(shelf, each))
  return { name: path?.text ?? String(shelf.current['name'] ?? ''), edits }
}

function editOf(shelf: SeenShelf, each: Said): NewProposedEdit[] {
  const { path, text, value: said, odd } = each
  const part = categoryRowPart(path)
  const field = part === 'picture' || part === 'pictureAlt' ? pictureOfShelf : part
  if (odd !== null) return [shelfRow(null, { thing, field, value: text }, { reason: odd })]
  if (field === pictureOfShelf) return pictureEdit(shelf, part === 'picture', said)
  const now = readShelf(thing, shelf.current, field, shelf.languages)
  const value = withLineEndsOf(now, said)
  if (shelfFieldOf(thing, field)?.kind.isSame(now, value)) return []
  const isHidden = field === 'enabled' && value === false
  return [
    shelfRow({ thing, field, value: now }, { thing, field, value }, { warnings: isHidden ? ['becomes-hidden'] : [] }),
  ]
}

/** It has one: another one takes its place where that was asked for. */
function pictureEdit({ current }: SeenShelf, isAnother: boolean, value: unknown): NewProposedEdit[] {
  const { source, alt } = ownPicture(remoteCategorySchema.parse(current))
  const url = source && 'url' in source ? source.url : ''
  const before = source && { thing, field: pictureOfShelf, value: { url, alt } }
  const as = (picture: unknown) => ({ thing, field: pictureOfShelf, value: picture })
  if (!isAnother) return source && alt !== value ? [shelfRow(before, as({ alt: value }))] : []
  const { replaces, ...picture } = saidPictureSchema.parse(value)
  if (source && !replaces) return [shelfRow(before, as(picture.url), { reason: cellSays('category-has-picture') })]
  return [shelfRow(before, as(picture), { warnings: source ? ['picture-goes'] : [] })]
}

/** As its page would ask for them, with what its owner saw before each. */
export function operationsOfCategory(
  categoryId: number,
  edits: readonly Pick<IncludedEdit, 'before' | 'after'>[],
): Operation[] {
  const values = (side: 'before' | 'after') =>
    Object.fromEntries(
      edits.flatMap((edit) => {
        const { field, ...of } = shelfEditSchema.parse(edit[side] ?? edit.after)
        return field === null || field === pictureOfShelf || !('value' in of) ? [] : [[field, of.value]]
      }),
    )
  const fields = categoryFieldsSchema.partial()
  const update = {
    kind: 'category.update' as const,
    categoryId,
    fields: fields.parse(values('after')),
    base: fields.parse(values('before')),
  }
  return [update, ...edits.flatMap(({ after }) => ofPicture(categoryId, after))]
}

function ofPicture(categoryId: number, after: unknown): Operation[] {
  const { field, ...of } = shelfEditSchema.parse(after)
  if (field !== pictureOfShelf || !('value' in of)) return []
  const picture = shelfPictureSchema.parse(of.value)
  if (!('url' in picture)) return [{ kind: 'category.picture-text', categoryId, alt: picture.alt }]
  const { url, alt } = picture
  return [{ kind: 'category.picture', categoryId, source: { url }, fileName: '', ...(alt !== undefined && { alt }) }]
}
