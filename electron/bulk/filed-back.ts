import type { EditReason } from '../shared/edit-reason'
import { isEqual } from '../shared/fields/equal'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf, type ProductField, type ProductPatch } from '../shared/fields/product-fields'
import { referencesIn, withReferences, type Reference } from '../shared/fields/references'
import { isOfField } from '../shared/proposal'
import type { ProposedEdit } from './planner'

type Edit = Pick<ProposedEdit, 'variationId' | 'field' | 'before' | 'after'>
type OfField = { field: ProductField; kind: ReturnType<typeof kindOf> }

/** `comes`: it is here, or comes back. `calledThen`: its name in the snapshot. */
export type Filing = { comes: (named: Reference) => boolean; calledThen: (named: Reference) => string }

/** `after` as far as what it names is here. `isNothing`: nothing of it is left to be done. `reason`: what of it cannot be. */
export type FiledBack<One> = { edit: One; after: unknown; isNothing: boolean; reason: EditReason | null }

/**
 * What a product that is here gets back of what it was filed in: the categories of then as far as they exist, and nothing is emptied because they
 * do not. Without its type it keeps the values of the one that it has.
 */
export function filedBack<One extends Edit>(edits: readonly One[], filing: Filing): FiledBack<One>[] {
  const typesGone = edits.flatMap((edit) => (edit.field === 'productClassId' ? lackedBy(edit, filing) : []))
  return edits.map((edit) => {
    const { field, before, after } = edit
    if (!isOfField(field)) return { edit, after, isNothing: false, reason: null }
    const of = { field, kind: kindOf(edit, field) }
    const lacked = lackedBy(edit, filing)
    const staysFiled = ofAttributes.has(field) && typesGone.length > 0
    if (lacked.length === 0 && !staysFiled) return { edit, after, isNothing: false, reason: null }
    const there = asFar(of, { before, after }, filing)
    const isNothing = of.kind.isSame(there, before)
    const missing = lacked.length > 0 ? lacked : isNothing ? typesGone : []
    return { edit, after: there, isNothing, reason: notBack(missing, filing) }
  })
}

const ofAttributes = new Set<ProductField>(['attributes', 'attributesTranslated', 'attributesShown'])

const kindOf = ({ variationId }: Edit, field: ProductField) =>
  (variationId === null ? null : ownFieldOf(field)?.kind) ?? fieldOf(field).kind

function lackedBy(edit: Edit, { comes }: Filing): Reference[] {
  if (!isOfField(edit.field)) return []
  return referencesIn(kindOf(edit, edit.field), edit.after).filter((named) => !comes(named))
}

function asFar(
  { field, kind }: OfField,
  { before, after }: Pick<Edit, 'before' | 'after'>,
  { comes }: Filing,
): unknown {
  const there = withReferences(kind, after, (named) => (comes(named) ? named.id : null))
  if (ofAttributes.has(field)) {
    const all = { ...Object(before ?? {}), ...Object(there ?? {}) } as object
    // A variation without any has none of its own.
    return before === null && isEqual(all, {}) ? null : all
  }
  return kind.name === 'categories' && !isEqual(there, []) ? there : before
}

function notBack(missing: readonly Reference[], { calledThen }: Filing): EditReason | null {
  const [first] = missing
  if (!first) return null
  const names = [...new Set(missing.map(calledThen))]
  if (first.attribute !== undefined) return { says: 'attribute-not-back', names }
  return { says: first.thing === 'category' ? 'category-not-back' : 'type-not-back', names }
}

const filing = ['categoryIds', 'productClassId', 'attributes'] as const

/** What a product that comes back whole was in and does not come back with it: an edit of each field that says so. */
export const lackedByReturning = (fields: ProductPatch, of: Filing): (Edit & { reason: EditReason })[] =>
  filing.flatMap((field) => {
    const edit = { variationId: null, field, before: null, after: fields[field] }
    const reason = notBack(lackedBy(edit, of), of)
    return reason ? [{ ...edit, reason }] : []
  })
