import type { Catalogue } from '../catalogue/catalogue'
import { ownFieldOf, type OwnPatch } from '../shared/fields/own-fields'
import { fieldOf, type ProductField, type ProductPatch } from '../shared/fields/product-fields'
import { fieldOfPath } from '../shared/fields/typed'
import type { ProductDraft } from '../shared/product'
import { isOfField } from '../shared/proposal'
import type { ProposedEdit } from './planner'

type Written = { field: ProductField; after: unknown; isSame: (a: unknown, b: unknown) => boolean }

/** What was typed and is in a change set now is no draft any more. What was typed over it since goes on from what is written. */
export function noteWritten(
  { drafts }: Pick<Catalogue, 'drafts'>,
  productId: number,
  edits: readonly ProposedEdit[],
): void {
  const draft = drafts.get(productId)
  if (!draft) return
  const left = edits.reduce(withoutEdit, draft)
  if (hasNothing(left) && Object.keys(left.variations).length === 0) drafts.remove(productId)
  else drafts.put(productId, left)
}

/** Whether something is typed yet where an edit was: another value goes on from what is written, none was taken back. */
export function isTypedStill(draft: ProductDraft | undefined, { variationId, field }: ProposedEdit): boolean {
  const typed = variationId === null ? draft : draft?.variations[variationId]
  if (!typed || !isOfField(field)) return false
  return typed.patch[field] !== undefined || Object.keys(typed.unparsed).some((path) => fieldOfPath(path) === field)
}

function withoutEdit(draft: ProductDraft, { variationId, field, after }: ProposedEdit): ProductDraft {
  if (!isOfField(field)) return draft
  if (variationId === null)
    return { ...draft, ...typedSince(draft, { field, after, isSame: fieldOf(field).kind.isSame }) }
  const own = draft.variations[variationId]
  const isSame = ownFieldOf(field)?.kind.isSame
  if (!own || !isSame) return draft
  const left = { ...own, ...typedSince(own, { field, after, isSame }) }
  const { [variationId]: _, ...others } = draft.variations
  const isGone = hasNothing(left) && !left.made && !left.isRemoved
  return { ...draft, variations: isGone ? others : { ...others, [variationId]: left } }
}

function typedSince<Patch extends ProductPatch | OwnPatch>(
  { base, patch }: { base: Patch; patch: Patch },
  { field, after, isSame }: Written,
): { base: Patch; patch: Patch } {
  if (patch[field] === undefined) return { base, patch }
  if (!isSame(patch[field], after)) return { base: { ...base, [field]: after }, patch }
  return { base: without(base, field), patch: without(patch, field) }
}

function without<Patch extends object>(patch: Patch, field: keyof Patch): Patch {
  const left = { ...patch }
  delete left[field]
  return left
}

const hasNothing = ({ patch, unparsed }: { patch: object; unparsed: object }): boolean =>
  [patch, unparsed].every((typed) => Object.keys(typed).length === 0)
