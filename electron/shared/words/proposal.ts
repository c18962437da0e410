import type { ChangeState } from '../change'
import { shelfFieldOf } from '../fields/shelf-fields'
import { labelOf } from '../fields/shown'
import { isOfField, type BulkWarning, type EditedField, type EditStanding, type ProposedRow } from '../proposal'
import { pictureOfShelf, shelfEditSchema, type ShelfEdit } from '../shelf-edit'

const warnings: Record<BulkWarning, string> = {
  'price-below-cost': 'Price below cost',
  'compare-to-not-above-price': 'Compare-to price not above the price',
  'tier-not-below-price': 'Wholesale price not below the price',
  'tiers-not-falling': 'Wholesale prices do not fall with the quantity',
  'price-jump': 'Price changes by more than half',
  'becomes-hidden': 'Becomes hidden',
  'becomes-empty': 'Becomes empty',
  'leaves-category': 'Leaves a category',
  'list-loses': 'Loses a tax or a shipping method',
  'choice-stays': 'A choice is added, and a former one stays',
  'duplicate-sku': 'SKU is taken',
  'picture-goes': 'A picture is removed',
}
export const bulkWarningText = (code: BulkWarning): string => warnings[code]

/** What one edit is of. */
export const editedText = (field: EditedField): string => (isOfField(field) ? labelOf(field) : one[field ?? 'gone'])
const one = {
  new: 'The product',
  variation: 'New variation',
  picture: 'Picture',
  file: 'File',
  video: 'Video',
  shelf: 'Category or product type',
  gone: 'The product',
} as const
/** The same where the edit says more about it. */
export function editedRowText({ field, after }: Pick<ProposedRow, 'field' | 'after'>): string {
  const shelf = field === 'shelf' ? shelfEditSchema.safeParse(after).data : undefined
  if (!shelf) return editedText(field)
  if (shelf.field === null) return shelfText(shelf)
  if (shelf.field === pictureOfShelf) return one.picture
  return shelfFieldOf(shelf.thing, shelf.field)?.label ?? shelf.field
}
export const shelfText = ({ thing }: Pick<ShelfEdit, 'thing'>): string =>
  thing === 'category' ? 'Category' : 'Product type'

/** What many of them are of. */
export const editedAllText = (field: EditedField): string =>
  isOfField(field) ? labelOf(field) : kinds[field ?? 'gone']
const kinds = {
  new: 'New products',
  variation: 'New variations',
  picture: 'Pictures',
  file: 'Files',
  video: 'Videos',
  shelf: 'Categories and product types',
  gone: 'Deletions',
} as const

/** Of pictures, and of the products of a category. */
export const orderOfThen = 'In the order they had then'

const standings: Record<EditStanding, string> = {
  in: 'Will be written',
  out: 'Left out',
  same: 'Is so already',
  refused: 'Not possible',
  made: 'Written',
}

const outcomes: Record<ChangeState, string> = {
  waiting: 'Waits to be sent',
  held: 'Held',
  sending: 'Is being sent',
  unknown: 'Sent, not confirmed yet',
  refused: 'Refused',
  conflict: 'Needs your decision',
  sent: 'In the store',
  'taken-back': 'Taken back',
}

/** How an edit stands; once it is written, what became of it. */
export function standingText({
  standing,
  reason,
  outcome,
}: Pick<ProposedRow, 'standing' | 'reason' | 'outcome'>): string {
  if (!outcome) return reason ?? standings[standing]
  // As the Changes screen calls it.
  if (outcome.state === 'sent' && outcome.isReverted) return 'Undone'
  const text = outcomes[outcome.state]
  return outcome.reason === null ? text : `${text}: ${outcome.reason}`
}
