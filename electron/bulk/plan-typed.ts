import type { ActionOf } from '../shared/bulk-action'
import { cellSays, type CellReason } from '../shared/cell-reason'
import { ownFieldsIn } from '../shared/fields/own-fields'
import type { StoreWords } from '../shared/fields/kind'
import { fieldsIn, type ProductField } from '../shared/fields/product-fields'
import { fieldOfPath, typedNumber } from '../shared/fields/typed'
import type { ProductDraft } from '../shared/product'
import { productEdit, type BulkProduct, type Planner, type ProposedEdit } from './planner'

/**
 * What stands in a draft as a value. Text that is none is refused with its reason and stays in it; variations that are to be made or
 * removed stay as well.
 */
export const planTyped: Planner<ActionOf<'typed'>> = (product, _action, { draft, words }) => {
  if (!draft) return []
  const own = fieldsIn(draft.patch)
    .filter((field) => !(field in draft.unparsed))
    .map((field) => productEdit(product, field, draft.patch[field]))
  return [
    ...own,
    ...unread(draft, words, (field) => ({ variationId: null, before: product.fields[field] })),
    ...product.variations.flatMap((variation) => ofVariation(variation, draft.variations[variation.id], words)),
  ]
}

function ofVariation(
  { id, own }: BulkProduct['variations'][number],
  typed: ProductDraft['variations'][string] | undefined,
  words: StoreWords,
): ProposedEdit[] {
  if (!typed || typed.isRemoved) return []
  const now = (field: ProductField) => ({ variationId: id, before: own[field] ?? null })
  const values = ownFieldsIn(typed.patch).filter((field) => !(field in typed.unparsed))
  return [...values.map((field) => ({ ...now(field), field, after: typed.patch[field] })), ...unread(typed, words, now)]
}

/** Text that is no value, which stands over the value that was there. */
function unread(
  { unparsed }: Pick<ProductDraft, 'unparsed'>,
  { profile }: StoreWords,
  now: (field: ProductField) => Pick<ProposedEdit, 'variationId' | 'before'>,
): ProposedEdit[] {
  return Object.entries(unparsed).flatMap(([path, text]) => {
    const field = fieldOfPath(path)
    return field ? [{ ...now(field), field, after: text, reason: whyUnread(path, text, profile) }] : []
  })
}

function whyUnread(path: string, text: string, profile: StoreWords['profile']): CellReason {
  const read = typedNumber(path, profile)?.read(text)
  return read?.kind === 'problem' ? { says: 'number', why: read.why, path, currency: null } : cellSays('not-for-field')
}
